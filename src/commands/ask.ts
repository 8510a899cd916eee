/** What the commands that ask the graph share: opening the dataset, asking, and failing as a person expects. */

import { readConfig } from '../config.js';
import { loadDataset } from '../dataset/read-dataset.js';
import { type ErrorCode, PublicError } from '../errors.js';
import { answer, type Question } from '../graphql/answer.js';
import { createSchema } from '../graphql/schema.js';
import { openStore } from '../store/open-store.js';

/** The data that answers a question, from the store that the environment names; its first error is thrown. */
export async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const result = await askRaw({ query, variables });
  const [error] = result.errors ?? [];
  if (error) throw new PublicError(error.extensions?.code as ErrorCode, error.message);
  return result.data as T;
}

/** The whole answer, with errors and cost. */
export async function askRaw(question: Question) {
  const { neo4j, dataset, limits } = readConfig();
  const store = await openStore(neo4j, () => loadDataset(dataset));
  try {
    return await answer(createSchema(), store, question, limits);
  } finally {
    await store.close();
  }
}
