/** Nothing that serves the API can write: the one file that opens a session to write is out of its reach. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const source = join(__dirname, '..', '..', 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const textOf = (file: string) => readFileSync(join(source, file), 'utf8');
const door = join('store', 'neo4j', 'write-connection.ts');

/** Files that a file imports for more than their types, also when it is asked to later. */
function imports(file: string): string[] {
  const found = [...textOf(file).matchAll(/(?:^import (?!type )[^;]*?|\bimport\()'(\.[^']+)\.js'/gms)];
  return found.map(([, path]) => relative(source, join(source, dirname(file), `${path}.ts`)));
}

function reachable(...from: string[]): Set<string> {
  const seen = new Set(from);
  for (const file of seen) for (const imported of imports(file)) seen.add(imported);
  return seen;
}

const writes = /executeWrite|\bWRITE\b|beginTransaction|executeQuery|routing\.WRITE/;

test('row 45: only the door of the loader writes', () => {
  const writing = files.filter((file) => writes.test(textOf(file).replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, '')));
  expect(writing).toEqual([door]);
});

test('row 45: what the API asks with was opened for reading, so that the server refuses to write', () => {
  const opening = files.filter((file) => /\.session\(/.test(textOf(file)));
  expect(opening.sort()).toEqual([join('store', 'neo4j', 'connection.ts'), door]);
  expect(textOf(join('store', 'neo4j', 'connection.ts')).match(/\.session\(\{[^}]*\}/g)).toEqual([
    expect.stringContaining('defaultAccessMode: neo4j.session.READ'),
  ]);
});

test('row 45: the door is reached from the command load, and not from what serves, asks or prints', () => {
  expect([...reachable(join('commands', 'load.ts'))]).toContain(door);
  const others = files.filter((file) => /^(commands|http|graphql)\b/.test(file) && file !== join('commands', 'load.ts'));
  expect(others.length).toBeGreaterThan(30);
  const reached = reachable(...others);
  expect([...reached]).toContain(join('store', 'neo4j', 'connection.ts'));
  expect([...reached]).not.toContain(door);
});

test('every text that writes is in the file for them', () => {
  const cypher = /\b(?:CREATE|MERGE|DELETE|REMOVE|SET) (?:\(|\w+[.:]|CONSTRAINT|INDEX|FULLTEXT|n\b)/;
  const stating = files.filter((file) => /^store/.test(file) && cypher.test(textOf(file)));
  expect(stating.sort()).toEqual([join('store', 'neo4j', 'constraints.ts'), join('store', 'neo4j', 'write-statements.ts')]);
});
