/** Compares what `ingest` reads with hand-made truth: which citations, asks and contributors were found, which missed, which wrongly told. */
import type { AskFacts, CitationFacts, DocumentReading } from '../../src/ingest/facts.js';

export type TrueCitation = Pick<CitationFacts, 'to' | 'verb' | 'where' | 'paragraph' | 'footnote'>;
export type TrueAsk = Pick<AskFacts, 'verb' | 'addressees' | 'classes' | 'dueAt' | 'dueYear'> & { paragraph: string | null };

/** Hand-made truth about one document; see README.md beside. */
export interface Truth {
  /** of the corpus */
  file: string;
  symbol: string;
  /** whether the rules were written without a look at it */
  keptAside?: boolean;
  operativeParagraphs: number;
  preambularParagraphs: number;
  citations: readonly TrueCitation[];
  asks: readonly TrueAsk[];
  /** ids of entities */
  contributors: readonly string[];
  /** activities of a report: who did it, in which paragraph */
  contributions?: readonly { paragraph: string; entities: readonly string[] }[];
}

/** Of those found, how many are right, and of the true ones, how many were found; with what was missed and what is wrong. */
export interface Score {
  found: number;
  true: number;
  matched: number;
  errors: string[];
}

/** Of those matched, how many agree in one respect. */
export interface Agreement {
  agreed: number;
  of: number;
  errors: string[];
}

export interface Comparison {
  paragraphs: Agreement;
  citations: Score;
  verbs: Agreement;
  places: Agreement;
  asks: Score;
  addressees: Agreement;
  due: Agreement;
  contributors: Score;
  contributions: Score;
}

/** Spellings of one symbol: halves of a double symbol and spaces in brackets make no difference. */
const sameSymbol = (a: string, b: string): boolean => {
  const halves = (symbol: string) => symbol.replace(/ \(/g, '(').split(/-(?=[AE]\/)/);
  return halves(a).some((half) => halves(b).includes(half));
};

/** Pairs each true item with at most one found: by the first test that fits, the strictest first. */
function pair<T, F>(truth: readonly T[], found: readonly F[], tests: readonly ((a: T, b: F) => boolean)[]) {
  const pairs: [T, F][] = [];
  const restTrue = new Set(truth);
  const restFound = new Set(found);
  for (const test of tests) {
    for (const a of restTrue) {
      const b = [...restFound].find((each) => test(a, each));
      if (b === undefined) continue;
      pairs.push([a, b]);
      restTrue.delete(a);
      restFound.delete(b);
    }
  }
  return { pairs, missed: [...restTrue], wrong: [...restFound] };
}

const agreement = <T>(pairs: readonly T[], agrees: (pair: T) => boolean, tell: (pair: T) => string): Agreement => {
  const errors = pairs.filter((each) => !agrees(each)).map(tell);
  return { agreed: pairs.length - errors.length, of: pairs.length, errors };
};

const place = ({ paragraph, footnote, where }: Pick<CitationFacts, 'paragraph' | 'footnote' | 'where'>): string =>
  `${where} ${paragraph ?? '–'}${footnote === null ? '' : ` note ${footnote}`}`;
const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

function compareCitations(truth: Truth, reading: DocumentReading) {
  type Pair = [TrueCitation, CitationFacts];
  const { pairs, missed, wrong } = pair(truth.citations, reading.citations, [
    (a, b) => sameSymbol(a.to, b.to) && a.paragraph === b.paragraph && a.verb === b.verb && a.footnote === b.footnote,
    (a, b) => sameSymbol(a.to, b.to) && a.paragraph === b.paragraph && a.footnote === b.footnote,
    (a, b) => sameSymbol(a.to, b.to) && a.paragraph === b.paragraph,
    (a, b) => sameSymbol(a.to, b.to) && a.verb === b.verb,
    (a, b) => sameSymbol(a.to, b.to),
  ]);
  const tell = ({ to, verb, ...rest }: TrueCitation): string => `${to} ${verb} ${place(rest)}`;
  return {
    citations: {
      found: reading.citations.length,
      true: truth.citations.length,
      matched: pairs.length,
      errors: [...missed.map((each) => `missed: ${tell(each)}`), ...wrong.map((each) => `not there: ${tell(each)}`)],
    },
    verbs: agreement(
      pairs,
      ([a, b]: Pair) => a.verb === b.verb,
      ([a, b]: Pair) => `${tell(a)}, read as ${b.verb}`,
    ),
    places: agreement(
      pairs,
      ([a, b]: Pair) => a.paragraph === b.paragraph,
      ([a, b]: Pair) => `${tell(a)}, read at ${place(b)}`,
    ),
  };
}

function compareAsks(truth: Truth, reading: DocumentReading) {
  type Pair = [TrueAsk, AskFacts];
  const { pairs, missed, wrong } = pair(truth.asks, reading.asks, [
    (a, b) => a.paragraph === b.paragraph && a.verb === b.verb && same(a.addressees, b.addressees) && same(a.classes, b.classes),
    (a, b) => a.paragraph === b.paragraph && a.verb === b.verb,
  ]);
  const asked = ({ addressees, classes }: Pick<TrueAsk, 'addressees' | 'classes'>): string =>
    [...addressees, ...classes].join(', ') || 'nobody';
  const at = ({ paragraph, verb }: TrueAsk): string => `${paragraph} ${verb}`;
  return {
    asks: {
      found: reading.asks.length,
      true: truth.asks.length,
      matched: pairs.length,
      errors: [...missed.map((each) => `missed: ${at(each)}`), ...wrong.map((each) => `not there: ${at(each)}`)],
    },
    addressees: agreement(
      pairs,
      ([a, b]: Pair) => same(a.addressees, b.addressees) && same(a.classes, b.classes),
      ([a, b]: Pair) => `${at(a)}: of ${asked(a)}, read as of ${asked(b)}`,
    ),
    due: agreement(
      pairs,
      ([a, b]: Pair) => a.dueAt === b.dueAt && a.dueYear === b.dueYear,
      ([a, b]: Pair) => `${at(a)}: due ${a.dueAt ?? '–'} ${a.dueYear ?? '–'}, read as ${b.dueAt ?? '–'} ${b.dueYear ?? '–'}`,
    ),
  };
}

function compareContributors(truth: Truth, reading: DocumentReading): Score {
  const found = reading.contributors.map(({ id, name }) => id ?? name);
  const missed = truth.contributors.filter((id) => !found.includes(id));
  const wrong = found.filter((id) => !truth.contributors.includes(id));
  const errors = [...missed.map((id) => `missed: ${id}`), ...wrong.map((id) => `not there: ${id}`)];
  return { found: found.length, true: truth.contributors.length, matched: found.length - wrong.length, errors };
}

function compareContributions(truth: Truth, reading: DocumentReading): Score {
  const all = truth.contributions ?? [];
  const { pairs, missed, wrong } = pair(all, reading.contributions, [
    (a, b) => a.paragraph === b.paragraph && same(a.entities, b.entities),
  ]);
  const tell = ({ paragraph, entities }: { paragraph: string; entities: readonly string[] }): string =>
    `${paragraph}: ${entities.join(', ')}`;
  const errors = [...missed.map((each) => `missed: ${tell(each)}`), ...wrong.map((each) => `not there: ${tell(each)}`)];
  return { found: reading.contributions.length, true: all.length, matched: pairs.length, errors };
}

/** Compares one reading with the truth about the same document. */
export function compare(truth: Truth, reading: DocumentReading): Comparison {
  const numbered = reading.paragraphs.filter(({ annex, number }) => annex === null && number !== null);
  const preamble = numbered.filter(({ where }) => where === 'PREAMBLE').length;
  const operative = numbered.length - preamble;
  const counts: [string, number, number][] = [
    ['operative paragraphs', truth.operativeParagraphs, operative],
    ['preambular paragraphs', truth.preambularParagraphs, preamble],
  ];
  return {
    paragraphs: agreement(
      counts,
      ([, a, b]) => a === b,
      ([what, a, b]) => `${a} ${what}, read as ${b}`,
    ),
    ...compareCitations(truth, reading),
    ...compareAsks(truth, reading),
    contributors: compareContributors(truth, reading),
    contributions: compareContributions(truth, reading),
  };
}
