/** What happened within a second of the soak. */
export interface Second {
  /** whole answers, refusals with them */
  answers: number;
  /** answers that refuse the question: random ones hold wrong arguments and may be too costly */
  refused: number;
  /** what may not be, by what it is */
  errors: Record<string, number>;
  /** milliseconds of each answer, from the moment at which it was to be asked */
  times: number[];
}

export const emptySecond = (): Second => ({ answers: 0, refused: 0, errors: {}, times: [] });

/** What the load generator is told: questions a second, or as many at once as it is given. */
export type Pace = { rate: number } | { atOnce: number } | 'rest';

/** What it is started with. */
export interface Target {
  url: string;
  distinct: number;
}
