/** What must hold for any graph and any question: the store answers as the naive oracle does, and the ways of counting agree. */
import fc from 'fast-check';
import type { Dataset, NodeSummary } from '../../src/domain/records.js';
import { documentKinds, type Kind, tagLinks } from '../../src/domain/vocabulary.js';
import type { Axis, Condition, Page, PageRequest, Row } from '../../src/store/graph-store.js';
import { oracleOf } from './oracle.js';
import {
  anyId,
  axes,
  conditionsOn,
  datasets,
  documentId,
  optionalMethods,
  ordersOf,
  type PageSeed,
  pageSeeds,
  targetIds,
  verbs,
} from './random.js';
import type { Opened } from './suite.js';

const kindSets: Kind[][] = [['CONTRIBUTION'], ['CONTRIBUTION'], ['ENTITY'], ['ACTION_LINE', 'SDG'], [...documentKinds], ['ASK', 'SESSION']];
const direction = fc.constantFrom('OUT' as const, 'IN' as const);
const citing = fc.constantFrom('ANCESTORS' as const, 'DESCENDANTS' as const, 'BOTH' as const);

/** The page request with positions of rows of the list; `gone` puts them beside their row, where no row is. */
function pageIn(rows: readonly Row<unknown>[], { after, before, gone, ...page }: PageSeed): PageRequest {
  const at = (index: number | undefined) => {
    const row = index === undefined ? undefined : rows[index];
    return row && (gone ? { ...row.position, id: `${row.position.id}!` } : row.position);
  };
  return { ...page, after: at(after), before: at(before) };
}

/** An answer with the sources of every node in it, which a store may leave out of most. */
function completed<T>(answer: T, { nodes }: Dataset): T {
  const sourcesOf = new Map(nodes.map(({ id, sources }) => [id, sources]));
  const complete = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(complete);
    if (value === null || typeof value !== 'object') return value;
    const whole = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, complete(each)]));
    return 'sameAs' in value ? { sources: sourcesOf.get((value as NodeSummary).id), ...whole } : whole;
  };
  return complete(answer) as T;
}

export function describeProperties(given: Opened, runs: number): void {
  /** Checks a property of random graphs, each loaded before its questions are asked. */
  const forGraphs = <T>(questions: (dataset: Dataset) => fc.Arbitrary<T>, check: (dataset: Dataset, question: T) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(
        datasets.chain((dataset) => fc.tuple(fc.constant(dataset), questions(dataset))),
        async ([dataset, question]) => {
          await given.writer.replace(dataset);
          await check(dataset, question);
        },
      ),
      { numRuns: runs },
    );

  describe('any graph', () => {
    test('gives the pages that the oracle finds', async () => {
      const questions = (dataset: Dataset) =>
        fc.constantFrom(...kindSets).chain((kinds) =>
          fc.record({
            kinds: fc.constant(kinds),
            where: conditionsOn(dataset, kinds[0] as Kind),
            order: ordersOf(kinds[0] as Kind),
            page: pageSeeds,
            scoped: fc.record({
              link: fc.constantFrom(...tagLinks, 'CITES' as const, 'MADE' as const),
              direction,
              withParts: fc.boolean(),
            }),
            ids: fc.array(anyId(dataset), { maxLength: 3 }),
          }),
        );
      await forGraphs(questions, async (dataset, { page: seed, scoped, ids, ...query }) => {
        const oracle = oracleOf(dataset);
        const page = pageIn(oracle.find({ ...query, page: {} }, []).rows, seed);
        const found = await given.store.find({ ...query, page }, [[]]);
        expect(completed(found, dataset)).toEqual([oracle.find({ ...query, page }, [])]);
        const scopes = ids.map((id): Condition[] => [{ by: 'link', ...scoped, ids: [id] }]);
        const inScopes = await given.store.find({ ...query, page }, scopes);
        expect(completed(inScopes, dataset)).toEqual(scopes.map((scope) => oracle.find({ ...query, page }, scope)));
      });
    });

    test('gives the neighbours that the oracle finds', async () => {
      const questions = (dataset: Dataset) =>
        fc.record({
          link: fc.constantFrom('CITES', 'CITES', 'UNDER', 'MADE', 'SUPPORTS', 'PART_OF', 'DESCRIBED_IN'),
          direction,
          where: verbs.map((values) => values && { property: 'verb', in: values }),
          withParts: fc.boolean(),
          order: fc.constantFrom('NODE' as const, 'TEXT' as const),
          page: pageSeeds,
          ids: fc.array(anyId(dataset), { minLength: 1, maxLength: 4 }),
        });
      await forGraphs(questions, async (dataset, { page: seed, ids, link, ...query }) => {
        const oracle = oracleOf(dataset);
        const whole = { link, ...query, page: {} } as Parameters<typeof oracle.neighbours>[0];
        const page = pageIn(oracle.neighbours(whole, ids[0] as string).rows, seed);
        const found = await given.store.neighbours({ ...whole, page }, ids);
        expect(completed(found, dataset)).toEqual(ids.map((id) => oracle.neighbours({ ...whole, page }, id)));
      });
    });

    test('gives the ends of relations that the oracle finds', async () => {
      const questions = (dataset: Dataset) => {
        const link = fc.constantFrom('CITES' as const, 'UNDER' as const, 'MADE' as const, 'SUPPORTS' as const, 'PART_OF' as const);
        return fc.array(fc.record({ id: anyId(dataset), link, direction }), { maxLength: 6 });
      };
      await forGraphs(questions, async (dataset, relations) => {
        const oracle = oracleOf(dataset);
        const found = await given.store.related(relations);
        const truth = relations.map(({ id, ...relation }) => {
          const { rows } = oracle.neighbours({ ...relation, order: 'NODE', page: {} }, id);
          return [...new Set(rows.map(({ value }) => value.node))];
        });
        expect(completed(found, dataset)).toEqual(truth);
      });
    });

    test('gives the reporters that the oracle finds', async () => {
      const questions = (dataset: Dataset) =>
        fc.record({
          link: fc.constantFrom(...tagLinks),
          withParts: fc.boolean(),
          where: conditionsOn(dataset, 'CONTRIBUTION'),
          methods: optionalMethods,
          page: pageSeeds,
          parents: fc.array(anyId(dataset), { minLength: 1, maxLength: 9 }),
        });
      await forGraphs(questions, async (dataset, { page: seed, parents, ...query }) => {
        const oracle = oracleOf(dataset);
        const page = pageIn(oracle.reporters({ ...query, page: {} }, parents[0] as string).rows, seed);
        const found = await given.store.reporters({ ...query, page }, parents);
        expect(completed(found, dataset)).toEqual(parents.map((id) => oracle.reporters({ ...query, page }, id)));
      });
    });

    test('gives the counts that the oracle finds', async () => {
      const questions = (dataset: Dataset) =>
        fc.record({
          where: conditionsOn(dataset, 'CONTRIBUTION'),
          rows: axes,
          columns: axes,
          measure: fc.constantFrom(
            'ROWS' as const,
            { link: 'MADE', direction: 'IN' } as const,
            { link: 'DESCRIBED_IN', direction: 'OUT' } as const,
          ),
          limit: fc.constantFrom(1, 2, 50),
        });
      await forGraphs(questions, async (dataset, { where, rows, columns, measure, limit }) => {
        const oracle = oracleOf(dataset);
        const cube = { kind: 'CONTRIBUTION' as const, where, rows, columns, measure };
        expect(await given.store.cube(cube)).toEqual(oracle.cube(cube));
        const facets = { kinds: ['CONTRIBUTION'] as const, where, axes: [rows, columns], limit };
        expect(await given.store.facets(facets, [[]])).toEqual([oracle.facets(facets, [])]);
      });
    });

    test('gives the lineages, paths and common ancestors that the oracle finds', async () => {
      const questions = (dataset: Dataset) =>
        fc.record({
          ids: fc.array(documentId(dataset), { minLength: 2, maxLength: 3 }),
          direction: citing,
          verbs,
          maxDepth: fc.integer({ min: 0, max: 4 }),
          limit: fc.constantFrom(1, 3, 50),
        });
      await forGraphs(questions, async (dataset, { ids, maxDepth, limit, ...query }) => {
        const oracle = oracleOf(dataset);
        const [from, to] = ids as [string, string];
        const lineage = { id: from, maxDepth, limit, ...query };
        expect(completed(await given.store.lineage(lineage), dataset)).toEqual(oracle.lineage(lineage));
        const paths = { from, to, maxLength: maxDepth + 1, limit };
        expect(completed(await given.store.paths(paths), dataset)).toEqual(oracle.paths(paths));
        const common = { ids, maxDepth, limit };
        expect(completed(await given.store.commonAncestors(common), dataset)).toEqual(oracle.commonAncestors(common));
      });
    });

    test('counts the same in a list, a facet, a cube and among the neighbours of one node', async () => {
      const questions = (dataset: Dataset) =>
        fc.record({
          where: conditionsOn(dataset, 'CONTRIBUTION'),
          link: fc.constantFrom(...tagLinks),
          withParts: fc.boolean(),
          methods: optionalMethods,
          columns: axes,
        });
      await forGraphs(questions, async (dataset, { where, link, withParts, methods, columns }) => {
        const axis: Axis = { by: 'link', link, direction: 'OUT', rollUp: withParts, methods };
        const targets = targetIds(dataset);
        const scopes = targets.map((id): Condition[] => [{ by: 'link', link, direction: 'OUT', ids: [id], withParts, methods }]);
        const kinds = ['CONTRIBUTION'] as const;
        const lists = await given.store.find({ kinds, where, page: { limit: 1, total: true } }, scopes);
        const [facets] = await given.store.facets({ kinds, where, axes: [axis], limit: 100 }, [[]]);
        const cube = await given.store.cube({ kind: 'CONTRIBUTION', where, rows: axis, columns, measure: 'ROWS' });
        const listed = targets.map((_, index) => lists[index]?.total);
        expect(listed).toEqual(targets.map((id) => facets?.[0]?.values.find(({ key }) => key === id)?.count ?? 0));
        expect(listed).toEqual(targets.map((id) => cube.rows.find(({ key }) => key === id)?.total ?? 0));

        const single = await given.store.neighbours({ link, direction: 'IN', withParts, order: 'NODE', page: {} }, targets);
        const [matching] = (await given.store.find({ kinds, where, page: {} }, [[]])) as [Page<NodeSummary>];
        const matched = new Set(matching.rows.map(({ value }) => value.id));
        const told = single.map(({ rows }) => {
          const stated = rows.filter(({ value }) => !methods || value.link.evidence.some(({ method }) => methods.includes(method)));
          return new Set(stated.map(({ value }) => value.node.id).filter((id) => matched.has(id))).size;
        });
        expect(listed).toEqual(told);
      });
    });
  });
}
