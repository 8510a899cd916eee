/** An invented dataset of resolutions that cite each other, as large as wanted: the newest rests on all others within three citations. */
import type { Dataset } from '../../src/domain/records.js';
import { evidence, link, node } from './small-dataset.js';

const families = ['GA_ICT4D', 'ECOSOC_WSIS', 'GA_CONTEXT', 'CITED_ONLY'] as const;
const verbs = ['RECALLS', 'RECALLS', 'RECALLS', 'REAFFIRMS', 'TAKES_NOTE_OF', 'NOTES', 'WELCOMES', 'REITERATES', 'CITES', 'STRESSES'];

/** Numbers below 1 that are the same in each run. */
function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** The newest, on which nothing rests. */
export const newestResolution = 'resolution/A/RES/100/0';

/** `count` resolutions, each citing some that are older; about `density` citations for each. */
export function linkedResolutions(count: number, density = 5): Dataset {
  const random = repeatable(7);
  const pick = (from: number, to: number) => from + Math.floor(random() * (to - from));
  // Three levels: what the newest cites, what that cites, what that cites in turn.
  const [first, second] = [Math.ceil(count / 15), Math.ceil(count / 3)];
  const symbols = Array.from({ length: count }, (_, at) => {
    const family = families[at % families.length];
    return family === 'ECOSOC_WSIS' ? `E/RES/${2100 - Math.floor(at / 8)}/${at}` : `A/RES/${100 - Math.floor(at / 8)}/${at}`;
  });
  const id = (at: number) => `resolution/${symbols[at]}`;
  const nodes = symbols.map((symbol, at) => {
    const family = families[at % families.length] ?? 'CITED_ONLY';
    const year = 2100 - Math.floor(at / 8);
    return node('RESOLUTION', symbol, {
      symbol,
      title: `Invented text number ${at} on the follow-up to the Summit`,
      date: at % 23 === 22 ? null : `${year}-${String(12 - (at % 8)).padStart(2, '0')}-15`,
      body: family === 'ECOSOC_WSIS' ? 'ECONOMIC_AND_SOCIAL_COUNCIL' : 'GENERAL_ASSEMBLY',
      form: 'RESOLUTION',
      family,
      asksRead: 'NONE',
      citationsRead: at < second ? 'FULL' : at % 3 === 0 ? 'PARTIAL' : 'NONE',
    });
  });
  const pairs = new Map<string, [number, number, string]>();
  const cite = (from: number, to: number) => {
    const verb = verbs[pick(0, verbs.length)] ?? 'RECALLS';
    if (from < to) pairs.set(`${from} ${to} ${verb}`, [from, to, verb]);
  };
  for (let at = 1; at < count; at++) {
    if (at <= first) cite(0, at);
    else if (at <= second) cite(pick(1, first), at);
    else cite(pick(first + 1, second), at);
  }
  while (pairs.size < count * density) {
    const from = pick(1, second);
    cite(from, pick(from + 1, count));
  }
  const links = [...pairs.values()].map(([from, to, verb], at) =>
    link('CITES', id(from), id(to), { verb }, [evidence({ document: id(from), where: 'OPERATIVE', paragraph: String((at % 60) + 1) })]),
  );
  return {
    version: '2026.01',
    licence: 'CC0-1.0',
    sources: [{ title: 'Invented for the tests', url: null, licence: null }],
    rules: [],
    nodes,
    links,
  };
}
