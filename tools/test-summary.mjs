// Adds up what ./test left in its results folder, prints failures and skips readably, and closes with one plain line.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const forbidsSkips = process.env.LEDGERBRIDGE_FORBID_SKIPS === '1';
// Sage's description lies beside the checkout and not in it; without it these tests cannot run anywhere, and say so.
const allowedSkip = /official description/i;

const failures = [];
const skips = [];
let passed = 0;

const unescape = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x([0-9A-Fa-f]+);/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
const inside = (text, tag) => unescape(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(text)?.[1] ?? '').trim();

for (const file of readdirSync(folder).filter((name) => name.endsWith('.trx'))) {
  const xml = readFileSync(join(folder, file), 'utf8');
  for (const match of xml.matchAll(/<UnitTestResult ([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const name = unescape(/testName="([^"]*)"/.exec(match[1])?.[1] ?? file);
    const outcome = /outcome="([^"]*)"/.exec(match[1])?.[1];
    const body = match[2] ?? '';
    if (outcome === 'Passed') passed++;
    else if (outcome === 'NotExecuted') skips.push({ name, why: inside(body, 'Message') || inside(body, 'StdOut') });
    else failures.push({ name, why: `${inside(body, 'Message')}\n${inside(body, 'StackTrace')}` });
  }
}

const web = join(folder, 'web.json');
if (existsSync(web)) {
  for (const file of JSON.parse(readFileSync(web, 'utf8')).testResults) {
    if (file.assertionResults.length === 0 && file.status === 'failed') failures.push({ name: file.name, why: file.message });
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++;
      else if (test.status === 'failed') failures.push({ name: `web: ${test.fullName}`, why: test.failureMessages.join('\n') });
      else skips.push({ name: `web: ${test.fullName}`, why: '' });
    }
  }
}

const steps = join(folder, 'steps.jsonl');
if (existsSync(steps)) {
  for (const line of readFileSync(steps, 'utf8').split('\n').filter(Boolean)) {
    const step = JSON.parse(line);
    if (step.passed) passed++;
    else failures.push({ name: step.name, why: 'see above' });
  }
}

for (const failure of failures) {
  console.log(`\nFAILED  ${failure.name}`);
  console.log(failure.why.split('\n').slice(0, 30).map((line) => `        ${line}`).join('\n'));
}
for (const skip of skips) console.log(`\nSKIPPED ${skip.name}\n        ${skip.why}`);
const forbidden = forbidsSkips ? skips.filter((skip) => !allowedSkip.test(skip.why)) : [];
if (forbidden.length > 0) console.log(`\n${forbidden.length} skipped tests count as failures here.`);

const skipped = skips.length > 0 ? `, ${skips.length} skipped` : '';
console.log(`\n${passed} passed, ${failures.length} failed${skipped}`);
process.exit(failures.length + forbidden.length > 0 || passed === 0 ? 1 : 0);
