/** Replacing the graph in Neo4j: whole or not at all, once, however many loaders there are and whenever they die. */
import type { Dataset } from '../../src/domain/records.js';
import { ErrorCode } from '../../src/errors.js';
import { printConstraints } from '../../src/store/neo4j/constraints.js';
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import { giveUp, remove, switchTo, take, writeBatch } from '../../src/store/neo4j/generations.js';
import { nodeProperties, storedForm } from '../../src/store/neo4j/model.js';
import { WriteConnection } from '../../src/store/neo4j/write-connection.js';
import { createNodes } from '../../src/store/neo4j/write-statements.js';
import { openNeo4jWriter, replaceDataset } from '../../src/store/neo4j/writer.js';
import { seedDataset } from '../support/api.js';
import { cypher, empty, graphIn, sealed, whole } from '../support/graph-in-neo4j.js';
import { describeOnNeo4j } from '../support/neo4j.js';
import { link, node, smallDataset } from '../support/small-dataset.js';

jest.setTimeout(180_000);
const atOnce = { grace: 0 };
const small = sealed(smallDataset());
const other = sealed({ ...small, nodes: [...small.nodes, node('REGION', 'asia', { name: 'Asia' })] });

describeOnNeo4j('a load into Neo4j', (open) => {
  let settings: Neo4jSettings;
  beforeEach(async () => {
    settings = open();
    await empty(settings);
  });

  const connected = async <T>(work: (connection: WriteConnection) => Promise<T>): Promise<T> => {
    const connection = new WriteConnection(settings);
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  };

  test('writes every record, and each comes back as it was: the checksum is that of the dataset', async () => {
    const dataset = await seedDataset();
    const summary = await replaceDataset(settings, dataset, atOnce);
    const { version: datasetVersion, nodes, links } = dataset;
    expect(summary).toEqual({ changed: true, datasetVersion, nodes: nodes.length, links: links.length });
    expect(await graphIn(settings)).toEqual(whole(dataset));
  });

  test('the size of a batch makes no difference', async () => {
    for (const [at, batchSize] of [1, 7, 10_000].entries()) {
      const dataset = at % 2 ? other : small;
      await replaceDataset(settings, dataset, { ...atOnce, batchSize });
      expect(await graphIn(settings)).toEqual(whole(dataset));
    }
  });

  test('an index that somebody dropped is made again, and every one of graph.cypher is online after a load', async () => {
    await cypher(settings, 'DROP INDEX entity_order IF EXISTS', 'DROP INDEX node_names IF EXISTS', 'DROP CONSTRAINT node IF EXISTS');
    await replaceDataset(settings, small, atOnce);
    const names = [...printConstraints().matchAll(/^CREATE (?:CONSTRAINT|INDEX|FULLTEXT INDEX) (\w+) /gm)].map(([, name]) => name);
    expect(names.length).toBe(27);
    const online = await cypher(settings, "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name");
    expect(online.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  test('row 49: a second time changes nothing, and writes nothing', async () => {
    await replaceDataset(settings, small, atOnce);
    const everything = 'MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN elementId(n) AS n, elementId(r) AS r, properties(n) AS p ORDER BY n, r';
    const before = await cypher(settings, everything);
    expect(await replaceDataset(settings, small, atOnce)).toMatchObject({ changed: false, datasetVersion: small.version });
    expect(await cypher(settings, everything)).toEqual(before);
  });

  test('the same dataset in another stored form is written anew', async () => {
    await replaceDataset(settings, small, atOnce);
    await cypher(settings, ['MATCH (d:Dataset) SET d.form = $form', { form: storedForm - 1 }]);
    expect(await replaceDataset(settings, small, atOnce)).toMatchObject({ changed: true });
    expect(await graphIn(settings)).toEqual(whole(small));
  });

  test('row 49: three at once into an empty database converge on one whole graph', async () => {
    const summaries = await Promise.all([1, 2, 3].map(() => replaceDataset(settings, small, atOnce)));
    expect(summaries.filter(({ changed }) => changed).length).toBe(1);
    expect(await graphIn(settings)).toEqual(whole(small));
  });

  test('row 49: three at once with two datasets leave one of them whole, and no number of a generation is used twice', async () => {
    await openNeo4jWriter(settings, atOnce).replace(small);
    const summaries = await Promise.all([other, small, other].map((dataset) => replaceDataset(settings, dataset, atOnce)));
    const graph = await graphIn(settings);
    const [loaded] = [small, other].filter(({ version }) => version === graph.version) as [Dataset];
    expect(summaries.some(({ changed }) => changed)).toBe(true);
    // Who was last to delete may have left before the others were done.
    await replaceDataset(settings, loaded, atOnce);
    expect(await graphIn(settings)).toEqual(whole(loaded));
  });

  test('row 52: a link whose end is missing stops the load before the switch, and nothing of it is left', async () => {
    await replaceDataset(settings, small, atOnce);
    const dangling = sealed({ ...small, links: [...small.links, link('SERVES', 'entity/ECA', 'region/atlantis')] });
    await expect(replaceDataset(settings, dangling, atOnce)).rejects.toMatchObject({
      code: ErrorCode.UNAVAILABLE,
      message: expect.stringMatching(/while comparing what was written: .*2 of 3 SERVES.*was not touched/),
    });
    expect(await graphIn(settings)).toEqual(whole(small));
    expect(await replaceDataset(settings, other, atOnce)).toMatchObject({ changed: true });
    expect(await graphIn(settings)).toEqual(whole(other));
  });

  test('row 51: a node that stands twice stops the load, by its step', async () => {
    const twice = { ...small, nodes: [...small.nodes, small.nodes[0] as (typeof small.nodes)[0]] };
    await expect(replaceDataset(settings, twice, atOnce)).rejects.toThrow(/while writing nodes: two records have one id/);
    expect(await graphIn(settings)).toMatchObject({ version: null, rest: 0 });
  });

  test('a batch that is sent twice, as after a lost answer, is written once', async () => {
    await connected(async (connection) => {
      const generation = await take(connection, 'trial');
      const rows = small.nodes.filter(({ kind }) => kind === 'ENTITY').map(nodeProperties);
      for (const batch of [1, 1, 2, 1])
        await writeBatch(connection, generation, batch, [{ statement: createNodes('ENTITY'), rows: batch === 1 ? rows : [] }]);
      const [row] = await cypher(settings, 'MATCH (n:Node) RETURN count(n) AS count');
      expect(row?.count).toBe(rows.length);
    });
  });

  test('what a dead loader left is swept by the next one; what a living one builds is not', async () => {
    await replaceDataset(settings, small, atOnce);
    await connected(async (connection) => {
      const generation = await take(connection, 'trial');
      const rows = small.nodes.filter(({ kind }) => kind === 'ENTITY').map(nodeProperties);
      await writeBatch(connection, generation, 1, [{ statement: createNodes('ENTITY'), rows }]);
      await replaceDataset(settings, small, atOnce);
      expect(await graphIn(settings)).toEqual({ ...whole(small), rest: rows.length + 1 });
      expect(await replaceDataset(settings, small, { grace: 0, stale: 0 })).toMatchObject({ changed: false });
      expect(await graphIn(settings)).toEqual(whole(small));
      // It was only slow: it is told, and can neither write nor switch.
      await expect(writeBatch(connection, generation, 2, [{ statement: createNodes('ENTITY'), rows }])).rejects.toThrow(
        /took this one for dead/,
      );
      await expect(switchTo(connection, generation, { version: 'trial', form: storedForm }, atOnce)).rejects.toThrow(
        /took this one for dead/,
      );
      expect(await graphIn(settings)).toEqual(whole(small));
    });
  });

  test('a switch whose answer was lost and that is asked for again is the same switch', async () => {
    await connected(async (connection) => {
      const generation = await take(connection, 'trial');
      const dataset = { version: 'trial', form: storedForm };
      expect(await switchTo(connection, generation, dataset, atOnce)).toBe(true);
      expect(await switchTo(connection, generation, dataset, atOnce)).toBe(true);
      const second = await take(connection, 'trial');
      expect(await switchTo(connection, second, dataset, atOnce)).toBe(false);
      expect((await cypher(settings, 'MATCH (c:Current) RETURN c.generation AS generation'))[0]).toEqual({ generation });
    });
  });

  test('the old graph stays for its grace, and a loader that comes meanwhile does not cut that short', async () => {
    await replaceDataset(settings, small, atOnce);
    const grace = 1500;
    const begun = performance.now();
    const first = replaceDataset(settings, other, { grace });
    while ((await graphIn(settings)).version !== other.version) await new Promise((done) => setTimeout(done, 20));
    const second = replaceDataset(settings, other, atOnce);
    expect((await graphIn(settings)).rest).toBe(small.nodes.length + 1);
    await Promise.all([first, second]);
    expect(performance.now() - begun).toBeGreaterThan(grace);
    expect(await graphIn(settings)).toEqual(whole(other));
  });

  test('a generation that was given up is deleted in batches, by several at once', async () => {
    await connected(async (connection) => {
      const generation = await take(connection, 'trial');
      for (let batch = 1; batch <= 3; batch++) {
        const rows = Array.from({ length: 2000 }, (_, at) => ({ id: `region/${batch}-${at}`, kind: 'REGION', sort: `${at}` }));
        await writeBatch(connection, generation, batch, [{ statement: createNodes('REGION'), rows }]);
      }
      await giveUp(connection, generation);
      await Promise.all([remove(connection, generation), connected((second) => remove(second, generation))]);
      expect(await cypher(settings, 'MATCH (n:Node|Doomed) RETURN n')).toEqual([]);
    });
  });
});
