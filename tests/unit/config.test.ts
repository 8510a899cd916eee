/** The settings: what is taken, what is refused, and that no refusal tells a password. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, settings } from '../../src/config.js';
import { defaultLimits } from '../../src/limits.js';

const uri = 'neo4j://db.example:7687';
const directory = mkdtempSync(join(tmpdir(), 'wsis-config-'));
const file = (text: string) => {
  const path = join(directory, 'password');
  writeFileSync(path, text);
  return path;
};
afterAll(() => rmSync(directory, { recursive: true }));

test('without NEO4J_URI the embedded store serves, whatever else is set', () => {
  for (const environment of [{}, { NEO4J_URI: ' ' }, { NEO4J_PASSWORD: 'secret' }]) expect(readConfig(environment).neo4j).toBeNull();
});

test('a database is named by its address and a password, and has defaults for the rest', () => {
  expect(readConfig({ NEO4J_URI: `${uri}/`, NEO4J_PASSWORD: ' secret ' }).neo4j).toEqual({
    uri,
    username: 'neo4j',
    password: ' secret ',
    database: 'neo4j',
  });
  const named = { NEO4J_URI: 'bolt+s://[::1]', NEO4J_PASSWORD: '', NEO4J_USERNAME: 'reader', NEO4J_DATABASE: 'wsis.graph' };
  expect(readConfig(named).neo4j).toEqual({ uri: 'bolt+s://[::1]', username: 'reader', password: '', database: 'wsis.graph' });
});

test('a password may stand in a file, with or without an end of line', () => {
  for (const text of ['secret', 'secret\n', 'secret\r\n']) {
    expect(readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD_FILE: file(text) }).neo4j?.password).toBe('secret');
  }
});

test.each([
  ['no password at all', { NEO4J_URI: uri }, /NEO4J_PASSWORD or NEO4J_PASSWORD_FILE/],
  ['two passwords', { NEO4J_URI: uri, NEO4J_PASSWORD: 'secret', NEO4J_PASSWORD_FILE: 'any' }, /not both/],
  ['a file that is not there', { NEO4J_URI: uri, NEO4J_PASSWORD_FILE: join(directory, 'nowhere') }, /nowhere.*cannot be read/],
  ['an empty file', { NEO4J_URI: uri, NEO4J_PASSWORD_FILE: '' }, /NEO4J_PASSWORD/],
  ['an address of another kind', { NEO4J_URI: 'http://db:7474', NEO4J_PASSWORD: 'secret' }, /NEO4J_URI/],
  ['an address without a host', { NEO4J_URI: 'bolt://', NEO4J_PASSWORD: 'secret' }, /NEO4J_URI/],
  ['an address with a port that is none', { NEO4J_URI: 'bolt://db:99999', NEO4J_PASSWORD: 'secret' }, /NEO4J_URI/],
  ['an address with a password in it', { NEO4J_URI: 'neo4j://me:secret@db', NEO4J_PASSWORD: 'secret' }, /NEO4J_URI/],
  ['a database that has no possible name', { NEO4J_URI: uri, NEO4J_PASSWORD: 'secret', NEO4J_DATABASE: 'a b' }, /NEO4J_DATABASE/],
])('refused: %s', (_, environment, message) => {
  const read = () => readConfig(environment);
  expect(read).toThrow(message);
  expect(read).not.toThrow(/secret/);
});

const limits = Object.keys(settings).filter((name) => name.startsWith('MAX_') && name !== 'MAX_CONNECTIONS');

test('the limits are the default ones where nothing is set, and each can be set by a name of its own', () => {
  expect(readConfig({}).limits).toEqual(defaultLimits);
  expect(limits).toHaveLength(Object.keys(defaultLimits).length);
  const environment = Object.fromEntries(limits.map((name, at) => [name, String(at + 7)]));
  expect(Object.values(readConfig(environment).limits).sort((a, b) => a - b)).toEqual(limits.map((_, at) => at + 7));
});

test.each([...limits, 'PORT', 'RESPONSE_CACHE_BYTES'])('row 26: %s takes a whole number and nothing that only begins with one', (name) => {
  for (const value of ['10xb', 'abc', '-1', '1.5', 'NaN', 'Infinity', '1e3', '0x10', '９', '99999999999']) {
    expect(() => readConfig({ [name]: value })).toThrow(`${name} must be a whole number from`);
    expect(() => readConfig({ [name]: value })).toThrow(`not "${value}"`);
  }
});

test('how the server is run has defaults, and lists are taken with spaces between', () => {
  expect(readConfig({}).operation).toEqual({
    logLevel: 'warn',
    metrics: true,
    tracing: false,
    origins: [],
    rateLimit: 0,
    trustedProxies: [],
    maxConnections: 10_000,
    shutdownSeconds: 10,
  });
  const given = { CORS_ORIGINS: 'https://a.example, http://localhost:3000,', TRUST_PROXY: ' 10.0.0.0/8, ::1', RATE_LIMIT: '5000' };
  expect(readConfig(given).operation).toMatchObject({
    origins: ['https://a.example', 'http://localhost:3000'],
    trustedProxies: ['10.0.0.0/8', '::1'],
    rateLimit: 5000,
  });
  expect(readConfig({ CORS_ORIGINS: '*' }).operation.origins).toEqual(['*']);
});

test.each([
  ...['abc', 'NaN', '-1', '1e3', '1.5', '0x10', 'Infinity', '9'.repeat(30)].flatMap((value) =>
    ['RATE_LIMIT', 'MAX_CONNECTIONS', 'SHUTDOWN_SECONDS', 'RESPONSE_CACHE_BYTES', 'PORT'].map((name): [string, string] => [name, value]),
  ),
  ['MAX_CONNECTIONS', '0'],
  ['SHUTDOWN_SECONDS', '0'],
  ['METRICS', 'yes'],
  ['TRACING', '1'],
  ['LOG_LEVEL', 'loud'],
  ['LOG_LEVEL', 'constructor'],
  ['CORS_ORIGINS', 'friend.example'],
  ['CORS_ORIGINS', 'https://friend.example/'],
  ['CORS_ORIGINS', 'https://*.example'],
  ['CORS_ORIGINS', 'null'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '1'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', '10.0.0.1/8/8'],
  ['TRUST_PROXY', 'proxy.example'],
])('row 26: %s=%s is refused by name, never replaced by something that lets more in', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(name));
});
