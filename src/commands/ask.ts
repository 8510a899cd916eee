/** What the commands that ask the graph share: opening the dataset, asking, and failing as a person expects. */

import { readConfig } from '../config.js';
import { loadDataset } from '../dataset/read-dataset.js';
import { type ErrorCode, PublicError } from '../errors.js';
import { answer } from '../graphql/answer.js';
import { createSchema } from '../graphql/schema.js';
import { openStore } from '../store/open-store.js';

/** The data that answers a question, from the store that the environment names; its first error is thrown. */
export async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const result = await askRaw(query, variables);
  const [error] = result.errors ?? [];
  if (error) throw new PublicError(error.extensions?.code as ErrorCode, error.message);
  return result.data as T;
}

/** The whole answer, errors included. */
export async function askRaw(query: string, variables: Record<string, unknown> = {}) {
  const { neo4j, dataset } = readConfig();
  const store = await openStore(neo4j, () => loadDataset(dataset));
  try {
    return await answer(createSchema(), store, { query, variables });
  } finally {
    await store.close();
  }
}
