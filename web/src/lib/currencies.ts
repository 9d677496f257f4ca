/** Currencies whose smallest unit has another number of decimals than two; the same list as the server's. */
const decimalsOf: ReadonlyMap<string, number> = new Map(
  (
    [
      [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
      [3, 'BHD IQD JOD KWD LYD OMR TND'],
      [4, 'CLF UYW'],
    ] as const
  ).flatMap(([decimals, codes]) => codes.split(' ').map((code) => [code, decimals] as const)),
);

const symbols: ReadonlyMap<string, string> = new Map([
  ['ZAR', 'R'],
  ['GBP', '£'],
  ['EUR', '€'],
  ['USD', '$'],
]);

/** How many decimals the currency's smallest unit has. */
export const currencyDecimals = (code: string): number => decimalsOf.get(code) ?? 2;

/** The sign before an amount, or the code where a sign would be ambiguous. */
export const currencySymbol = (code: string): string => symbols.get(code) ?? code;
