/** Who reported on a parent, in the neo4j store: counted, ordered and cut in the database. */
import { type TagLink, tagLinks } from '../../domain/vocabulary.js';
import type { Page, Reporter, ReportersQuery } from '../graph-store.js';
import { emptyPage, type PageAnswer, pageFrom } from './answers.js';
import { allOf, isBy } from './conditions.js';
import { between, cutOf, orderBy, type RowOrder } from './orders.js';
import { LinkProjection, NodeProjection, sortKeyOf, type Tuple } from './projections.js';
import type { Reader } from './reader.js';
import { call, nodeOf, statement } from './statements.js';
import { isStorable, typeOf, Values } from './values.js';

const order: RowOrder = { keys: [{ text: 'one.rank' }, { text: '-one.count' }, { text: 'one.node.sort' }], id: ['one.node.id'] };

interface Counted {
  node: Tuple;
  count: number;
  stated: number;
  inferred: number;
  cycles: number[];
  samples: [contribution: string, to: string, tag: Tuple][];
}

interface Answer extends PageAnswer<Counted> {
  id: string;
}

/**
 * Every contribution once with its tags on the parent, the first by the default order of the targets; then the entities that made it.
 * A text is read from the outside in: `tag` are relationships, `n` a contribution, `one` an entity with its counts.
 */
const counting = (match: string) => `${match}
WITH n, tag, target ORDER BY target.sort, target.id
WITH n, collect(tag) AS tags
WITH n, head(tags) AS tag,
  any(each IN tags WHERE ${isBy('each', `['CURATED', 'EXTRACTED']`)}) AS isStated,
  all(each IN tags WHERE all(method IN each.methods WHERE method = 'INFERRED')) AS isInferred
MATCH (n)<-[:MADE]-(entity)
WITH entity, n, tag, isStated, isInferred ORDER BY n.sort, n.id
WITH entity, count(n) AS count, sum(CASE WHEN isStated THEN 1 ELSE 0 END) AS stated, sum(CASE WHEN isInferred THEN 1 ELSE 0 END) AS inferred,
  collect(DISTINCT n.cycle) AS cycles, collect({n: n, tag: tag})[..10] AS samples
WITH collect({node: entity, rank: CASE WHEN stated > 0 THEN 0 ELSE 1 END, count: count, stated: stated, inferred: inferred,
  cycles: cycles, samples: samples}) AS reporters`;

const entities = new NodeProjection(['ENTITY'], { sources: false });
const tags = new LinkProjection(tagLinks);

const row = `{node: ${entities.of('entity')}, count: one.count, stated: one.stated, inferred: one.inferred, cycles: one.cycles,
  samples: [sample IN one.samples | [sample.n.id, endNode(sample.tag).id, ${tags.of('sample.tag')}]]}`;

/** See GraphStore.reporters. */
export async function reporters(reader: Reader, query: ReportersQuery, parents: readonly string[]): Promise<Page<Reporter>[]> {
  const { link, page } = query;
  const asked = [...new Set(parents)].filter(isStorable);
  if (asked.length === 0) return parents.map(() => emptyPage(page));
  const values = new Values();
  const only = between(order, page, values);
  const { limit, own, parameters } = cutOf(page);
  const cut = `${only.length > 0 ? ` WHERE ${only.join(' AND ')}` : ''} ORDER BY ${orderBy(order, page.fromEnd)}${limit}`;
  const cutOff = `UNWIND reporters AS one\nWITH one${cut}\nWITH collect(one) AS found`;
  const rows = call('reporters', `${cutOff}\nUNWIND found${own} AS one\nWITH one, one.node AS entity\nRETURN collect(${row}) AS rows`);
  const text = statement(
    `UNWIND ask.ids AS id\n${call('g, id', `${counting(matchOf(query, values))}\n${rows}\nRETURN rows, size(reporters) AS total`)}`,
    'collect({id: id, rows: rows, total: total})',
  );
  const answers = await reader.ask<Answer[]>(text, { ids: asked, ...values.all, ...parameters });
  const found = new Map(answers.map((answer) => [answer.id, pageFrom(answer, page, (counted) => rowOf(counted, link))]));
  return parents.map((id) => found.get(id) ?? emptyPage(page));
}

/** Matches the contributions `n` with each `tag` on the parent `id`, or one of its parts, as `target`. */
function matchOf({ link, withParts, where, methods }: ReportersQuery, values: Values): string {
  const by = methods ? [isBy('tag', values.add(methods))] : [];
  const predicates = [...by, allOf('n', where, values)].join(' AND ');
  const parts = withParts ? 'MATCH (parent)<-[:PART_OF*0..]-(target)\nWITH DISTINCT target' : 'WITH parent AS target';
  return `${nodeOf('parent', 'id')}
${parts}
MATCH (n:Contribution)-[tag:${typeOf(link)}]->(target) WHERE ${predicates}`;
}

function rowOf({ node: tuple, count, stated, inferred, cycles, samples }: Counted, link: TagLink) {
  const node = entities.summary(tuple);
  const value: Reporter = {
    node,
    contributionCount: count,
    statedCount: stated,
    inferredCount: inferred,
    samples: samples.map(([contribution, to, tag]) => ({ contribution, link: tags.record(link, contribution, to, tag) })),
    cycles: cycles.sort((a, b) => a - b),
  };
  return { value, position: { keys: [stated > 0 ? 0 : 1, -count, sortKeyOf(tuple)], id: node.id } };
}
