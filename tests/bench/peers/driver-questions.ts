/**
 * The Cypher of the hand-written server: one statement for each question, over the graph as `wsis-graph load` makes it, that reads no more than its
 * answer holds. What the database gives is nearly the answer; the rest is done in the functions beside.
 */
import neo4j from 'neo4j-driver';

/** A map out of the database, or of variables. */
type Found = Record<string, unknown>;

export interface DriverQuestion {
  cypher: string | ((variables: never) => string);
  /** the variables of the request as parameters of the statement */
  parameters(variables: Found): Found;
  /** the data of the answer, from the one row that the statement gives */
  data(row: Found, variables: Found): unknown;
}

type ById = { id: string };
type Page = { id: string; first: number };
type Contribution = { document: Found; entities: Found[]; tags: { node: Found; evidence: string }[] };

const current = `MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
WITH c.generation AS g`;
const nodeOf = (variable: string, id: string) =>
  `MATCH (${variable}:Node {generation: g, id: ${id}}) USING INDEX SEEK ${variable}:Node(generation, id)`;
const inOrder = (match: string, result: string, order = 'x.sort, x.id') => `COLLECT { ${match} WITH * ORDER BY ${order} RETURN ${result} }`;

/**
 * The first contributions under a line and its parts. A small line is sorted; of a large one there are so many that walking all contributions by the
 * index of their order soon meets enough.
 */
const page = `${current}
${nodeOf('line', '$id')}
WITH g, line, [line] + COLLECT { MATCH (part)-[:PART_OF]->(line) RETURN part } AS parts
WITH g, line, parts, reduce(sum = 0, part IN parts | sum + COUNT { (part)<-[:UNDER]-() }) AS degree
CALL (g, parts, degree) {
  CALL (g, parts, degree) {
    WITH parts WHERE degree <= 3000
    UNWIND parts AS part MATCH (part)<-[:UNDER]-(n)
    WITH DISTINCT n ORDER BY n.sort, n.id LIMIT $limit
    RETURN n
    UNION ALL
    WITH g, parts WHERE degree > 3000
    MATCH (n:Contribution) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL AND EXISTS { (n)-[:UNDER]->(part) WHERE part IN parts }
    WITH n ORDER BY n.generation, n.sort, n.id LIMIT $limit
    RETURN n
  }
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
const firstPage = (count: string): DriverQuestion => ({
  cypher: `${page}\nRETURN line.name AS name, [n IN found | ${pageRow}] AS nodes, ${count} AS total`,
  parameters: ({ id, first }: Page) => ({ id: `action-line/${id}`, limit: neo4j.int(first + 1) }),
  data: ({ name, nodes: rows, total: totalCount }: { name: string; nodes: Contribution[]; total: number | null }, { first }: Page) => {
    const nodes = rows.slice(0, first).map((row) => ({
      ...withNulls(row, ['cycle', 'paragraph']),
      document: withNulls(row.document, ['url']),
      tags: row.tags.map(({ node, evidence }) => {
        const { method, rule } = JSON.parse(evidence) as { method: string; rule: string | null };
        return { node, method, rule };
      }),
    }));
    const pageInfo = { hasNextPage: rows.length > first, endCursor: '' };
    return { actionLine: { name, contributions: { ...(totalCount === null ? {} : { totalCount }), pageInfo, nodes } } };
  },
});

const withNulls = (map: Found, fields: readonly string[]): Found => {
  const whole = { ...map };
  for (const field of fields) whole[field] ??= null;
  return whole;
};

const nested: DriverQuestion = {
  cypher: `${page}
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
};

const lookup: DriverQuestion = {
  cypher: `${current}
${nodeOf('n', '$id')}
RETURN n {.id, .kind, .name, .cycle, .paragraph, document: ${documentOf.replace(', .url', '')}, entities: ${entities('.id, .name')}} AS node`,
  parameters: ({ id }: ById) => ({ id }),
  data: ({ node }: { node: Found }) => ({ node: withNulls(node, ['cycle', 'paragraph']) }),
};

/** A document by its symbol, whatever its kind. */
const bySymbol = `${current}
UNWIND ['resolution/', 'report/', 'outcome-document/', 'other-document/'] AS prefix
${nodeOf('root', 'prefix + $id')}`;
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
        const { paragraph, footnote, where, method, language } = JSON.parse(each) as Record<string, unknown>;
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

const lineage: DriverQuestion = {
  cypher: `${bySymbol}
CALL (root) {
  MATCH way = (root)-[:CITES*0..2]->(n) WHERE $direction = 'ANCESTORS'
  WITH n, min(length(way)) AS depth RETURN n, depth
  UNION ALL
  MATCH way = (root)<-[:CITES*0..2]-(n) WHERE $direction = 'DESCENDANTS'
  WITH n, min(length(way)) AS depth RETURN n, depth
}
WITH root, n, depth ORDER BY depth, n.sort, n.id LIMIT 202
WITH root, collect({n: n, depth: depth})[1..] AS found
WITH root, found[..200] AS shown, size(found) > 200 AS truncated
WITH root, shown, truncated, [root] + [each IN shown | each.n] AS all
CALL (all) {
  UNWIND all AS a MATCH (a)-[r:CITES]->(b) WHERE b IN all
  WITH a, b, r ORDER BY a.id, r.place, b.id, r.verb
  RETURN collect({from: a.id, to: b.id, verb: r.verb, where: r.where, paragraph: r.paragraph}) AS links
}
RETURN root {.id, .name} AS root, truncated, links,
  [each IN shown | {depth: each.depth, citationsRead: each.n.citationsRead, document: {id: each.n.id, name: each.n.name, date: each.n.date}}] AS nodes`,
  parameters: ({ id, direction }: { id: string; direction: string }) => ({ id, direction }),
  data: ({
    root,
    nodes,
    links,
    truncated,
  }: {
    root: Found;
    nodes: { depth: number; citationsRead: string; document: Found }[];
    links: Found[];
    truncated: boolean;
  }) => ({
    lineage: {
      root,
      nodes: nodes.map(({ depth, citationsRead, document }) => ({
        depth,
        citationsRead,
        document: withNulls(document, ['date']),
      })),
      links: links.map((link) => withNulls(link, ['where', 'paragraph'])),
      truncated,
    },
  }),
};

type Reporter = {
  node: Found;
  contributionCount: number;
  statedCount: number;
  inferredCount: number;
  cycles: number[];
  evidence: string[][];
};
type Cites = { id: string; symbol?: string; title?: string };

const reporters: DriverQuestion = {
  cypher: `${current}
${nodeOf('line', '$id')}
CALL (line) {
  MATCH (line)<-[:PART_OF*0..]-(part) WITH DISTINCT part
  MATCH (part)<-[tag:UNDER]-(n)
  WITH n, tag, part ORDER BY part.sort, part.id
  WITH n, collect(tag) AS tags
  WITH n, head(tags).evidence AS evidence, any(t IN tags WHERE any(m IN t.methods WHERE m IN ['CURATED', 'EXTRACTED'])) AS stated,
    all(t IN tags WHERE t.methods = ['INFERRED']) AS inferred
  ORDER BY n.sort, n.id
  MATCH (n)<-[:MADE]-(entity)
  WITH entity, count(n) AS count, sum(CASE WHEN stated THEN 1 ELSE 0 END) AS stated, sum(CASE WHEN inferred THEN 1 ELSE 0 END) AS inferred,
    collect(DISTINCT n.cycle) AS cycles, collect(evidence)[..10] AS evidence
  WITH * ORDER BY stated > 0 DESC, count DESC, entity.sort, entity.id
  RETURN collect({node: entity {.id, .name, .acronym}, contributionCount: count, statedCount: stated, inferredCount: inferred, cycles: cycles, evidence: evidence}) AS rows
}
WITH line, rows, COLLECT {
  UNWIND rows[..100] AS row UNWIND row.evidence AS pieces UNWIND pieces AS piece
  WITH DISTINCT split(split(piece, '"document":"')[1], '"')[0] AS id WHERE id IS NOT NULL
  MATCH (d:Node {generation: line.generation, id: id}) USING INDEX SEEK d:Node(generation, id) RETURN d {.id, .symbol, .title}
} AS documents
RETURN line {.id, .name} AS line, rows[..100] AS rows, size(rows) AS total, documents`,
  parameters: ({ id }: ById) => ({ id: `action-line/${id}` }),
  data: ({ line, rows, total: totalCount, documents }: { line: Found; rows: Reporter[]; total: number; documents: Cites[] }) => {
    const known = new Map(documents.map((each) => [each.id, { symbol: each.symbol ?? null, title: each.title ?? each.symbol }]));
    const evidenceOf = (text: string) => {
      const { document, paragraph, method, rule, url } = JSON.parse(text) as Record<string, string | null>;
      return { document: document ? known.get(document) : null, paragraph, method, rule, url };
    };
    const edges = rows.map(({ node, contributionCount, statedCount, inferredCount, cycles, evidence }) => {
      const years = cycles.sort((a, b) => a - b);
      const span = { cycles: years, firstCycle: years[0] ?? null, lastCycle: years.at(-1) ?? null };
      return {
        node: withNulls(node, ['acronym']),
        contributionCount,
        statedCount,
        inferredCount,
        ...span,
        evidence: evidence.flat().map(evidenceOf),
      };
    });
    return { actionLine: { ...line, reportingEntities: { totalCount, edges } } };
  },
};

const standing = `WITH n, COLLECT { MATCH (n)-[:UNDER]->()-[:PART_OF*0..1]->(x) WITH DISTINCT x.id AS id ORDER BY id RETURN id } AS rows,
  COLLECT { MATCH (n)-[:SUPPORTS]->(x) WITH x.id AS id ORDER BY id RETURN id } AS columns
WITH rows, columns, count(*) AS count
RETURN collect({rows: rows, columns: columns, count: count}) AS groups`;
const left = `NOT (EXISTS { (n)-[:UNDER]->() } AND EXISTS { (n)-[:SUPPORTS]->() })`;
const ordered = 'n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL';
type Named = { id: string; name: string };
type Counted = { groups: { rows: string[]; columns: string[]; count: number }[]; left: Found[]; lines: Named[]; goals: Named[] };

const cubeOf = (contributions: string, order: string) => `${current}
CALL (g) {
  ${contributions}
  ${standing}
}
CALL (g) {
  ${contributions} ${contributions.includes('WHERE') ? 'AND' : 'WHERE'} ${left}
  WITH n ORDER BY ${order} LIMIT 10
  RETURN collect(n {.id, .summary}) AS left
}
RETURN groups, left, COLLECT { MATCH (x:ActionLine) WHERE x.generation = g WITH x ORDER BY x.sort, x.id RETURN x {.id, .name} } AS lines,
  COLLECT { MATCH (x:Sdg) WHERE x.generation = g WITH x ORDER BY x.sort, x.id RETURN x {.id, .name} } AS goals`;
const cubeOfEntity = cubeOf(`${nodeOf('e', '$entity')} MATCH (e)-[:MADE]->(n)`, 'n.sort, n.id');
const cubeOfAll = cubeOf(`MATCH (n:Contribution) WHERE ${ordered}`, 'n.generation, n.sort, n.id');
type Filter = { filter?: { entities?: string[] } };

const cube: DriverQuestion = {
  cypher: ({ filter }: Filter) => (filter ? cubeOfEntity : cubeOfAll),
  parameters: ({ filter }: Filter) => ({ entity: filter?.entities?.[0] ?? null }),
  data: ({ groups, left: nodes, lines, goals }: Counted, { includeEmpty }: { includeEmpty: boolean }) => {
    const [rows, columns, cells] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
    const add = (counts: Map<string, number>, key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);
    let [all, untagged] = [0, 0];
    for (const group of groups) {
      all += group.count;
      if (group.rows.length === 0 || group.columns.length === 0) untagged += group.count;
      for (const row of group.rows) add(rows, row, group.count);
      for (const column of group.columns) add(columns, column, group.count);
      for (const row of group.rows) for (const column of group.columns) add(cells, `${row}\t${column}`, group.count);
    }
    const headers = (ends: readonly Named[], counts: Map<string, number>) =>
      ends.filter(({ id }) => includeEmpty || counts.has(id)).map(({ id, name }) => ({ key: id, label: name, total: counts.get(id) ?? 0 }));
    const [rowHeaders, columnHeaders] = [headers(lines, rows), headers(goals, columns)];
    const found = rowHeaders.flatMap(({ key: row }) =>
      columnHeaders.flatMap(({ key: column }) => {
        const value = cells.get(`${row}\t${column}`);
        return value === undefined ? [] : [{ row, column, value }];
      }),
    );
    return {
      cube: {
        rows: rowHeaders,
        columns: columnHeaders,
        cells: found,
        total: all,
        untagged,
        untaggedContributions: { totalCount: untagged, nodes },
      },
    };
  },
};

export const driverQuestions: Record<string, DriverQuestion> = {
  FirstPage: firstPage('null'),
  FirstPageWithTotal: firstPage(total),
  Nested: nested,
  Lookup: lookup,
  WhatATextCites: citations,
  LineageOfAResolution: lineage,
  WhoReportedOnAnActionLine: reporters,
  ActionLineBySdg: cube,
};
