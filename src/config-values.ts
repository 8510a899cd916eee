/** The values of the configuration, read from text. One that cannot be used throws BAD_USER_INPUT, which names the setting. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { badInput } from './errors.js';
import type { Neo4jSettings } from './store/neo4j/driver.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A whole number within bounds from text; `name` is told in the error. */
export function integer(name: string, text: string, least: number, greatest: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= greatest) return number;
  throw badInput(`${name} must be a whole number from ${least} to ${greatest}, not "${text}".`);
}

/** One of the words. */
export function oneOf<T extends string>(name: string, text: string, values: readonly T[]): T {
  const found = values.find((value) => value === text);
  if (found) return found;
  throw badInput(`${name} must be one of ${values.join(', ')}, not "${text}".`);
}

export function boolean(name: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw badInput(`${name} must be true or false, not "${text}".`);
}

/** Where Neo4j is and how to log in to it. */
export function readNeo4j(environment: Environment, username: string, database: string): Neo4jSettings {
  const uri = environment.NEO4J_URI?.trim() ?? '';
  const url = /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/[^/?#@]+\/?$/.test(uri) && URL.canParse(uri) ? new URL(uri) : null;
  // What was given is not told: it may hold a password.
  if (!url?.hostname)
    throw badInput('NEO4J_URI must be like neo4j://host:7687 or bolt://host:7687, with +s for encryption, and hold no name or password.');
  if (!/^[A-Za-z][A-Za-z0-9.-]{2,62}$/.test(database)) throw badInput(`NEO4J_DATABASE must be the name of a database, not "${database}".`);
  return { uri: uri.replace(/\/$/, ''), username, password: readPassword(environment), database };
}

/** The password; it has no default, so that nobody runs with a known one without knowing. */
function readPassword({ NEO4J_PASSWORD: password, NEO4J_PASSWORD_FILE }: Environment): string {
  const file = NEO4J_PASSWORD_FILE?.trim();
  if (!file) {
    if (password === undefined) throw badInput('NEO4J_URI is set: set NEO4J_PASSWORD or NEO4J_PASSWORD_FILE too.');
    return password;
  }
  if (password) throw badInput('Set NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, not both.');
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw badInput(`NEO4J_PASSWORD_FILE names "${file}", which cannot be read.`);
  }
  if (!text) throw badInput(`NEO4J_PASSWORD_FILE names "${file}", which is empty.`);
  return text;
}

const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Origins as a browser sends them: without a path, in lower case, the usual port left out. */
export function readOrigins(text: string | undefined): string[] {
  const origins = listed(text);
  const isOrigin = (text: string) => /^https?:[^*]*$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
  const wrong = origins.find((origin) => origin !== '*' && !isOrigin(origin));
  if (wrong !== undefined) throw badInput(`CORS_ORIGINS must hold origins such as https://example.org, or *, not "${wrong}".`);
  return origins;
}

/** Addresses, or networks with the bits of their prefix. */
export function readProxies(text: string | undefined): string[] {
  const proxies = listed(text);
  const isNetwork = (proxy: string) => {
    const [address = '', bits, ...rest] = proxy.split('/');
    return (
      isIP(address) > 0 &&
      !rest.length &&
      (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)))
    );
  };
  const wrong = proxies.find((proxy) => !isNetwork(proxy));
  if (wrong !== undefined) throw badInput(`TRUST_PROXY must hold addresses such as 10.0.0.1 or 10.0.0.0/8, not "${wrong}".`);
  return proxies;
}
