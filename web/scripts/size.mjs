// Measures what a browser loads first (the page's own script, what it imports at once, its styles), compressed, and refuses when it grows
// too large.
// Usage: npm run size [-- folder of the built app]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const scriptMax = 250 * 1024;
const folder = process.argv[2] ?? 'dist';
const page = readFileSync(join(folder, 'index.html'), 'utf8');
const files = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].flatMap((match) => match[1] ?? []);
const sizeOf = (/** @type {string} */ file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;

let script = 0;
for (const file of new Set(files)) {
  const size = sizeOf(file);
  if (file.endsWith('.js')) script += size;
  console.log(`${(size / 1024).toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`${(script / 1024).toFixed(1).padStart(8)} kB  script of the first load, at most ${scriptMax / 1024} kB`);
process.exit(script > scriptMax ? 1 : 0);
