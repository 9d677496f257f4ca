import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { zones } from './eslint.zones.js';

const zonesOnly = new ESLint({ overrideConfigFile: true, overrideConfig: zones });

const complaintsAbout = async (filePath: string, text: string): Promise<string[]> => {
  const [result] = await zonesOnly.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ message }) => message);
};

test.each([
  ['src/lib/a.ts', "import '@/app/theme';", 'lib knows nobody'],
  ['src/lib/a.ts', "import '@/ui/Chip';", 'lib knows nobody'],
  ['src/lib/a.ts', "import '@/features/audit/words';", 'lib knows nobody'],
  ['src/ui/a.tsx', "import '@/features/audit/words';", 'ui knows lib only'],
  ['src/ui/a.tsx', "import '@/app/theme';", 'ui knows lib only'],
  ['src/features/audit/a.ts', "import '@/features/people/Rows';", 'A feature knows ui and lib'],
  ['src/features/people/a.ts', "import '@/app/session';", 'A feature knows ui and lib'],
  ['src/features/people/a.ts', "import '../audit/words';", 'from another folder with @/'],
  ['src/features/invoicing/a.ts', "fetch('/api');", 'through @/lib/api'],
  ['src/ui/a.tsx', 'new EventSource("/x");', 'through @/lib/api'],
  ['src/app/a.ts', 'new XMLHttpRequest();', 'through @/lib/api'],
])('%s may not say %s', async (file, text, complaint) => {
  expect(await complaintsAbout(file, text)).toEqual([expect.stringContaining(complaint)]);
});

test.each([
  ['src/app/a.ts', "import '@/features/audit/words'; import '@/ui/Chip'; import '@/lib/api';"],
  ['src/features/audit/a.ts', "import './words'; import '@/ui/Chip'; import '@/lib/api';"],
  ['src/ui/a.tsx', "import '@/lib/money'; import './classes';"],
  ['src/lib/a.ts', "import './money'; fetch('/api');"],
])('%s may say %s', async (file, text) => {
  expect(await complaintsAbout(file, text)).toEqual([]);
});

test('Every folder of a feature has its zone in the rules that lint the app', async () => {
  const { readdirSync } = await import('node:fs');
  const app = new ESLint({ cwd: import.meta.dirname });
  for (const feature of readdirSync(`${import.meta.dirname}/src/features`)) {
    const config = (await app.calculateConfigForFile(`src/features/${feature}/a.tsx`)) as ESLint.ConfigData;
    expect(JSON.stringify(config.rules?.['no-restricted-imports']), feature).toContain('A feature knows ui and lib');
  }
});
