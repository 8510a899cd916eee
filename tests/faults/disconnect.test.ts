/** A client that goes away: what it asked for is given up in the database too, and nobody else notices. */
import { request as httpRequest } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { seedDataset } from '../support/api.js';
import { environmentOf } from '../support/environment.js';
import { cypher } from '../support/graph-in-neo4j.js';
import { measured } from '../support/measured.js';
import { describeOnNeo4j } from '../support/neo4j.js';
import { post, type Service, serve } from '../support/program.js';
import { WeatherProxy } from '../support/proxy.js';

jest.setTimeout(60_000);

const long = '{ contributions(first: 100) { nodes { id name summary sources { title paragraph url note } } } }';

describeOnNeo4j('a client that goes away', (database) => {
  let proxy: WeatherProxy;
  let service: Service;

  beforeAll(async () => {
    await replaceDataset(database(), await seedDataset(), { grace: 0 });
    proxy = await WeatherProxy.before(Number(new URL(database().uri).port || 7687));
    service = await serve({ env: { ...environmentOf({ ...database(), uri: proxy.uri }), RESPONSE_CACHE_BYTES: '0' } });
  });
  afterAll(async () => {
    await service?.stop();
    await proxy?.refuse();
  });

  /** Transactions of the server that are under way in the database. */
  async function underWay(): Promise<number> {
    const watch = "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT coalesce(currentQuery, '') STARTS WITH 'SHOW' RETURN count(*) AS count";
    return (await cypher(database(), watch))[0]?.count as number;
  }

  test('takes its Cypher with it within 100 ms, and the server answers the next at once', async () => {
    await post(service.url, long);
    // The answer is on a long way to the server, so the transaction stays open.
    proxy.weather = { bytesPerSecond: 3000 };
    const body = JSON.stringify({ query: long });
    const client = httpRequest(`${service.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } });
    client.on('error', () => undefined);
    client.end(body);
    for (const begun = performance.now(); (await underWay()) === 0; ) expect(performance.now() - begun).toBeLessThan(2500);
    await pause(200);
    expect(await underWay()).toBe(1);

    const begun = performance.now();
    client.destroy();
    while ((await underWay()) > 0) expect(performance.now() - begun).toBeLessThan(1000);
    measured(`client gone: its Cypher is gone after ${Math.round(performance.now() - begun)} ms`);

    proxy.weather = {};
    expect(await post(service.url, '{ actionLine(id: "C5") { code } }')).toEqual({ data: { actionLine: { code: 'C5' } } });
  });
});
