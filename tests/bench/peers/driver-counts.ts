/** What the hand-written server walks and counts: one statement each; what the database has grouped is added up here. */
import { type ById, bySymbol, current, type DriverQuestion, type Found, nodeOf, withNulls } from './cypher.js';

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
      const { document = null, paragraph = null, method, rule = null, url = null } = JSON.parse(text) as Record<string, string | null>;
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

export const countQuestions: Record<string, DriverQuestion> = {
  LineageOfAResolution: lineage,
  WhoReportedOnAnActionLine: reporters,
  ActionLineBySdg: cube,
};
