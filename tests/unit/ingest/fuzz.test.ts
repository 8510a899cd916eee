/** Damaged and hostile texts: `ingest` reads them or refuses them with an error of its own, soon. */
import { PublicError } from '../../../src/errors.js';
import type { DocumentReading } from '../../../src/ingest/facts.js';
import { readDocument } from '../../../src/ingest/ingest.js';
import { decodeText } from '../../../src/ingest/source/decode-text.js';
import { pagesOfText } from '../../../src/ingest/source/text-pages.js';
import { handful, invented, resolution } from '../../support/invented-documents.js';

const readBytes = (bytes: Buffer): DocumentReading => readDocument(pagesOfText(decodeText(bytes)), handful);

/** A sequence of numbers below a bound, the same for the same seed (mulberry32). */
function seeded(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

type Random = ReturnType<typeof seeded>;
type Damage = (bytes: Buffer, random: Random) => Buffer;

const between = (bytes: Buffer, random: Random, longest: number): [number, number] => {
  const from = random(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random(longest))];
};
const lines = (bytes: Buffer, change: (all: string[]) => string[]): Buffer =>
  Buffer.from(change(bytes.toString('utf8').split('\n')).join('\n'));

const damages: Readonly<Record<string, Damage>> = {
  'bytes cut out': (bytes, random) => {
    const [from, to] = between(bytes, random, 400);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'the end cut off': (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'the beginning cut off': (bytes, random) => bytes.subarray(random(bytes.length)),
  'bytes changed': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let count = 1 + random(20); count > 0; count--) changed[random(changed.length)] = random(256);
    return changed;
  },
  'letters changed': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let count = 1 + random(40); count > 0; count--) changed[random(changed.length)] = 32 + random(95);
    return changed;
  },
  'a part doubled many times': (bytes, random) => {
    const [from, to] = between(bytes, random, 300);
    return Buffer.concat([
      bytes.subarray(0, to),
      ...Array.from({ length: 1 + random(50) }, () => bytes.subarray(from, to)),
      bytes.subarray(to),
    ]);
  },
  'a part moved': (bytes, random) => {
    const [from, to] = between(bytes, random, 600);
    const rest = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    const at = random(rest.length + 1);
    return Buffer.concat([rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at)]);
  },
  'lines shuffled': (bytes, random) =>
    lines(bytes, (all) => {
      for (let index = all.length - 1; index > 0; index--) {
        const other = random(index + 1);
        [all[index], all[other]] = [all[other] ?? '', all[index] ?? ''];
      }
      return all;
    }),
  'lines joined': (bytes, random) => Buffer.from(bytes.toString('utf8').replace(/\n/g, (line) => (random(3) > 0 ? ' ' : line))),
  'lines broken': (bytes, random) => Buffer.from(bytes.toString('utf8').replace(/ /g, (space) => (random(3) > 0 ? '\n' : space))),
  'digits changed': (bytes, random) =>
    Buffer.from(bytes.toString('utf8').replace(/\d/g, (digit) => (random(4) > 0 ? digit : String(random(10))))),
  'stops taken out': (bytes, random) => Buffer.from(bytes.toString('utf8').replace(/[.,;:]/g, (stop) => (random(2) > 0 ? stop : ''))),
  'strange characters put in': (bytes, random) => {
    const strange = [
      '\u0000',
      '\u200b',
      '\u202e',
      '⁶',
      '¹²³',
      '\ufeff',
      '\u2028',
      '😀',
      '(',
      '[',
      '_____',
      '\r',
      '\f',
      '\t',
      '–',
      '*',
      '“',
      '/',
    ];
    let text = bytes.toString('utf8');
    for (let count = 1 + random(20); count > 0; count--) {
      const at = random(text.length);
      text = text.slice(0, at) + strange[random(strange.length)] + text.slice(at);
    }
    return Buffer.from(text);
  },
};

const fixtures = ['printed-resolution', 'annexes', 'broken-lines', 'draft', 'short-report', 'concept-note'] as const;
const names = Object.keys(damages);
const runs = 500;

/** What is wrong with a reading that is no error: every fact stands at a place that the document has. */
function faultsOf({ paragraphs, citations, asks }: DocumentReading): string[] {
  const places = new Set(paragraphs.map(({ number, annex }) => `${annex} ${number}`));
  return [
    ...paragraphs.filter(({ from, to }) => to < from).map(({ number }) => `paragraph ${number} ends before it begins`),
    ...citations.filter(({ to }) => !/\d/.test(to)).map(({ to }) => `"${to}" is cited`),
    ...citations
      .filter(({ where, paragraph, annex }) => where !== 'HEADER' && !places.has(`${annex} ${paragraph}`))
      .map(({ to, paragraph }) => `${to} is cited in paragraph ${paragraph}, which is none`),
    ...asks
      .filter(({ paragraph, annex }) => !places.has(`${annex} ${paragraph}`))
      .map(({ paragraph }) => `paragraph ${paragraph} asks and is none`),
  ];
}

describe(`${runs} damaged documents`, () => {
  test.each(fixtures)('the undamaged %s is read', (name) => {
    expect(faultsOf(readBytes(Buffer.from(invented(name))))).toEqual([]);
  });

  test('each is read or refused with an error of the program, in less than a second', () => {
    const failures: string[] = [];
    let read = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const random = seeded(seed);
      const fixture = fixtures[seed % fixtures.length] ?? 'annexes';
      let bytes: Buffer = Buffer.from(invented(fixture));
      const done: string[] = [];
      for (let count = 1 + random(3); count > 0 && bytes.length > 0; count--) {
        const name = names[random(names.length)] ?? '';
        done.push(name);
        bytes = damages[name]?.(bytes, random) ?? bytes;
      }
      const label = `seed ${seed}, ${fixture}, ${done.join(', ')}`;
      const start = performance.now();
      try {
        for (const fault of faultsOf(readBytes(bytes))) failures.push(`${label}: ${fault}`);
        read++;
      } catch (error) {
        if (!(error instanceof PublicError)) failures.push(`${label}: ${error instanceof Error ? error.stack : error}`);
      }
      const took = performance.now() - start;
      if (took > 1000) failures.push(`${label}: took ${Math.round(took)} ms`);
    }
    expect(failures).toEqual([]);
    // Most damage leaves a document that can be read; were all refused, nothing would be tested.
    expect(read).toBeGreaterThan(runs / 4);
  }, 60_000);
});

/** A resolution with a paragraph of hostile text. */
const operative = (text: string) => resolution({ operative: [`Requests ${text}.`] });
const preambular = (text: string) => resolution({ preamble: [`Recalling ${text},`] });
const noted = (text: string) => resolution({ preamble: ['Recalling the lamps,¹'], notes: [text] });
const many = (unit: string, count: number) => unit.repeat(count);

/** Seconds in which each must end; a linear reader needs far less than one on a slow machine. */
const limit = 30;

function readsInTime(text: string): void {
  const start = performance.now();
  try {
    readBytes(Buffer.from(text));
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
  }
  expect((performance.now() - start) / 1000).toBeLessThan(limit);
}

describe('hostile texts', () => {
  test.each([
    ['brackets', operative(many('(', 200_000))],
    ['square brackets', operative(many('[', 200_000))],
    ['quotation marks', operative(many('“ ', 200_000))],
    ['stops', operative(many('. ', 200_000))],
    ['commas', operative(many(', ', 200_000))],
    ['stars', operative(many('*a ', 200_000))],
    ['tags', operative(many('<b', 200_000))],
    ['numbers of paragraphs on one line', operative(many('1. ', 200_000))],
    ['letters of parts on one line', operative(many('(a) ', 200_000))],
    ['slashes', operative(many('A/', 200_000))],
    ['parts of a symbol', operative(many('A/A/A/', 200_000))],
    ['double symbols without end', operative(many('A/1/1-', 200_000))],
    ['hyphens', operative(many('A1-', 200_000))],
    ['digits', operative(many('1', 5_000_000))],
    ['spaces', operative(many(' ', 5_000_000))],
    ['one line of 5 MB', operative(many('lorem ipsum dolor ', 280_000))],
    ['one word of 5 MB', operative(many('x', 5_000_000))],
    ['addresses', operative(many('http://', 200_000))],
    ['preambular verbs', preambular(many('Recalling ', 100_000))],
    ['preambular verbs with commas', preambular(many(', recalling ', 100_000))],
    ['"and"', operative(many('and ', 300_000))],
    ['relative clauses', operative(many('the report which ', 100_000))],
    ['relative clauses with verbs', operative(many(', and which notes ', 100_000))],
    ['infinitives', operative(many('to go, and ', 200_000))],
    ['sessions', operative(many('at its first session ', 50_000))],
    ['ordinals', operative(many('first, ', 200_000))],
    ['bodies', operative(many('Commission on Trade ', 100_000))],
    ['"resolution" and a number', operative(many('resolution 1/1, ', 100_000))],
    ['"resolution"', operative(many('resolution ', 200_000))],
    ['numbers without an end', operative(many('resolution 217 A (', 100_000))],
    ['chapters', operative(many('chap. I, resolution 1/1, ', 50_000))],
    ['documents of the Summit', operative(many('Tunis Agenda ', 100_000))],
    ['plans', operative(many('Xxxxxxxxxxxxxxxxxxxxx Plan of Action ', 50_000))],
    ['"We"', operative(many('We request, ', 100_000))],
    ['years', operative(many('by 2026 ', 200_000))],
    ['numbers of paragraphs, each on its line', operative(many('1.\n', 200_000))],
    ['annexes', operative(many('Annex\n', 100_000))],
    ['page numbers with job numbers', operative(many('2/15\n25-12345\n', 50_000))],
    ['superscripts behind words', operative(many('a⁶ ', 100_000))],
    ['lost marks', operative(many('abc1 ', 200_000))],
    ['emoji', operative(many('😀', 200_000))],
    ['combining marks', operative(`a${many('\u0301', 500_000)}`)],
    ['empty lines', operative(many('\n\n', 200_000))],
    ['headings', operative(many('x.\n\nII. Lamps\n\nA. Oil\n\nKeepers\n\n', 20_000))],
    [
      'preambular paragraphs',
      resolution({ preamble: Array.from({ length: 20_000 }, () => 'Recalling its resolution 1/1 and noting the lamps,') }),
    ],
    ['a footnote of lists', noted(many('See A/1/1. ', 50_000))],
    ['lines of no family', many('x\n', 1_000_000)],
    ['a line of no family', many('World Summit on the Information Society Note on ', 100_000)],
  ])('200,000 %s, or thereabouts, are read or refused in seconds', (_, text) => readsInTime(text), 60_000);
});
