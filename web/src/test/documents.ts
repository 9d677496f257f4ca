interface MoneyText {
  readonly format: readonly { readonly amount: string; readonly currency: string; readonly screen: string; readonly column: string }[];
  readonly read: readonly {
    readonly text: string;
    readonly number?: string;
    readonly thousands?: string;
    readonly decimals?: string;
  }[];
}

const only = <T>(found: Record<string, T>): T => {
  const [document] = Object.values(found);
  if (document === undefined) throw new Error('A document of the repository is missing.');
  return document;
};

/** What server and web app agree on about amounts as text. */
export const moneyText = only(
  import.meta.glob<MoneyText>('../../../contracts/ledgerbridge/money-text.json', { eager: true, import: 'default' }),
);

/** The page that explains money and VAT, with its worked examples. */
export const moneyPage = only(
  import.meta.glob<string>('../../../docs/money-and-vat.md', { eager: true, query: '?raw', import: 'default' }),
);

export const problemsPage = only(import.meta.glob<string>('../../../docs/problems.md', { eager: true, query: '?raw', import: 'default' }));

/** The rows of the table below a heading, cell by cell, without marks for code. */
export function tableUnder(page: string, heading: string): readonly (readonly string[])[] {
  const from = page.indexOf(`### ${heading}\n`);
  const lines = page.slice(from).split('\n').slice(1);
  const rows = lines.slice(lines.findIndex((line) => line.startsWith('|')));
  const table = rows.slice(
    2,
    rows.findIndex((line) => !line.startsWith('|')),
  );
  if (from < 0 || table.length === 0) throw new Error(`The page has no table under '${heading}'.`);
  return table.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}
