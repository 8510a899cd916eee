/** Random small graphs that are valid by the table, and random questions about them. */
import fc from 'fast-check';
import { kinds, linkNames, linkSpecs, nodeSpecs, type PropertySpec } from '../../src/domain/graph.js';
import type { Dataset, Evidence, LinkRecord, NodeRecord, Value } from '../../src/domain/records.js';
import { words } from '../../src/domain/text.js';
import { CitationVerb, type Kind, type LinkName, Method, Where } from '../../src/domain/vocabulary.js';
import type { Axis, Condition, Order, PageRequest } from '../../src/store/graph-store.js';
import { evidence, link, node } from '../support/small-dataset.js';

/** Few texts, so that values tie; some fold alike, some lie beyond the basic plane. */
const texts = ['Health', 'health care', 'Santé 10', 'sante 9', '\u{10400}x care', '\uFFFDx', 'C2', 'C10'];
const endings = ['a', 'B', '10', '2', 'é', '\u{10400}', '\uFFFD', 'p9'];
/** least and greatest number of nodes of each kind */
const sizes: Record<Kind, [number, number]> = {
  ACTION_LINE: [2, 5],
  SDG: [1, 3],
  SDG_TARGET: [0, 2],
  REGION: [0, 2],
  ENTITY: [1, 4],
  RESOLUTION: [2, 4],
  REPORT: [1, 3],
  OUTCOME_DOCUMENT: [0, 2],
  OTHER_DOCUMENT: [0, 2],
  SESSION: [0, 2],
  EVENT: [0, 2],
  CONTRIBUTION: [2, 8],
  ASK: [0, 2],
};
const oftenLinked: LinkName[] = ['MADE', 'UNDER', 'UNDER', 'SUPPORTS', 'IN', 'CITES', 'CITES', 'CITES', 'PART_OF'];

const methods = fc.constantFrom(...Object.values(Method));
const some = <T>(values: readonly T[], maxLength = 3): fc.Arbitrary<T[]> =>
  values.length ? fc.uniqueArray(fc.constantFrom(...values), { maxLength, size: 'max' }) : fc.constant([]);
const oneOrNone = <T>(values: readonly T[]) => fc.constantFrom(...values, undefined);

function propertyOf(spec: PropertySpec): fc.Arbitrary<Value> {
  if (spec.list) return some(texts, 2);
  const [least] = spec.range ?? [0];
  const values: Value[] = spec.values
    ? spec.values.slice(0, 3)
    : spec.type === 'integer'
      ? [least, least + 1, least + 9]
      : spec.type === 'boolean'
        ? [true, false]
        : spec.type === 'date'
          ? ['2010', '2010-09', '2010-09-14', '2021-01']
          : texts;
  return fc.constantFrom(...values, ...(spec.required ? [] : [null]));
}

const rowsOfEvidence: fc.Arbitrary<Evidence[]> = fc.array(
  fc
    .record({
      method: methods,
      where: fc.constantFrom(...Object.values(Where), null),
      paragraph: fc.constantFrom('2', '10', '10 (a)', 'PP3', null),
      footnote: fc.constantFrom(null, null, 4),
    })
    .map(evidence),
  { minLength: 1, maxLength: 2 },
);

const propertiesOf = (specs: Readonly<Record<string, PropertySpec>>) =>
  fc.record(Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, propertyOf(spec)])));

const nodesOf = (kind: Kind): fc.Arbitrary<NodeRecord[]> =>
  fc
    .array(fc.tuple(propertiesOf(nodeSpecs[kind].properties), some(texts, 2), rowsOfEvidence), {
      minLength: sizes[kind][0],
      maxLength: sizes[kind][1],
      size: 'max',
    })
    .map((rows) =>
      rows.map(([part, alternateNames, rows], index) => node(kind, endings[index] as string, { ...part, alternateNames }, rows)),
    );

const linkSeed = fc.oneof(fc.constantFrom(...linkNames), fc.constantFrom(...oftenLinked)).chain((name) =>
  fc.record({
    name: fc.constant(name),
    from: fc.nat(99),
    to: fc.nat(99),
    part: propertiesOf(linkSpecs[name].properties),
    rows: rowsOfEvidence,
  }),
);

/** PART_OF joins nodes that belong together and makes no cycle; any other link may. */
const mayBePart = (from: NodeRecord, to: NodeRecord) =>
  from.kind === 'ACTION_LINE' ? to.kind === 'ACTION_LINE' && from.id > to.id : to.kind === 'SDG';

let version = 0;

/** A valid dataset of up to 40 nodes, with a version of its own. */
export const datasets: fc.Arbitrary<Dataset> = fc
  .tuple(fc.tuple(...kinds.map(nodesOf)), fc.array(linkSeed, { minLength: 20, maxLength: 160, size: 'max' }))
  .map(([groups, seeds]) => {
    const nodes = groups.flat();
    const links = new Map<string, LinkRecord>();
    for (const { name, from, to, part, rows } of seeds) {
      const { identity, ...spec } = linkSpecs[name];
      const starts = nodes.filter(({ kind }) => spec.from.includes(kind));
      const ends = nodes.filter(({ kind }) => spec.to.includes(kind));
      const start = starts[from % starts.length];
      const end = ends[to % ends.length];
      if (!start || !end || (name === 'PART_OF' && !mayBePart(start, end))) continue;
      const record = link(name, start.id, end.id, part, rows);
      links.set(JSON.stringify([name, start.id, end.id, ...identity.map((property) => record[property])]), record);
    }
    version += 1;
    return { version: `random-${version}`, licence: 'CC0-1.0', sources: [], rules: [], nodes, links: [...links.values()] };
  });

const idsOf = (dataset: Dataset) => [...dataset.nodes.map(({ id }) => id), 'entity/unknown'];
const propertyNames = (kind: Kind) => ['id', 'name', 'alternateNames', ...Object.keys(nodeSpecs[kind].properties)];
const valuesOf = (dataset: Dataset, property: string) => [
  ...new Set(dataset.nodes.flatMap((each) => [each[property] ?? []].flat() as (string | number | boolean)[])),
  'no such value',
];

/** A condition that some node of the kind may meet, nested up to `depth`. */
export function conditionOn(dataset: Dataset, kind: Kind, depth = 2): fc.Arbitrary<Condition> {
  const property = fc.constantFrom(...propertyNames(kind));
  const step = fc.record({
    link: fc.constantFrom(...linkNames, ...oftenLinked),
    direction: fc.constantFrom('OUT' as const, 'IN' as const),
  });
  const simple: fc.Arbitrary<Condition>[] = [
    property.chain((name) => some(valuesOf(dataset, name)).map((values) => ({ by: 'property', property: name, in: values }))),
    property.chain((name) => {
      const bound = fc.constantFrom(...valuesOf(dataset, name).filter((value) => typeof value !== 'boolean'), null, undefined);
      return fc.record({ by: fc.constant('range' as const), property: fc.constant(name), from: bound, to: bound });
    }),
    fc
      .tuple(
        step,
        fc.option(some(idsOf(dataset), 4), { nil: undefined }),
        fc.boolean(),
        fc.option(some(Object.values(Method)), { nil: undefined }),
      )
      .map(([{ link, direction }, ids, withParts, methods]) => ({ by: 'link', link, direction, ids, withParts, methods })),
    fc
      .tuple(step, fc.constantFrom('category', 'name', 'symbol', 'alternateNames', 'code', 'id'))
      .chain(([{ link, direction }, name]) =>
        some(valuesOf(dataset, name) as string[]).map((values) => ({ by: 'neighbour', link, direction, property: name, in: values })),
      ),
    some(texts.flatMap(words), 2).map((found) => ({ by: 'text', words: found })),
  ];
  if (depth === 0) return fc.oneof(...simple);
  const nested = fc.array(conditionOn(dataset, kind, depth - 1), { maxLength: 2, size: 'max' });
  return fc.oneof(
    ...simple,
    nested.map((of): Condition => ({ by: 'any', of })),
    nested.map((all): Condition => ({ by: 'not', all })),
  );
}

/** Up to two conditions, half of the time none, so that something is left. */
export const conditionsOn = (dataset: Dataset, kind: Kind): fc.Arbitrary<Condition[]> =>
  fc.oneof(fc.constant<Condition[]>([]), fc.array(conditionOn(dataset, kind), { minLength: 1, maxLength: 2 }));

/** An order of up to two keys, half of the time the default. */
export const ordersOf = (kind: Kind): fc.Arbitrary<Order[]> =>
  fc.oneof(
    fc.constant<Order[]>([]),
    fc.array(fc.record({ by: fc.constantFrom('DEFAULT', ...propertyNames(kind)), descending: fc.boolean() }), {
      minLength: 1,
      maxLength: 2,
    }),
  );

/** Which page: `after` and `before` are indexes into the whole list, to be replaced by positions; `gone` asks for a place beside the row. */
export interface PageSeed extends Omit<PageRequest, 'after' | 'before'> {
  after?: number;
  before?: number;
  gone: boolean;
}
export const pageSeeds: fc.Arbitrary<PageSeed> = fc.record({
  limit: oneOrNone([1, 2, 3, 10]),
  after: oneOrNone([0, 1, 5, undefined]),
  before: oneOrNone([2, 4, 8, undefined]),
  fromEnd: fc.boolean(),
  total: fc.boolean(),
  gone: fc.boolean(),
});

/** An axis of contributions. */
export const axes: fc.Arbitrary<Axis> = fc.oneof(
  fc.constantFrom('cycle', 'paragraph', 'alternateNames').map((property): Axis => ({ by: 'property', property })),
  fc.record({
    by: fc.constant('link' as const),
    link: fc.constantFrom<LinkName>('UNDER', 'UNDER', 'SUPPORTS', 'IN', 'DESCRIBED_IN'),
    direction: fc.constant('OUT' as const),
    property: oneOrNone(['name', 'alternateNames']),
    rollUp: fc.boolean(),
    methods: fc.option(some(Object.values(Method)), { nil: undefined }),
  }),
  fc.record({
    by: fc.constant('link' as const),
    link: fc.constant<LinkName>('MADE'),
    direction: fc.constant('IN' as const),
    property: oneOrNone(['category', 'unSystem']),
  }),
);

export const verbs = fc.option(some(Object.values(CitationVerb).slice(0, 3)), { nil: undefined });
export const optionalMethods = fc.option(some(Object.values(Method)), { nil: undefined });
export const anyId = (dataset: Dataset): fc.Arbitrary<string> => fc.constantFrom(...idsOf(dataset));
export const documentId = (dataset: Dataset): fc.Arbitrary<string> =>
  fc.constantFrom(...dataset.nodes.filter(({ citationsRead }) => citationsRead).map(({ id }) => id), 'entity/unknown');
/** What contributions are tagged with: lines, goals and regions. */
export const targetIds = (dataset: Dataset): string[] =>
  dataset.nodes.filter(({ kind }) => kind === 'ACTION_LINE' || kind === 'SDG' || kind === 'REGION').map(({ id }) => id);
