// Writes src/lib/api.gen.ts from the API's contract; with --check it only says whether the file is what the contract makes.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const contract = new URL('../../contracts/ledgerbridge/openapi.json', import.meta.url);
const target = fileURLToPath(new URL('../src/lib/api.gen.ts', import.meta.url));
const head = '// Made from contracts/ledgerbridge/openapi.json by `npm run types`. Do not edit.\n\n';

const made = head + astToString(await openapiTS(contract));
if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '');
  if (present !== made) {
    console.error('src/lib/api.gen.ts is not what contracts/ledgerbridge/openapi.json makes. Run: npm run types');
    process.exit(1);
  }
} else {
  await writeFile(target, made);
}
