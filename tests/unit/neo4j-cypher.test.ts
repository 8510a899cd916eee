/** The Cypher that questions become: the text of a question depends on its shape only, and everything asked for is a parameter. */
import { kinds } from '../../src/domain/graph.js';
import type { Condition, PageRequest } from '../../src/store/graph-store.js';
import { commonAncestors, lineage, paths } from '../../src/store/neo4j/citations.js';
import { cube, facets } from '../../src/store/neo4j/counts.js';
import { exportAll } from '../../src/store/neo4j/export.js';
import { find } from '../../src/store/neo4j/lists.js';
import { candidates, lookup, nodes } from '../../src/store/neo4j/names.js';
import { neighbours } from '../../src/store/neo4j/neighbours.js';
import { related } from '../../src/store/neo4j/related.js';
import { reporters } from '../../src/store/neo4j/reporters.js';
import { sentBy, statementOf } from '../support/sent-statements.js';

const line = 'action-line/C7';
const text: Condition = { by: 'text', words: ['health', 'care'] };
const under: Condition = { by: 'link', link: 'UNDER', direction: 'OUT', ids: [line], withParts: true, methods: ['CURATED'] };
const page = (request: PageRequest = {}): PageRequest => ({ limit: 10, ...request });

describe('one statement', () => {
  test('reads nodes by id', async () => {
    expect(await statementOf((reader) => nodes(reader, [line]))).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.ids AS id
MATCH (n:Node {generation: g, id: id}) USING INDEX SEEK n:Node(generation, id)
RETURN collect([property IN ask.properties[n.kind] | n[property]]) AS nodes
}
RETURN g AS generation, d.version AS version, d.form AS form, nodes AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('looks names up', async () => {
    expect(await statementOf((reader) => lookup(reader, ['c7', 'itu']))).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.queries AS query
CALL db.index.fulltext.queryNodes('node_keys', query) YIELD node AS n
WITH DISTINCT n WHERE n.generation = g
RETURN collect({node: n {.*, keys: null, nameWords: null, textWords: null}, keys: [key IN n.keys WHERE key IN ask.keys]}) AS found
}
RETURN g AS generation, d.version AS version, d.form AS form, found AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('finds candidates', async () => {
    const query = { words: ['tele', 'un'], match: 'ALL', kinds: ['ENTITY', 'ACTION_LINE'] } as const;
    expect(await statementOf((reader) => candidates(reader, query))).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
CALL (ask, g) {
UNWIND ask.queries AS query
CALL db.index.fulltext.queryNodes('node_names', query) YIELD node AS n
WITH DISTINCT n WHERE n.generation = g AND n.kind IN ask.kinds
RETURN n
}
RETURN collect([property IN ['id', 'kind', 'name', 'alternateNames', 'code', 'title', 'acronym', 'symbol'] | n[property]]) AS found
}
RETURN g AS generation, d.version AS version, d.form AS form, found AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('reads a list in default order from its index', async () => {
    const position = { keys: ['79 c'], id: 'contribution/c' };
    const query = { kinds: ['CONTRIBUTION'] as const, where: [], page: page({ after: position }) };
    expect(await statementOf((reader) => find(reader, query, [[]]), { lists: [] })).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.scopes AS scope
CALL (ask, g, scope) {
MATCH (n:Contribution) USING INDEX SEEK n:Contribution(generation, sort, id) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL AND n.sort >= ask.q1 AND (n.sort <> ask.q1 OR n.id > ask.q0)
WITH n ORDER BY n.generation, n.sort, n.id LIMIT $limit
WITH collect(n) AS nodes
RETURN nodes[..ask.limit] AS found
}
RETURN collect({index: scope.index, rows: [n IN found | [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'summary', 'cycle', 'paragraph'] | n[property]]], total: null}) AS lists, collect(found) AS groups
}

RETURN g AS generation, d.version AS version, d.form AS form, {lists: lists} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('reads a page for each of several scopes, from the links of what they name', async () => {
    const query = { kinds: ['CONTRIBUTION'] as const, where: [text], page: page({ total: true, fromEnd: true }) };
    expect(await statementOf((reader) => find(reader, query, [[under], [under]]), { lists: [] })).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.scopes AS scope
CALL (ask, g, scope) {
UNWIND scope.s0 AS name
MATCH (named:Node {generation: g, id: name}) USING INDEX SEEK named:Node(generation, id)
MATCH (named)<-[:PART_OF*0..]-(part)
WITH DISTINCT part.id AS list
CALL (ask, g, scope, list) {
MATCH ()<-[link:UNDER]-(n) USING INDEX SEEK link:UNDER(generation, list, sort, key)
WHERE link.generation = g AND link.list = list AND link.sort >= '' AND link.key IS NOT NULL AND any(method IN link.methods WHERE method IN scope.s1) AND all(word IN ask.p0 WHERE word IN n.textWords)
WITH n, link ORDER BY link.generation DESC, link.list DESC, link.sort DESC, link.key DESC LIMIT $limit
RETURN n
}
WITH DISTINCT n
WITH n ORDER BY n.generation DESC, n.sort DESC, n.id DESC LIMIT $limit
WITH collect(n) AS nodes
RETURN nodes[..ask.limit] AS found
}
CALL (ask, g, scope) {
UNWIND scope.s0 AS name
MATCH (named:Node {generation: g, id: name}) USING INDEX SEEK named:Node(generation, id)
MATCH (named)<-[:PART_OF*0..]-(end)
WITH DISTINCT end
MATCH (n:Contribution)-[link:UNDER]->(end) WHERE any(method IN link.methods WHERE method IN scope.s1) AND all(word IN ask.p0 WHERE word IN n.textWords)
WITH DISTINCT n
RETURN count(n) AS total
}
RETURN collect({index: scope.index, rows: [n IN found | [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'summary', 'cycle', 'paragraph'] | n[property]]], total: total}) AS lists, collect(found) AS groups
}

RETURN g AS generation, d.version AS version, d.form AS form, {lists: lists} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('reads what a page includes with the page, links that go one way together', async () => {
    const including = [
      { link: 'MADE', direction: 'IN', links: false },
      { link: 'UNDER', direction: 'OUT', links: true },
      { link: 'SUPPORTS', direction: 'OUT', links: true },
    ] as const;
    const query = { kinds: ['ASK'] as const, where: [], page: page(), including };
    expect(await statementOf((reader) => find(reader, query, [[]]), { lists: [] })).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.scopes AS scope
CALL (ask, g, scope) {
MATCH (n:Ask) USING INDEX SEEK n:Ask(generation, sort, id) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL
WITH n ORDER BY n.generation, n.sort, n.id LIMIT $limit
WITH collect(n) AS nodes
RETURN nodes[..ask.limit] AS found
}
RETURN collect({index: scope.index, rows: [n IN found | [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'verb', 'summary', 'paragraph', 'addresseeClasses', 'dueYear'] | n[property]]], total: null}) AS lists, collect(found) AS groups
}
CALL (ask, groups) {
UNWIND groups AS ends
UNWIND ends AS n
WITH DISTINCT n
RETURN collect(n) AS nodes
}
CALL (ask, nodes) {
UNWIND range(0, size(nodes) - 1) AS at
WITH at, nodes[at] AS n
MATCH (n)<-[link:MADE]-(end)
RETURN collect([toFloat(at), type(link), end.id, null]) AS included0, collect(DISTINCT end) AS ends0
}
CALL (ask, nodes) {
UNWIND range(0, size(nodes) - 1) AS at
WITH at, nodes[at] AS n
MATCH (n)-[link:UNDER|SUPPORTS]->(end)
RETURN collect([toFloat(at), type(link), end.id, [property IN ['evidence'] | link[property]]]) AS included1, collect(DISTINCT end) AS ends1
}
WITH g, d, lists, [n IN nodes | n.id] AS ids, [included0, included1] AS included, [ends0, ends1] AS groups
CALL (ask, groups) {
UNWIND groups AS ends
UNWIND ends AS n
WITH DISTINCT n
RETURN collect(n) AS nodes
}
RETURN g AS generation, d.version AS version, d.form AS form, {lists: lists, nodes: ids, included: included, ends: [end IN nodes | [property IN CASE end.kind WHEN 'ENTITY' THEN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'acronym', 'category', 'unSystem', 'homepage'] WHEN 'ACTION_LINE' THEN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'code', 'title', 'keywords'] ELSE ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'number', 'title'] END | end[property]]]} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('reads several kinds as one list in another order, from the index of texts', async () => {
    const position = { keys: ['2015', null], id: 'resolution/A/RES/70/125' };
    const order = [{ by: 'date', descending: true }, { by: 'cycle' }];
    const query = { kinds: ['RESOLUTION', 'REPORT'] as const, where: [text], order, page: page({ before: position }) };
    expect(await statementOf((reader) => find(reader, query, [[]]), { lists: [] })).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.scopes AS scope
CALL (ask, g, scope) {
CALL (ask, g, scope) {
CALL db.index.fulltext.queryNodes('node_text', ask.p0) YIELD node AS n
WITH n WHERE n.generation = g AND n:Resolution AND all(word IN ask.p1 WHERE word IN n.textWords) AND (replace(n.date, '', '') > ask.q1 OR replace(n.date, '', '') = ask.q1 AND (n.cycle IS NOT NULL OR n.cycle IS NULL AND replace(n.id, '', '') < ask.q0))
RETURN n ORDER BY replace(n.date, '', '') IS NULL, replace(n.date, '', '') DESC, n.cycle, replace(n.id, '', '') LIMIT $limit
UNION ALL
CALL db.index.fulltext.queryNodes('node_text', ask.p0) YIELD node AS n
WITH n WHERE n.generation = g AND n:Report AND all(word IN ask.p1 WHERE word IN n.textWords) AND (replace(n.date, '', '') > ask.q1 OR replace(n.date, '', '') = ask.q1 AND (n.cycle IS NOT NULL OR n.cycle IS NULL AND replace(n.id, '', '') < ask.q0))
RETURN n ORDER BY replace(n.date, '', '') IS NULL, replace(n.date, '', '') DESC, n.cycle, replace(n.id, '', '') LIMIT $limit
}
WITH n ORDER BY replace(n.date, '', '') IS NULL, replace(n.date, '', '') DESC, n.cycle, replace(n.id, '', '') LIMIT $limit
WITH collect(n) AS nodes
RETURN nodes[..ask.limit] AS found
}
RETURN collect({index: scope.index, rows: [n IN found | [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'symbol', 'title', 'date', 'url', 'citationsRead', 'body', 'form', 'family', 'asksRead', 'series', 'cycle', 'cycleFrom', 'contributorList', 'contributorCount', 'ecosocSession', 'agendaItems', 'jobNumber'] | n[property]]], total: null}) AS lists, collect(found) AS groups
}

RETURN g AS generation, d.version AS version, d.form AS form, {lists: lists} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('tests every kind of condition', async () => {
    const all: Condition[] = [
      { by: 'property', property: 'cycle', in: [2020] },
      { by: 'property', property: 'alternateNames', in: ['x'] },
      { by: 'property', property: 'unheardOf', in: ['x'] },
      { by: 'range', property: 'cycle', from: 2019, to: 2020 },
      { by: 'range', property: 'cycle' },
      { by: 'link', link: 'IN', direction: 'OUT' },
      { by: 'neighbour', link: 'MADE', direction: 'IN', property: 'category', in: ['BUSINESS'] },
      { by: 'any', of: [under, text] },
    ];
    const query = { kinds: ['CONTRIBUTION'] as const, where: [{ by: 'not' as const, all }], page: page() };
    expect(await statementOf((reader) => find(reader, query, [[]]), { lists: [] })).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.scopes AS scope
CALL (ask, g, scope) {
MATCH (n:Contribution) USING INDEX SEEK n:Contribution(generation, sort, id) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL AND NOT (coalesce(n.cycle IN ask.p0, false) AND coalesce(any(value IN n.alternateNames WHERE value IN ask.p1), false) AND g < 0 AND coalesce(n.cycle >= ask.p2 AND n.cycle <= ask.p3, false) AND n.cycle IS NOT NULL AND EXISTS { (n)-[p_1:IN]->(p_2) } AND EXISTS { (n)<-[:MADE]-(p_4) WHERE coalesce(p_4.category IN ask.p4, false) } AND (EXISTS { (n)-[p_5:UNDER]->(p_6)-[:PART_OF*0..]->(p_7) WHERE p_7.id IN ask.p5 AND any(method IN p_5.methods WHERE method IN ask.p6) } OR all(word IN ask.p7 WHERE word IN n.textWords)))
WITH n ORDER BY n.generation, n.sort, n.id LIMIT $limit
WITH collect(n) AS nodes
RETURN nodes[..ask.limit] AS found
}
RETURN collect({index: scope.index, rows: [n IN found | [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'summary', 'cycle', 'paragraph'] | n[property]]], total: null}) AS lists, collect(found) AS groups
}

RETURN g AS generation, d.version AS version, d.form AS form, {lists: lists} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('reads a page of neighbours for each node', async () => {
    const position = { keys: ['1', 'c7'], id: 'x\u0000a\u0000x' };
    const where = { property: 'verb', in: ['RECALLS'] };
    const query = {
      link: 'CITES',
      direction: 'IN',
      where,
      withParts: true,
      order: 'TEXT',
      page: page({ after: position, total: true }),
    } as const;
    expect(await statementOf((reader) => neighbours(reader, query, ['resolution/x']), { lists: [], nodes: [] })).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.ids AS id
CALL (ask, g, id) {
MATCH (node:Node {generation: g, id: id}) USING INDEX SEEK node:Node(generation, id)
MATCH (node)<-[:PART_OF*0..]-(near)
WITH DISTINCT near
MATCH (near)<-[link:CITES]-(n) WHERE link.verb IN ask.p0 AND link.place >= ask.p3 AND (link.place <> ask.p3 OR (n.sort > ask.p2 OR n.sort = ask.p2 AND n.id + '\\u0000' + link.key > ask.p1))
WITH link, n ORDER BY link.place, n.sort, n.id, link.key LIMIT $limit
WITH collect(link) AS links, collect(n) AS ends
RETURN [link IN links[..ask.limit] | [[property IN ['evidence', 'verb'] | link[property]], startNode(link).id, endNode(link).id]] AS rows, ends[..ask.limit] AS ends
}
CALL (ask, g, id) {
MATCH (node:Node {generation: g, id: id}) USING INDEX SEEK node:Node(generation, id)
MATCH (node)<-[:PART_OF*0..]-(near)
WITH DISTINCT near
MATCH (near)<-[link:CITES]-(n) WHERE link.verb IN ask.p0
RETURN count(link) AS total
}
RETURN collect({id: id, rows: rows, total: total}) AS lists, collect(ends) AS groups
}
CALL (ask, groups) {
UNWIND groups AS ends
UNWIND ends AS n
WITH DISTINCT n
RETURN collect(n) AS nodes
}
RETURN g AS generation, d.version AS version, d.form AS form, {lists: lists, nodes: [n IN nodes | [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'symbol', 'title', 'date', 'url', 'citationsRead', 'body', 'form', 'family', 'asksRead', 'series', 'cycle', 'cycleFrom', 'contributorList', 'contributorCount', 'ecosocSession', 'agendaItems', 'jobNumber', 'year', 'type'] | n[property]]]} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('counts who reported', async () => {
    const position = { keys: [0, -3, 'itu'], id: 'entity/ITU' };
    const query = { link: 'UNDER', withParts: true, where: [text], methods: ['CURATED'], page: page({ after: position }) } as const;
    expect(await statementOf((reader) => reporters(reader, query, [line]))).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
UNWIND ask.ids AS id
CALL (ask, g, id) {
MATCH (parent:Node {generation: g, id: id}) USING INDEX SEEK parent:Node(generation, id)
MATCH (parent)<-[:PART_OF*0..]-(target)
WITH DISTINCT target
MATCH (n:Contribution)-[tag:UNDER]->(target) WHERE any(method IN tag.methods WHERE method IN ask.p4) AND all(word IN ask.p5 WHERE word IN n.textWords)
WITH n, tag, target ORDER BY target.sort, target.id
WITH n, collect(tag) AS tags
WITH n, head(tags) AS tag,
  any(each IN tags WHERE any(method IN each.methods WHERE method IN ['CURATED', 'EXTRACTED'])) AS isStated,
  all(each IN tags WHERE all(method IN each.methods WHERE method = 'INFERRED')) AS isInferred
MATCH (n)<-[:MADE]-(entity)
WITH entity, n, tag, isStated, isInferred ORDER BY n.sort, n.id
WITH entity, count(n) AS count, sum(CASE WHEN isStated THEN 1 ELSE 0 END) AS stated, sum(CASE WHEN isInferred THEN 1 ELSE 0 END) AS inferred,
  collect(DISTINCT n.cycle) AS cycles, collect({n: n, tag: tag})[..10] AS samples
WITH collect({node: entity, rank: CASE WHEN stated > 0 THEN 0 ELSE 1 END, count: count, stated: stated, inferred: inferred,
  cycles: cycles, samples: samples}) AS reporters
CALL (ask, reporters) {
UNWIND reporters AS one
WITH one WHERE one.rank >= ask.p3 AND (one.rank <> ask.p3 OR (-one.count > ask.p2 OR -one.count = ask.p2 AND (one.node.sort > ask.p1 OR one.node.sort = ask.p1 AND one.node.id > ask.p0))) ORDER BY one.rank, -one.count, one.node.sort, one.node.id LIMIT $limit
WITH collect(one) AS found
UNWIND found[..ask.limit] AS one
WITH one, one.node AS entity
RETURN collect({node: [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'acronym', 'category', 'unSystem', 'homepage'] | entity[property]], count: one.count, stated: one.stated, inferred: one.inferred, cycles: one.cycles,
  samples: [sample IN one.samples | [sample.n.id, endNode(sample.tag).id, [property IN ['evidence'] | sample.tag[property]]]]}) AS rows
}
RETURN rows, size(reporters) AS total
}
RETURN g AS generation, d.version AS version, d.form AS form, collect({id: id, rows: rows, total: total}) AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('counts a cube of rows', async () => {
    const rows = { by: 'link', link: 'UNDER', direction: 'OUT', rollUp: true, methods: ['CURATED'] } as const;
    const query = { kind: 'CONTRIBUTION', where: [], rows, columns: { by: 'property', property: 'cycle' }, measure: 'ROWS' } as const;
    const empty = { cells: [], rows: [], columns: [], total: 0, untagged: 0 };
    expect(await statementOf((reader) => cube(reader, query), empty)).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
MATCH (n:Contribution) USING INDEX SEEK n:Contribution(generation, sort, id) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL
WITH COLLECT {
MATCH (n)-[link:UNDER]->(end) WHERE any(method IN link.methods WHERE method IN ask.q0)
MATCH (end)-[:PART_OF*0..]->(whole)
UNWIND whole.id AS key
WITH DISTINCT toString(key) AS key ORDER BY key
RETURN key
} AS rows, CASE WHEN n.cycle IS NULL THEN [] ELSE [toString(n.cycle)] END AS columns, [] AS ends
WITH rows, columns, ends, count(*) AS count
RETURN collect({rows: rows, columns: columns, ends: ends, count: count}) AS alike
}
CALL (ask, alike) {
UNWIND alike AS group
UNWIND group.rows AS row
UNWIND group.columns AS column
WITH row, column, sum(group.count) AS value
RETURN collect({row: row, column: column, value: value}) AS cells
}
CALL (ask, alike) {
UNWIND alike AS group
UNWIND group.rows AS row
WITH row, sum(group.count) AS value
RETURN collect({key: row, total: value}) AS rows
}
CALL (ask, alike) {
UNWIND alike AS group
UNWIND group.columns AS column
WITH column, sum(group.count) AS value
RETURN collect({key: column, total: value}) AS columns
}
CALL (ask, alike) {
UNWIND alike AS group
RETURN sum(group.count) AS total
}
RETURN g AS generation, d.version AS version, d.form AS form, {cells: cells, rows: rows, columns: columns, total: total, untagged: reduce(sum = 0, group IN alike | sum + CASE WHEN group.rows = [] OR group.columns = [] THEN group.count ELSE 0 END)} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('counts a cube of neighbours', async () => {
    const rows = { by: 'link', link: 'MADE', direction: 'IN', property: 'category' } as const;
    const columns = { by: 'link', link: 'IN', direction: 'OUT' } as const;
    const query = { kind: 'CONTRIBUTION', where: [under], rows, columns, measure: { link: 'MADE', direction: 'IN' } } as const;
    const empty = { cells: [], rows: [], columns: [], total: 0, untagged: 0 };
    expect(await statementOf((reader) => cube(reader, query), empty)).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.p0 AS name
MATCH (named:Node {generation: g, id: name}) USING INDEX SEEK named:Node(generation, id)
MATCH (named)<-[:PART_OF*0..]-(end)
WITH DISTINCT end
MATCH (n:Contribution)-[link:UNDER]->(end) WHERE any(method IN link.methods WHERE method IN ask.p1) AND true
WITH DISTINCT n
WITH COLLECT {
MATCH (n)<-[link:MADE]-(end)
UNWIND end.category AS key
WITH DISTINCT toString(key) AS key ORDER BY key
RETURN key
} AS rows, COLLECT {
MATCH (n)-[link:IN]->(end)
UNWIND end.id AS key
WITH DISTINCT toString(key) AS key ORDER BY key
RETURN key
} AS columns, COLLECT { MATCH (n)<-[:MADE]-(end) WITH DISTINCT end ORDER BY end.id RETURN end } AS ends
WITH rows, columns, ends, count(*) AS count
RETURN collect({rows: rows, columns: columns, ends: ends, count: count}) AS alike
}
CALL (ask, alike) {
UNWIND alike AS group
UNWIND group.rows AS row
UNWIND group.columns AS column
UNWIND CASE WHEN group.ends = [] THEN [null] ELSE group.ends END AS end
WITH row, column, count(DISTINCT end) AS value
RETURN collect({row: row, column: column, value: value}) AS cells
}
CALL (ask, alike) {
UNWIND alike AS group
UNWIND group.rows AS row
UNWIND CASE WHEN group.ends = [] THEN [null] ELSE group.ends END AS end
WITH row, count(DISTINCT end) AS value
RETURN collect({key: row, total: value}) AS rows
}
CALL (ask, alike) {
UNWIND alike AS group
UNWIND group.columns AS column
UNWIND CASE WHEN group.ends = [] THEN [null] ELSE group.ends END AS end
WITH column, count(DISTINCT end) AS value
RETURN collect({key: column, total: value}) AS columns
}
CALL (ask, alike) {
UNWIND alike AS group
UNWIND CASE WHEN group.ends = [] THEN [null] ELSE group.ends END AS end
RETURN count(DISTINCT end) AS total
}
RETURN g AS generation, d.version AS version, d.form AS form, {cells: cells, rows: rows, columns: columns, total: total, untagged: reduce(sum = 0, group IN alike | sum + CASE WHEN group.rows = [] OR group.columns = [] THEN group.count ELSE 0 END)} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('counts facets', async () => {
    const axes = [{ by: 'property', property: 'themes' } as const, { by: 'property', property: 'citationsRead' } as const];
    const query = { kinds: ['SESSION', 'REPORT'] as const, where: [], axes, limit: 5 };
    expect(await statementOf((reader) => facets(reader, query, [[]]))).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
UNWIND ask.scopes AS scope
CALL (ask, g, scope) {
CALL (ask, g, scope) {
MATCH (n:Session) USING INDEX SEEK n:Session(generation, sort, id) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL
RETURN n
UNION ALL
MATCH (n:Report) USING INDEX SEEK n:Report(generation, sort, id) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL
RETURN n
}
UNWIND [[0, COLLECT {
UNWIND n.themes AS key
WITH DISTINCT toString(key) AS key ORDER BY key
RETURN key
}],
[1, CASE WHEN n.citationsRead IS NULL THEN [] ELSE [toString(n.citationsRead)] END]] AS axis
WITH axis[0] AS place, axis[1] AS keys, count(*) AS count
UNWIND CASE WHEN keys = [] THEN [null] ELSE keys END AS key
WITH place, key, sum(count) AS count ORDER BY place, count DESC, replace(key, '', '')
WITH place, collect([key, count]) AS counts
RETURN collect([place, [each IN counts WHERE each[0] IS NOT NULL][..ask.most], head([each IN counts WHERE each[0] IS NULL | each[1]])]) AS facets
}
RETURN g AS generation, d.version AS version, d.form AS form, collect({index: scope.index, facets: facets}) AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('walks a lineage', async () => {
    const query = { id: 'resolution/x', direction: 'BOTH', verbs: ['RECALLS'], maxDepth: 3, limit: 100 } as const;
    expect(await statementOf((reader) => lineage(reader, query), { nodes: [], links: [] })).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
MATCH (n:Node {generation: g, id: ask.id}) USING INDEX SEEK n:Node(generation, id) WHERE n.kind IN ask.documents
RETURN collect(n) AS starts
}
CALL (ask, starts) {
CALL (ask, starts) {
UNWIND starts AS start
MATCH way = (start)-[:CITES*0..3]->(n) WHERE all(link IN relationships(way) WHERE link.verb IN ask.verbs)
WITH start, n, min(length(way)) AS depth WHERE n <> start
RETURN n, depth
UNION ALL
UNWIND starts AS start
MATCH way = (start)<-[:CITES*0..3]-(n) WHERE all(link IN relationships(way) WHERE link.verb IN ask.verbs)
WITH start, n, min(length(way)) AS depth WHERE n <> start
RETURN n, depth
}
WITH n, min(depth) AS depth ORDER BY depth, n.sort, n.id LIMIT $limit
WITH collect(n) AS found
RETURN starts + found[..ask.limit] AS shown
}
CALL (ask, shown) {
UNWIND shown AS n
MATCH (n)-[link:CITES]-() WHERE link.verb IN ask.verbs
WITH link, count(*) AS ends WHERE ends = 2 OR startNode(link) = endNode(link)
RETURN collect([startNode(link).id, endNode(link).id, [property IN ['evidence', 'verb', 'place'] | link[property]]]) AS links
}
RETURN g AS generation, d.version AS version, d.form AS form, {nodes: [n IN shown | [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'symbol', 'title', 'date', 'url', 'citationsRead', 'body', 'form', 'family', 'asksRead', 'series', 'cycle', 'cycleFrom', 'contributorList', 'contributorCount', 'ecosocSession', 'agendaItems', 'jobNumber', 'year', 'type'] | n[property]]], links: links} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('finds what lies on paths', async () => {
    const query = { from: 'resolution/x', to: 'resolution/y', maxLength: 6, limit: 10 };
    expect(await statementOf((reader) => paths(reader, query), { nodes: [], links: [] })).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
CALL (ask, g) {
MATCH (start:Node {generation: g, id: ask.from}) USING INDEX SEEK start:Node(generation, id)
MATCH way = (start)-[:CITES*0..6]->(n)
WITH start, n, min(length(way)) AS depth
RETURN n, depth
UNION ALL
MATCH (start:Node {generation: g, id: ask.to}) USING INDEX SEEK start:Node(generation, id)
MATCH way = (start)<-[:CITES*0..6]-(n)
WITH start, n, min(length(way)) AS depth
RETURN n, depth
}
WITH n, sum(depth) AS length, count(*) AS ends WHERE ends = 2 AND length <= ask.length
RETURN collect(n) AS shown
}
CALL (ask, shown) {
UNWIND shown AS n
MATCH (n)-[link:CITES]-()
WITH link, count(*) AS ends WHERE ends = 2 OR startNode(link) = endNode(link)
RETURN collect([startNode(link).id, endNode(link).id, [property IN ['evidence', 'verb', 'place'] | link[property]]]) AS links
}
RETURN g AS generation, d.version AS version, d.form AS form, {nodes: [n IN shown | [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'symbol', 'title', 'date', 'url', 'citationsRead', 'body', 'form', 'family', 'asksRead', 'series', 'cycle', 'cycleFrom', 'contributorList', 'contributorCount', 'ecosocSession', 'agendaItems', 'jobNumber', 'year', 'type'] | n[property]]], links: links} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });

  test('finds common ancestors', async () => {
    const query = { ids: ['resolution/x', 'resolution/y'], maxDepth: 6, limit: 10 };
    expect(await statementOf((reader) => commonAncestors(reader, query))).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
UNWIND ask.ids AS id
MATCH (start:Node {generation: g, id: id}) USING INDEX SEEK start:Node(generation, id)
MATCH way = (start)-[:CITES*0..6]->(n)
WITH start, n, min(length(way)) AS depth WHERE n <> start
WITH n, max(depth) AS greatest, sum(depth) AS sum, count(*) AS count WHERE count = size(ask.ids)
WITH n ORDER BY greatest, sum, n.sort, n.id LIMIT $limit
WITH collect(n) AS found
RETURN [n IN found[..ask.limit] | [property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'symbol', 'title', 'date', 'url', 'citationsRead', 'body', 'form', 'family', 'asksRead', 'series', 'cycle', 'cycleFrom', 'contributorList', 'contributorCount', 'ecosocSession', 'agendaItems', 'jobNumber', 'year', 'type'] | n[property]]] AS nodes
}
RETURN g AS generation, d.version AS version, d.form AS form, nodes AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  });
});

test('an export reads pages of nodes, then of links', async () => {
  const sent = await sentBy(async (reader) => {
    for await (const _ of exportAll(reader)) throw new Error('there is nothing to export');
  });
  const texts = [...new Set(sent.map(({ statement }) => statement))];
  expect(texts).toHaveLength(kinds.length + 22);
  expect(texts[0]).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
MATCH (n:Node) WHERE n.generation = g AND n.id > ask.after AND n.id < ask.end
WITH n ORDER BY n.generation, n.id LIMIT $limit
WITH collect([property IN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'code', 'title', 'keywords', 'sources'] | n[property]]) AS rows
RETURN rows[..ask.limit] AS rows
}
RETURN g AS generation, d.version AS version, d.form AS form, rows AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
  expect(texts[kinds.length]).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
MATCH (n:Node)-[link:PART_OF]->(to) WHERE n.generation = g AND n.id >= ask.from AND n.id < ask.end AND link.key > ask.after
WITH n, link, to ORDER BY n.generation, n.id, link.key LIMIT $limit
WITH collect([link.key, n.id, to.id, [property IN ['evidence'] | link[property]]]) AS rows
RETURN rows[..ask.limit] AS rows
}
RETURN g AS generation, d.version AS version, d.form AS form, rows AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
});

test('relations of several kinds are one statement, which sends each node once', async () => {
  const relations = [
    { id: 'contribution/x', link: 'UNDER', direction: 'OUT' },
    { id: 'contribution/x', link: 'MADE', direction: 'IN' },
    { id: 'contribution/y', link: 'UNDER', direction: 'OUT' },
  ] as const;
  expect(await statementOf((reader) => related(reader, relations), { lists: [], nodes: [] })).toMatchInlineSnapshot(`
"UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
CALL (ask, g) {
CALL (ask, g) {
UNWIND ask.MADE_IN AS id
MATCH (node:Node {generation: g, id: id}) USING INDEX SEEK node:Node(generation, id)
MATCH (node)<-[:MADE]-(n)
RETURN 'MADE_IN' AS kind, id, collect(DISTINCT n) AS ns
UNION ALL
UNWIND ask.UNDER_OUT AS id
MATCH (node:Node {generation: g, id: id}) USING INDEX SEEK node:Node(generation, id)
MATCH (node)-[:UNDER]->(n)
RETURN 'UNDER_OUT' AS kind, id, collect(DISTINCT n) AS ns
}
RETURN collect({kind: kind, id: id, ends: [n IN ns | n.id]}) AS lists, collect(ns) AS groups
}
CALL (ask, groups) {
UNWIND groups AS ends
UNWIND ends AS n
WITH DISTINCT n
RETURN collect(n) AS nodes
}
RETURN g AS generation, d.version AS version, d.form AS form, {lists: lists, nodes: [n IN nodes | [property IN CASE n.kind WHEN 'ENTITY' THEN ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'acronym', 'category', 'unSystem', 'homepage'] ELSE ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', 'code', 'title', 'keywords'] END | n[property]]]} AS answer
}
RETURN ask.place AS place, generation, version, form, answer"
`);
});

test('nothing that is asked for stands in a statement', async () => {
  const strange = '`}) DETACH DELETE n // \\u0060 " AND (';
  const conditions = (value: string): Condition[] => [
    { by: 'property', property: value === 'x' ? 'unheardOf' : value, in: [value] },
    { by: 'property', property: 'name', in: [value] },
    { by: 'range', property: 'name', from: value, to: value },
    { by: 'link', link: 'MADE', direction: 'IN', ids: [value], methods: [value as 'CURATED'] },
    { by: 'neighbour', link: 'MADE', direction: 'IN', property: 'category', in: [value] },
    { by: 'text', words: [value] },
  ];
  const questions = (value: string) => [
    sentBy((reader) => nodes(reader, [value])),
    sentBy((reader) => lookup(reader, [value])),
    sentBy((reader) => candidates(reader, { words: [value], match: 'ANY', kinds: ['ENTITY', 'ASK'] })),
    sentBy(
      (reader) =>
        find(reader, { kinds: ['ASK'], where: conditions(value), page: { after: { keys: [value], id: value } } }, [conditions(value)]),
      { lists: [] },
    ),
    sentBy(
      (reader) =>
        neighbours(reader, { link: 'CITES', direction: 'OUT', where: { property: 'verb', in: [value] }, order: 'NODE', page: {} }, [value]),
      { lists: [], nodes: [] },
    ),
    sentBy((reader) => related(reader, [{ id: value, link: 'CITES', direction: 'OUT' }]), { lists: [], nodes: [] }),
    sentBy((reader) => lineage(reader, { id: value, direction: 'BOTH', verbs: [value], maxDepth: 2, limit: 2 }), { nodes: [], links: [] }),
  ];
  const [odd, plain] = await Promise.all([strange, 'x'].map((value) => Promise.all(questions(value))));
  expect(odd?.flat().map(({ statement }) => statement)).toEqual(plain?.flat().map(({ statement }) => statement));
  expect(JSON.stringify(odd?.flat().map(({ parameters }) => parameters))).toContain('DETACH DELETE');
});

test('a name of a link or kind that is not in the table is refused', async () => {
  const page = {};
  const link = 'UNDER]->() DETACH DELETE n //' as 'UNDER';
  await expect(sentBy((reader) => neighbours(reader, { link, direction: 'OUT', order: 'NODE', page }, ['x']))).rejects.toThrow(
    'table of the graph',
  );
  await expect(sentBy((reader) => find(reader, { kinds: ['constructor' as 'ASK'], where: [], page }, [[]]))).rejects.toThrow(
    'table of the graph',
  );
});

test('scopes of different conditions are refused', async () => {
  const query = { kinds: ['CONTRIBUTION'] as const, where: [], page: page() };
  await expect(sentBy((reader) => find(reader, query, [[under], [text]]))).rejects.toThrow('same conditions');
});
