/** `npm run neo4j`: a Neo4j for development on 127.0.0.1, with data that stay, until Ctrl-C. */
import { join } from 'node:path';
import { cache, whyNot } from './install.js';
import { endServer, freePort, startServer } from './server.js';

const usualPort = 7687;

async function main(): Promise<void> {
  const reason = whyNot();
  if (reason) throw new Error(`Neo4j cannot be run here: ${reason}. A JDK 17 and Maven are needed, or docker compose, or your own server.`);
  process.stderr.write('Starting Neo4j; the first time it is fetched, which takes a while.\n');
  const directory = join(cache, 'development');
  const server = await startServer({ directory, port: await freePort(usualPort) });
  process.stdout.write(`Neo4j answers at ${server.uri}; its data stay in ${directory}. In another shell:\n\n`);
  process.stdout.write(`  export NEO4J_URI=${server.uri} NEO4J_PASSWORD=\n  npx wsis-graph load && npm start\n\nCtrl-C ends it.\n`);
  const waiting = setInterval(() => undefined, 1 << 30);
  const stop = async () => {
    clearInterval(waiting);
    await endServer(server);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
