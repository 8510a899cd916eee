/** The colours of the heat map: three steps, each at least three times as light or dark as the next, so that they are told apart in any theme and on paper. */

export interface Step {
  /** 1 for the least, 3 for the most; styles know it by this number */
  level: number;
  from: number;
  to: number;
}

/** More steps than these cannot differ by 3 : 1 each: from white to black there are 21 : 1. */
export const greatestLevel = 3;

/**
 * Steps for some numbers, each so many times the one before, because counts are skewed: few cells hold most.
 * Fewer than three where the numbers do not need them.
 */
export function stepsOf(values: readonly number[]): Step[] {
  const greatest = Math.max(0, ...values);
  if (greatest < 1) return [];
  // A root may come out a hair too small: 64 ** (1 / 3) is 3.9999….
  const ends = Array.from({ length: greatestLevel }, (_, at) => Math.floor(greatest ** ((at + 1) / greatestLevel) + 1e-9));
  const steps: Step[] = [];
  for (const end of ends) {
    const from = (steps.at(-1)?.to ?? 0) + 1;
    if (end >= from) steps.push({ level: steps.length + 1, from, to: end });
  }
  return steps;
}

/** The step in which a number lies; 0 where it lies in none. */
export const levelOf = (value: number, steps: readonly Step[]): number =>
  steps.find(({ from, to }) => value >= from && value <= to)?.level ?? 0;

/** "1", "2–7". */
export const stepInWords = ({ from, to }: Step): string =>
  from === to ? from.toLocaleString('en') : `${from.toLocaleString('en')}–${to.toLocaleString('en')}`;
