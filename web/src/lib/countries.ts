const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The country's name in English for its two letters; the text itself when it is no such code. */
export const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
