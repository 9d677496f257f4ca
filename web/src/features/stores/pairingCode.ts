const length = 32;
const spaces = /\s+/g;

/** A pairing code as the shop made it: 32 of the digits 0 to 9 and a to f. What was pasted around it does no harm. */
export const plainCode = (typed: string): string => typed.replace(spaces, '').toLowerCase();

/** What is wrong with a typed code; null when it looks like one. */
export function codeMistake(typed: string): string | null {
  const code = plainCode(typed);
  if (code === '') return 'Enter the code that the shop’s admin shows.';
  const stranger = /[^0-9a-f]/.exec(code)?.[0];
  if (stranger !== undefined) return `A pairing code has the digits 0 to 9 and the letters a to f; “${stranger}” is none of them.`;
  if (code.length !== length) return `A pairing code has ${length} characters; this one has ${code.length}. Copy the whole of it.`;
  return null;
}
