import type { ChartDay } from './queries';

/** Where a bar stands, in parts of the drawing's height counted from its top. */
export interface Bar {
  readonly top: number;
  readonly height: number;
}

export interface Bars {
  readonly bars: readonly Bar[];
  /** Where nothing stands: everything above it came in, what is below went back. */
  readonly baseline: number;
}

/** So much of the height a bar has at least when there is anything, so that it is seen. */
const least = 0.015;

/** The drawing of the days' values. A picture only: amounts are read from the text beside it and never from here. */
export function barsOf(days: readonly ChartDay[]): Bars {
  const values = days.map(({ value }) => Number(value));
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const range = top - bottom;
  if (range === 0) return { bars: values.map(() => ({ top: 1, height: 0 })), baseline: 1 };
  const baseline = top / range;
  return {
    baseline,
    bars: values.map((value) => {
      const height = value === 0 ? 0 : Math.max(least, Math.abs(value) / range);
      return { top: value < 0 ? baseline : baseline - height, height };
    }),
  };
}
