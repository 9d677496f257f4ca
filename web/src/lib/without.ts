/** The same fields without some of them. */
export function without<T extends object, Name extends keyof T>(fields: T, ...names: readonly Name[]): Omit<T, Name> {
  const dropped: readonly PropertyKey[] = names;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !dropped.includes(name))) as Omit<T, Name>;
}
