/** The configuration: the only reader of the environment. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boolean, type Environment, integer, oneOf, readNeo4j, readOrigins, readProxies } from './config-values.js';
import { defaultLimits, type Limits } from './limits.js';
import type { Neo4jSettings } from './store/neo4j/driver.js';

/** The folder of the package: seed/ and schema/ are found from here, wherever the program is started. */
export const packageDirectory = fileURLToPath(new URL('..', import.meta.url));
export const examplesDirectory = resolve(packageDirectory, 'schema', 'examples');
export const explorerDirectory = resolve(packageDirectory, 'dist', 'explorer');

export interface Config {
  /** address to listen on */
  host: string;
  /** port to listen on; 0 takes a free one */
  port: number;
  /** folder of the dataset for the embedded store */
  dataset: string;
  /** whether the schema may be asked for its types */
  introspection: boolean;
  /** bytes of answers that are kept ready to be sent again; 0 keeps none */
  responseCacheBytes: number;
  /** what is beyond them is refused before anything of it runs */
  limits: Limits;
  /** how the server is run */
  operation: OperationSettings;
  /** the Neo4j that holds the graph; null for the embedded store */
  neo4j: Neo4jSettings | null;
}

export interface OperationSettings {
  /** least level of what is logged; with info there is a line for each request */
  logLevel: 'error' | 'warn' | 'info';
  /** whether GET /metrics is served */
  metrics: boolean;
  /** whether each question makes a span of OpenTelemetry */
  tracing: boolean;
  /** other sites whose pages may ask; "*" for all */
  origins: readonly string[];
  /** cost that each client address may ask for in a minute; 0 is without limit */
  rateLimit: number;
  /** addresses of the proxies whose X-Forwarded-For is believed */
  trustedProxies: readonly string[];
  /** connections at the same time */
  maxConnections: number;
  /** seconds from SIGTERM to the end, at most */
  shutdownSeconds: number;
}

/** Every setting: its name in the environment, its default, and what it does. The README's table is tested against it. */
export const settings = {
  HOST: { default: '127.0.0.1', meaning: 'address to listen on' },
  PORT: { default: '4000', meaning: 'port to listen on; 0 takes a free one' },
  DATASET: { default: 'seed/', meaning: 'folder of the dataset for the embedded store' },
  PUBLIC_INTROSPECTION: { default: 'true', meaning: 'whether the schema may be asked for its types: true or false' },
  RESPONSE_CACHE_BYTES: {
    default: '32000000',
    meaning: 'bytes of answers that are kept ready to be sent again, until the dataset changes; 0 keeps none',
  },
  MAX_QUERY_BYTES: { default: String(defaultLimits.documentBytes), meaning: 'bytes that the text of a document may have' },
  MAX_QUERY_TOKENS: { default: String(defaultLimits.tokens), meaning: 'tokens that it may have' },
  MAX_QUERY_SELECTIONS: {
    default: String(defaultLimits.selections),
    meaning: 'fields and fragments that a question may select, those of a fragment as often as it is spread',
  },
  MAX_QUERY_ALIASES: { default: String(defaultLimits.aliases), meaning: 'aliases that it may have, counted likewise' },
  MAX_QUERY_DEPTH: { default: String(defaultLimits.depth), meaning: 'fields that may lie within one another' },
  MAX_QUERY_LIST_DEPTH: { default: String(defaultLimits.listDepth), meaning: 'lists that may lie within one another' },
  MAX_INTROSPECTION_DEPTH: {
    default: String(defaultLimits.introspectionDepth),
    meaning: 'fields of introspection that may lie within one another',
  },
  MAX_QUERY_COST: { default: String(defaultLimits.cost), meaning: 'values that a question could return, by the sizes of its pages' },
  MAX_ERRORS: { default: String(defaultLimits.errors), meaning: 'errors that are told of one document or of its variables, at least 2' },
  MAX_IDS: { default: String(defaultLimits.ids), meaning: 'ids or references in one argument' },
  MAX_TEXT_LENGTH: { default: String(defaultLimits.textLength), meaning: 'characters of a text that is searched for' },
  LOG_LEVEL: { default: 'warn', meaning: 'what is logged: error, warn, or info for a line for each request too' },
  METRICS: { default: 'true', meaning: 'whether `/metrics` is served: true or false' },
  TRACING: { default: 'false', meaning: 'whether each question makes a span for the OpenTelemetry SDK that you bring: true or false' },
  CORS_ORIGINS: {
    default: 'none',
    meaning: 'sites whose pages may ask, such as https://example.org, with commas between; * for all; only our own pages without',
  },
  RATE_LIMIT: { default: '0', meaning: 'cost that each client address may ask for in a minute; 0 is without limit' },
  TRUST_PROXY: {
    default: 'none',
    meaning: 'addresses or networks of the proxies before the server, with commas between; X-Forwarded-For of any other is ignored',
  },
  MAX_CONNECTIONS: { default: '10000', meaning: 'connections at the same time; more are closed at once' },
  SHUTDOWN_SECONDS: { default: '10', meaning: 'seconds from SIGTERM to the end, at most; questions under way are finished within' },
  NEO4J_URI: {
    default: 'none',
    meaning: 'address of the Neo4j that holds the graph, such as neo4j://localhost:7687; the embedded store without',
  },
  NEO4J_USERNAME: { default: 'neo4j', meaning: 'name to log in to Neo4j with' },
  NEO4J_PASSWORD: { default: 'none', meaning: 'its password; set and empty for a server without authentication' },
  NEO4J_PASSWORD_FILE: { default: 'none', meaning: 'file that holds the password, instead of NEO4J_PASSWORD' },
  NEO4J_DATABASE: { default: 'neo4j', meaning: 'name of the database in Neo4j' },
} as const;

/** Reads the configuration; a value that cannot be used is refused with its name, never replaced in silence. */
export function readConfig(environment: Environment = process.env): Config {
  const value = (name: keyof typeof settings) => environment[name]?.trim() || settings[name].default;
  const limit = (name: keyof typeof settings, least = 1) => integer(name, value(name), least, 999_999_999);
  return {
    host: value('HOST'),
    port: integer('PORT', value('PORT'), 0, 65_535),
    dataset: environment.DATASET?.trim() ? resolve(environment.DATASET.trim()) : resolve(packageDirectory, 'seed'),
    introspection: boolean('PUBLIC_INTROSPECTION', value('PUBLIC_INTROSPECTION')),
    responseCacheBytes: integer('RESPONSE_CACHE_BYTES', value('RESPONSE_CACHE_BYTES'), 0, 999_999_999),
    limits: {
      documentBytes: limit('MAX_QUERY_BYTES'),
      tokens: limit('MAX_QUERY_TOKENS'),
      selections: limit('MAX_QUERY_SELECTIONS'),
      aliases: limit('MAX_QUERY_ALIASES', 0),
      depth: limit('MAX_QUERY_DEPTH'),
      listDepth: limit('MAX_QUERY_LIST_DEPTH'),
      introspectionDepth: limit('MAX_INTROSPECTION_DEPTH'),
      cost: limit('MAX_QUERY_COST'),
      errors: limit('MAX_ERRORS', 2),
      ids: limit('MAX_IDS'),
      textLength: limit('MAX_TEXT_LENGTH'),
    },
    operation: {
      logLevel: oneOf('LOG_LEVEL', value('LOG_LEVEL'), ['error', 'warn', 'info']),
      metrics: boolean('METRICS', value('METRICS')),
      tracing: boolean('TRACING', value('TRACING')),
      origins: readOrigins(environment.CORS_ORIGINS),
      rateLimit: integer('RATE_LIMIT', value('RATE_LIMIT'), 0, 999_999_999),
      trustedProxies: readProxies(environment.TRUST_PROXY),
      maxConnections: integer('MAX_CONNECTIONS', value('MAX_CONNECTIONS'), 1, 1_000_000),
      shutdownSeconds: integer('SHUTDOWN_SECONDS', value('SHUTDOWN_SECONDS'), 1, 600),
    },
    neo4j: environment.NEO4J_URI?.trim() ? readNeo4j(environment, value('NEO4J_USERNAME'), value('NEO4J_DATABASE')) : null,
  };
}
