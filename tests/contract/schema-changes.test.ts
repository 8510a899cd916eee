/** What clients were promised: the schema breaks nothing of the last release unless the change log says so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, extendSchema, findBreakingChanges, parse } from 'graphql';
import { createSchema } from '../../src/graphql/schema.js';
import { root } from '../support/program.js';

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const released = buildSchema(read('schema', 'released.graphql'));

/** What stands under "Unreleased" in the change log. */
function unreleased(): string {
  const [, after = ''] = read('CHANGELOG.md').split(/^## Unreleased$/m);
  return after.split(/^## /m)[0] ?? '';
}

/** The breaking changes that a log does not name: each must stand in it word for word, behind "Breaking:". */
const unnamed = (changes: readonly { description: string }[], log: string): string[] =>
  changes.map(({ description }) => description).filter((description) => !log.includes(`Breaking: ${description}`));

test('nothing breaks that the change log does not name', () => {
  expect(unnamed(findBreakingChanges(released, createSchema()), unreleased())).toEqual([]);
});

test('a change that breaks is found, and accepted once the change log names it', () => {
  const broken = buildSchema(
    read('schema', 'released.graphql')
      .replace(/^ {2}acronym: String$/m, '  acronym: Int')
      .replace(/^enum Measure \{$/m, 'enum Measure { EXTRA'),
  );
  const changes = findBreakingChanges(released, broken);
  expect(unnamed(changes, '')).toEqual(['Entity.acronym changed type from String to Int.']);
  expect(unnamed(changes, '- Breaking: Entity.acronym changed type from String to Int.')).toEqual([]);
  // What is added breaks nothing.
  expect(findBreakingChanges(released, extendSchema(released, parse('extend type Query { more: Int }')))).toEqual([]);
});
