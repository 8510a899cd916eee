/** A client that goes away: what it asked for is given up in the database too, and nobody else notices. */
import { request as httpRequest } from 'node:http';
import { performance } from 'node:perf_hooks';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { seedDataset } from '../support/api.js';
import { environmentOf } from '../support/environment.js';
import { cypher } from '../support/graph-in-neo4j.js';
import { withContributions } from '../support/many-contributions.js';
import { measured } from '../support/measured.js';
import { describeOnNeo4j } from '../support/neo4j.js';
import { post, type Service, serve } from '../support/program.js';

jest.setTimeout(60_000);

/** Long work for the database: all contributions, counted by the cycle and by who made them. */
const long =
  '{ cube(rows: CYCLE, columns: ENTITY, filter: { text: "activity", categories: [UN_SPECIALISED_AGENCY, CIVIL_SOCIETY] }) { total } }';

describeOnNeo4j('a client that goes away', (database) => {
  let service: Service;

  beforeAll(async () => {
    await replaceDataset(database(), withContributions(await seedDataset(), 40_000), { grace: 0 });
    service = await serve({ env: { ...environmentOf(database()), RESPONSE_CACHE_BYTES: '0' } });
  });
  afterAll(() => service?.stop());

  /** Transactions of the server that are under way in the database. */
  async function underWay(): Promise<number> {
    const watch = "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT coalesce(currentQuery, '') STARTS WITH 'SHOW' RETURN count(*) AS count";
    return (await cypher(database(), watch))[0]?.count as number;
  }

  test('row 28: takes its Cypher with it within 100 ms, and the server answers the next at once', async () => {
    const body = JSON.stringify({ query: long });
    const client = httpRequest(`${service.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } });
    client.on('error', () => undefined);
    client.end(body);
    for (const begun = performance.now(); (await underWay()) === 0; ) expect(performance.now() - begun).toBeLessThan(2500);

    const begun = performance.now();
    client.destroy();
    while ((await underWay()) > 0) expect(performance.now() - begun).toBeLessThan(1000);
    measured(`client gone: its Cypher is gone after ${Math.round(performance.now() - begun)} ms`);

    expect(await post(service.url, '{ actionLine(id: "C5") { code } }')).toMatchObject({ data: { actionLine: { code: 'C5' } } });
  });
});
