/** Packages stand at versions that hold against known attacks, and those that are not to be used are not there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/program.js';

/** The least version, and what went wrong below it. */
const least = {
  graphql: ['16.15.0', 'fragments that fan out in introspection took 111 ms'],
  '@apollo/server': ['5.5.0', 'the settings of the limits were measured from here on'],
  fastify: ['5.8.5', 'the body limit and the content type could be passed by'],
} as const;

interface Lock {
  packages: Record<string, { version?: string }>;
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
const numbers = (version: string) => version.split('-')[0]?.split('.').map(Number) ?? [];

function isAtLeast(version: string, bound: string): boolean {
  const [one, other] = [numbers(version), numbers(bound)];
  const at = one.findIndex((number, place) => number !== other[place]);
  return at === -1 || Number(one[at]) > Number(other[at]);
}

test.each(Object.entries(least))('%s is at least at %p', (name, [bound]) => {
  const found = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(found).toHaveLength(1);
  for (const [, { version = '' }] of found) expect([version, isAtLeast(version, bound)]).toEqual([version, true]);
});

test.each(['class-validator', 'ws'])('%s is not used, by nothing', (name) => {
  expect(Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`))).toEqual([]);
});
