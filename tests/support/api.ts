/** The API in process: a schema, seed/ in an embedded store, and questions put to it as a client puts them. */
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { packageDirectory } from '../../src/config.js';
import { loadDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset } from '../../src/domain/records.js';
import { answer } from '../../src/graphql/answer.js';
import { createSchema } from '../../src/graphql/schema.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { expectNothingTold } from './leaks.js';

export type Variables = Record<string, unknown>;

/** An error as a client sees it. */
export interface Refusal {
  code: string;
  message: string;
  path?: readonly (string | number)[];
  extensions: Record<string, unknown>;
}

export interface Api {
  store: GraphStore;
  schema: GraphQLSchema;
  /** the data of an answer without errors; anything else fails the test */
  ask<T>(query: string, variables?: Variables): Promise<T>;
  /** the errors of an answer; none when there are none */
  errors(query: string, variables?: Variables): Promise<Refusal[]>;
}

let schema: GraphQLSchema | undefined;

/** The API over a store. */
export function apiOver(store: GraphStore): Api {
  schema ??= createSchema();
  const known = schema;
  // Whatever the test is about, no error may tell what is secret.
  const put = async (query: string, variables?: Variables) => {
    const told = await answer(known, store, { query, variables });
    if (told.errors) expectNothingTold(JSON.stringify(told.errors), JSON.stringify({ query, variables }));
    return told;
  };
  return {
    store,
    schema: known,
    async ask<T>(query: string, variables?: Variables) {
      const { data, errors } = await put(query, variables);
      if (errors) throw new Error(`${JSON.stringify(errors)}\nto ${query}\nwith ${JSON.stringify(variables)}`);
      return data as T;
    },
    async errors(query: string, variables?: Variables) {
      const { errors } = await put(query, variables);
      return (errors ?? []).map(({ message, path, extensions = {} }) => ({ message, path, extensions, code: String(extensions.code) }));
    },
  };
}

let seed: Promise<Dataset> | undefined;

/** The dataset in seed/, read once for each file of tests. */
export function seedDataset(): Promise<Dataset> {
  seed ??= loadDataset(join(packageDirectory, 'seed'));
  return seed;
}

let seeded: Promise<Api> | undefined;

/** The API over seed/, opened once for each file of tests. */
export function seedApi(): Promise<Api> {
  seeded ??= seedDataset().then((dataset) => apiOver(openMemoryStore(dataset)));
  return seeded;
}

/** The API over a dataset of its own. */
export const apiOf = (dataset: Dataset): Api => apiOver(openMemoryStore(dataset));
