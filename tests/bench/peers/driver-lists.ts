/** The lists and things that the hand-written server answers: one statement each, that reads no more than its answer holds. */
import neo4j from 'neo4j-driver';
import { type ById, bySymbol, current, type DriverQuestion, type Found, inOrder, nodeOf, withNulls } from './cypher.js';

type Page = { id: string; first: number };
type Contribution = { document: Found; entities: Found[]; tags: { node: Found; evidence: string }[] };

/**
 * The first contributions under a line and its parts, as `found`: by the index of lists where the database has one. Without it a small line is sorted,
 * and for a large one all contributions are walked in their order, which soon meets enough.
 */
const byIndex = `UNWIND [part IN parts | part.id] AS list
  CALL (g, list) {
    MATCH ()<-[link:UNDER]-(n) USING INDEX SEEK link:UNDER(generation, list, sort, key)
    WHERE link.generation = g AND link.list = list AND link.sort >= '' AND link.key IS NOT NULL
    WITH n, link ORDER BY link.generation, link.list, link.sort, link.key LIMIT $limit
    RETURN n
  }
  WITH DISTINCT n ORDER BY n.sort, n.id LIMIT $limit`;
const bySize = `CALL (g, parts, degree) {
    WITH parts WHERE degree <= 3000
    UNWIND parts AS part MATCH (part)<-[:UNDER]-(n)
    WITH DISTINCT n ORDER BY n.sort, n.id LIMIT $limit
    RETURN n
    UNION ALL
    WITH g, parts WHERE degree > 3000
    MATCH (n:Contribution) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL AND EXISTS { (n)-[:UNDER]->(part) WHERE part IN parts }
    WITH n ORDER BY n.generation, n.sort, n.id LIMIT $limit
    RETURN n
  }`;
const page = (rows: string) => `${current}
${nodeOf('line', '$id')}
WITH g, line, [line] + COLLECT { MATCH (part)-[:PART_OF]->(line) RETURN part } AS parts
WITH g, line, parts, reduce(sum = 0, part IN parts | sum + COUNT { (part)<-[:UNDER]-() }) AS degree
CALL (g, parts, degree) {
  ${rows}
  RETURN collect(n) AS found
}`;

const entities = (fields: string) => inOrder('MATCH (n)<-[:MADE]-(x)', `x {${fields}}`);
const documentOf = `head(COLLECT { MATCH (n)-[:DESCRIBED_IN]->(x) RETURN x {.id, .name, .url} })`;
const tags = inOrder(
  'MATCH (n)-[t:UNDER|IN|SUPPORTS]->(x)',
  '{node: x {.id, .name}, evidence: t.evidence[0]}',
  `CASE type(t) WHEN 'UNDER' THEN 0 WHEN 'IN' THEN 1 ELSE 2 END, x.sort, x.id`,
);
const pageRow = `n {.id, .summary, .cycle, .paragraph, entities: ${entities('.id, .name')}, document: ${documentOf}, tags: ${tags}}`;
const total = `CASE WHEN size(parts) = 1 THEN degree ELSE COUNT { UNWIND parts AS part MATCH (part)<-[:UNDER]-(n) RETURN DISTINCT n } END`;
const firstPage = (rows: string, count: string): DriverQuestion => ({
  cypher: `${page(rows)}\nRETURN line.name AS name, [n IN found | ${pageRow}] AS nodes, ${count} AS total`,
  parameters: ({ id, first }: Page) => ({ id: `action-line/${id}`, limit: neo4j.int(first + 1) }),
  data: ({ name, nodes: rows, total: totalCount }: { name: string; nodes: Contribution[]; total: number | null }, { first }: Page) => {
    const nodes = rows.slice(0, first).map((row) => ({
      ...withNulls(row, ['cycle', 'paragraph']),
      document: withNulls(row.document, ['url']),
      tags: row.tags.map(({ node, evidence }) => {
        const { method, rule = null } = JSON.parse(evidence) as { method: string; rule?: string };
        return { node, method, rule };
      }),
    }));
    const pageInfo = { hasNextPage: rows.length > first, endCursor: '' };
    return { actionLine: { name, contributions: { ...(totalCount === null ? {} : { totalCount }), pageInfo, nodes } } };
  },
});

const nested = (rows: string): DriverQuestion => ({
  cypher: `${page(rows)}
RETURN [n IN found | n {.id, .summary, .cycle, entities: ${entities('.id, .name, .acronym, .category')}, document: ${documentOf},
  sdgs: ${inOrder('MATCH (n)-[:SUPPORTS]->(x)', 'x {.id, .number, .title}')}}] AS nodes`,
  parameters: ({ id, first }: Page) => ({ id: `action-line/${id}`, limit: neo4j.int(first) }),
  data: ({ nodes }: { nodes: Contribution[] }) => ({
    actionLine: {
      contributions: {
        nodes: nodes.map((row) => ({
          ...withNulls(row, ['cycle']),
          entities: row.entities.map((entity) => withNulls(entity, ['acronym'])),
          document: withNulls(row.document, ['url']),
        })),
      },
    },
  }),
});

const lookup: DriverQuestion = {
  cypher: `${current}
${nodeOf('n', '$id')}
RETURN n {.id, .kind, .name, .cycle, .paragraph, document: ${documentOf.replace(', .url', '')}, entities: ${entities('.id, .name')}} AS node`,
  parameters: ({ id }: ById) => ({ id }),
  data: ({ node }: { node: Found }) => ({ node: withNulls(node, ['cycle', 'paragraph']) }),
};

const cited = (match: string, order: string) =>
  inOrder(
    match,
    '{node: x {.id, .name}, verb: r.verb, where: r.where, paragraph: r.paragraph, evidence: r.evidence}',
    `${order} LIMIT 100`,
  );
type Cited = { node: Found; verb: string; where: string | null; paragraph: string | null; evidence: string[] };
const edgeOf = ({ node, verb, where, paragraph }: Cited) => ({ verb, where: where ?? null, paragraph: paragraph ?? null, node });

const citations: DriverQuestion = {
  cypher: `${bySymbol}
RETURN root {.id, .title, .symbol, .name, .citationsRead} AS root, COUNT { (root)-[:CITES]->() } AS citesTotal, COUNT { (root)<-[:CITES]-() } AS citedTotal,
  ${cited('MATCH (root)-[r:CITES]->(x)', 'r.place, x.sort, x.id, r.key')} AS cites, ${cited('MATCH (root)<-[r:CITES]-(x)', 'x.sort, x.id, r.key')} AS citedBy`,
  parameters: ({ id }: ById) => ({ id }),
  data: ({
    root,
    citesTotal,
    citedTotal,
    cites,
    citedBy,
  }: {
    root: Found;
    citesTotal: number;
    citedTotal: number;
    cites: Cited[];
    citedBy: Cited[];
  }) => {
    const { id, title, symbol, name, citationsRead } = root;
    const evidenceOf = (texts: string[]) =>
      texts.map((each) => {
        const { paragraph = null, footnote = null, where = null, method, language = null } = JSON.parse(each) as Record<string, unknown>;
        return { paragraph, footnote, where, method, language };
      });
    return {
      document: {
        id,
        title: title ?? symbol ?? name,
        citationsRead,
        cites: { totalCount: citesTotal, edges: cites.map((row) => ({ ...edgeOf(row), evidence: evidenceOf(row.evidence) })) },
        citedBy: { totalCount: citedTotal, edges: citedBy.map(edgeOf) },
      },
    };
  },
};

/** @param hasLists whether the database has the index of lists (under_list) */
export const listQuestions = (hasLists: boolean): Record<string, DriverQuestion> => {
  const rows = hasLists ? byIndex : bySize;
  return {
    FirstPage: firstPage(rows, 'null'),
    FirstPageWithTotal: firstPage(rows, total),
    Nested: nested(rows),
    Lookup: lookup,
    WhatATextCites: citations,
  };
};
