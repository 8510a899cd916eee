/** The workload: the questions of schema/examples, and parts of them, each with variables that differ from one request to the next. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset, NodeRecord } from '../../src/domain/records.js';
import { type Random, randomOf } from './random.js';

export type Variables = Record<string, unknown>;

export interface Question {
  /** what it is called in the tables */
  name: string;
  /** name of its operation, by which the peers know it */
  operation: string;
  query: string;
  /** the variables of as many requests as are sent, different as far as there are different ones */
  variables: readonly Variables[];
}

/** The real things that questions ask about. */
interface Known {
  lines: readonly NodeRecord[];
  /** lines without sub-lines: the page of a line with sub-lines is more than @neo4j/graphql can be asked */
  plain: readonly NodeRecord[];
  entities: readonly NodeRecord[];
  /** documents that were read for citations */
  citing: readonly NodeRecord[];
  contributions: (random: Random) => string;
}

const folders = { example: join(import.meta.dirname, '..', '..', 'schema', 'examples'), own: join(import.meta.dirname, 'questions') };
const text = (folder: keyof typeof folders, file: string) => readFileSync(join(folders[folder], `${file}.graphql`), 'utf8');

const one = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;
const symbolOf = (node: NodeRecord): string => (node.symbol ?? node.id) as string;

/** What a person types for a document: mostly its symbol, sometimes in another form or slightly wrong. */
function reference({ lines, entities, citing }: Known, random: Random): string {
  const symbol = symbolOf(one(citing, random));
  const forms = [
    symbol,
    symbol.toLowerCase(),
    symbol.replace('A/RES/', 'res. '),
    one(lines, random).code,
    one(entities, random).name,
    `${symbol}9`,
  ];
  return String(one(forms, random));
}

/** Two or three letters that begin a word of a name. */
function beginning({ entities, citing }: Known, random: Random): string {
  const word = one(one([entities, citing], random), random)
    .name.split(/[^\p{L}]+/u)
    .filter((each) => each.length > 3);
  return (one(word, random) ?? 'inter').slice(0, 2 + Math.floor(random() * 3)).toLowerCase();
}

/** From the names of questions to how they are asked. */
const asked: Record<string, { query: string; vary: (known: Known, random: Random) => Variables }> = {
  'first page': {
    query: text('own', 'first-page'),
    vary: ({ plain }, random) => ({ id: one(plain, random).code, first: 20 + Math.floor(random() * 11) }),
  },
  'first page, total': {
    query: text('own', 'first-page-with-total'),
    vary: ({ plain }, random) => ({ id: one(plain, random).code, first: 20 + Math.floor(random() * 11) }),
  },
  nested: {
    query: text('own', 'nested'),
    vary: ({ plain }, random) => ({ id: one(plain, random).code, first: 45 + Math.floor(random() * 11) }),
  },
  lookup: { query: text('own', 'lookup'), vary: ({ contributions }, random) => ({ id: contributions(random) }) },
  citations: { query: text('example', 'what-a-text-cites'), vary: ({ citing }, random) => ({ id: symbolOf(one(citing, random)) }) },
  lineage: {
    query: text('example', 'lineage-of-a-resolution'),
    vary: ({ citing }, random) => ({
      id: symbolOf(one(citing, random)),
      maxDepth: 2,
      direction: one(['ANCESTORS', 'DESCENDANTS'], random),
    }),
  },
  reporters: { query: text('example', 'who-reported-on-an-action-line'), vary: ({ lines }, random) => ({ id: one(lines, random).code }) },
  cube: {
    query: text('example', 'action-line-by-sdg'),
    vary: ({ entities }, random) => ({ filter: { entities: [one(entities, random).id] }, includeEmpty: false }),
  },
  'cube of all': { query: text('example', 'action-line-by-sdg'), vary: (_, random) => ({ includeEmpty: random() < 0.5 }) },
  resolve: {
    query: text('own', 'resolve'),
    vary: (known, random) => ({ refs: Array.from({ length: 4 }, () => reference(known, random)) }),
  },
  suggest: { query: text('own', 'suggest'), vary: (known, random) => ({ prefix: beginning(known, random) }) },
};

export const questionNames: readonly string[] = Object.keys(asked);

/** @param contributions gives the id of some contribution of the dataset */
export function questionsOn({ nodes, links }: Dataset, contributions: Known['contributions'], count = 200): Question[] {
  const citing = new Set(links.filter(({ link }) => link === 'CITES').map(({ from }) => from));
  const wholes = new Set(links.filter(({ link }) => link === 'PART_OF').map(({ to }) => to));
  const lines = nodes.filter(({ kind }) => kind === 'ACTION_LINE');
  const known: Known = {
    lines,
    plain: lines.filter(({ id }) => !wholes.has(id)),
    entities: nodes.filter(({ kind }) => kind === 'ENTITY'),
    citing: nodes.filter(({ id, symbol }) => citing.has(id) && symbol),
    contributions,
  };
  return Object.entries(asked).map(([name, { query, vary }], place) => ({
    name,
    query,
    operation: /query (\w+)/.exec(query)?.[1] ?? name,
    variables: Array.from({ length: count }, (_, index) => vary(known, randomOf(100 + place, index))),
  }));
}

/** The body of a request; `operationName` lets hand-written servers know the question. */
export const bodyOf = ({ query, operation }: Question, variables: Variables): string =>
  JSON.stringify({ operationName: operation, query, variables });
