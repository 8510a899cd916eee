/** Loaders that are killed: the program itself, by SIGKILL, at moments spread over its run. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { loadDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset } from '../../src/domain/records.js';
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { empty, graphIn, whole } from '../support/graph-in-neo4j.js';
import { describeOnNeo4j } from '../support/neo4j.js';
import { root, run } from '../support/program.js';
import { copyOf, edit } from '../support/write-dataset.js';

jest.setTimeout(300_000);
const kills = 20;

interface Source {
  directory: string;
  dataset: Dataset;
}

describeOnNeo4j('a loader killed at any moment', (open) => {
  let settings: Neo4jSettings;
  let env: Record<string, string>;
  let seed: Source;
  let changed: Source;

  beforeAll(async () => {
    settings = open();
    env = {
      NEO4J_URI: settings.uri,
      NEO4J_USERNAME: settings.username,
      NEO4J_PASSWORD: settings.password,
      NEO4J_DATABASE: settings.database,
    };
    const directory = await copyOf(join(root, 'seed'));
    await edit(directory, 'sdgs.csv', (text) => text.replace('No Poverty', 'No Poverty at all').replace('No poverty', 'No poverty at all'));
    seed = { directory: join(root, 'seed'), dataset: await loadDataset(join(root, 'seed')) };
    changed = { directory, dataset: await loadDataset(directory) };
    expect(changed.dataset.version).not.toBe(seed.dataset.version);
    await empty(settings);
  });

  const args = ({ directory }: Source) => ['load', directory, '--grace', '0.1'];

  /** Starts a load and kills it after some milliseconds; whether it was still running. */
  const killed = (source: Source, after: number) =>
    new Promise<boolean>((done, failed) => {
      const child = spawn(process.execPath, [join(root, 'dist', 'main.js'), ...args(source)], {
        env: { ...process.env, ...env },
        stdio: 'ignore',
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), after);
      child.on('error', failed);
      child.on('exit', (_, signal) => {
        clearTimeout(timer);
        done(signal === 'SIGKILL');
      });
    });

  test(`row 47: ${kills} times, it leaves the old graph or the new one by checksum, and a load after it succeeds`, async () => {
    await replaceDataset(settings, seed.dataset, { grace: 0 });
    const begun = performance.now();
    expect(await run(args(changed), { env })).toMatchObject({ code: 0, stdout: expect.stringContaining('loaded: ') });
    let wholeRun = performance.now() - begun;
    let [now, next] = [changed, seed];
    const left = { old: 0, new: 0, alive: 0, rests: 0 };
    for (let at = 0; at < kills; at++) {
      // In its first quarter, before it connects, there is nothing to find out.
      const after = wholeRun * (1 / 4 + ((3 / 4) * (at + Math.random())) / kills);
      const started = performance.now();
      const alive = await killed(next, after);
      // One that came to its end tells how long a run takes now.
      if (!alive) wholeRun = performance.now() - started;
      const { version, checksum, duplicates, nodes, links, rest } = await graphIn(settings);
      const found = [now, next].find(({ dataset }) => dataset.version === version);
      const expected = whole((found ?? now).dataset);
      const seen = { version, checksum, duplicates, nodes, links, rest: 0 };
      expect({ after, ...seen }).toEqual({ after, ...expected });
      left.alive += Number(alive);
      left.rests += Number(rest > 0);
      left[found === next ? 'new' : 'old'] += 1;
      if (found === next) [now, next] = [next, now];
      if (at % 5 === 4) {
        expect(await run(args(next), { env })).toMatchObject({ code: 0, stdout: expect.stringContaining('loaded: ') });
        expect(await graphIn(settings)).toMatchObject({ ...whole(next.dataset), rest: expect.anything() });
        [now, next] = [next, now];
      }
    }
    // The delays did hit it at work.
    expect(left.alive).toBeGreaterThanOrEqual(kills / 2);
    expect(left.rests).toBeGreaterThan(0);

    // The next load deletes what the dead ones left, once they count as dead.
    await replaceDataset(settings, now.dataset, { grace: 0, stale: 0 });
    expect(await graphIn(settings)).toEqual(whole(now.dataset));
  });
});
