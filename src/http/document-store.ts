/** Parsed and validated documents, so that a question that comes again is neither parsed nor validated again. */
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { BoundedMap } from '../bounded-map.js';

/** Bytes that all of them may take. */
const greatestBytes = 32_000_000;

/** A parsed document takes some 60 bytes for each character of its text, its tokens included: measured over schema/examples. */
const bytesForCharacter = 60;

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** A store for Apollo Server. The same text gives the same document, by which its compiled code is found. */
export function documentStore(): DocumentStore {
  const documents = new BoundedMap<string, DocumentNode>(greatestBytes);
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => documents.set(key, document, bytesForCharacter * (document.loc?.end ?? 0)),
    delete: async (key) => documents.delete(key),
  };
}
