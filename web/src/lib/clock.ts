/** The only place that asks the machine for the time; tests set it. */
let source: () => Date = () => new Date();

export const now = (): Date => source();

/** Sets the clock, for tests; returns how to set it back. */
export function setClock(clock: () => Date): () => void {
  const before = source;
  source = clock;
  return () => {
    source = before;
  };
}
