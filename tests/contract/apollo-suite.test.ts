/**
 * Apollo's own tests of integrations, on our server and route: each test brings an Apollo server of its own, which ours then asks.
 * @jest-environment ./tests/contract/apollo-suite-environment.cjs
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ApolloServer, type ApolloServerOptions, type BaseContext, type ContextThunk } from '@apollo/server';
import type { RequestContext } from '../../src/http/apollo-plugins.js';
import { createServer as createOurs } from '../../src/http/server.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { smallDataset } from '../support/small-dataset.js';
import { describeWithTools, tools } from './tools.js';

jest.setTimeout(60_000);

/** As much of the suite as is used here: it may not be installed. */
interface Suite {
  defineIntegrationTestSuite(open: typeof openServer, options: { noIncrementalDelivery: boolean }): void;
}

/** An Apollo server that gives its resolvers the context of a test, not ours. */
class WithContext extends ApolloServer<BaseContext> {
  constructor(
    config: ApolloServerOptions<BaseContext>,
    private readonly contextOfTest: ContextThunk = async () => ({}),
  ) {
    super(config);
  }

  override executeHTTPGraphQLRequest(asked: Parameters<ApolloServer<BaseContext>['executeHTTPGraphQLRequest']>[0]) {
    return super.executeHTTPGraphQLRequest({ ...asked, context: this.contextOfTest });
  }
}

async function openServer(config: ApolloServerOptions<BaseContext>, { context }: { context?: ContextThunk } = {}) {
  const server = new WithContext(config, context);
  await server.start();
  // Without answers kept ready: the tests ask the same of different servers and count what each does.
  const options = { introspection: true, responseCacheBytes: 0, explorer: '', log: false } as const;
  const app = await createOurs(openMemoryStore(smallDataset()), options, async () => server as unknown as ApolloServer<RequestContext>);
  await app.ready();
  // The suite asks at /, we answer at /graphql.
  const front = createServer((request: IncomingMessage, reply: ServerResponse) => {
    request.url = `/graphql${(request.url ?? '').replace(/^\/(?:graphql\/?)?/, '')}`;
    app.routing(request, reply);
  });
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  return { server, url, extraCleanup: () => close(front).then(() => app.close()) };
}

async function close(front: Server): Promise<void> {
  front.closeAllConnections();
  await new Promise((done) => front.close(done));
}

describeWithTools(
  'the suite of Apollo (left out: answers in parts, which are not offered, and the words of other servers for broken JSON)',
  () => {
    const { defineIntegrationTestSuite } = require(join(tools, '@apollo/server-integration-testsuite')) as Suite;
    defineIntegrationTestSuite(openServer, { noIncrementalDelivery: true });
  },
);
