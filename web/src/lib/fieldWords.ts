const acronyms: Readonly<Record<string, string>> = { id: 'id', vat: 'VAT', url: 'address', api: 'API' };

/** A field's name as people say it: `line_items` is Line items, `vat_number` is VAT number. */
export function fieldWords(name: string): string {
  const text = name
    .split('_')
    .map((part) => acronyms[part] ?? part)
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
