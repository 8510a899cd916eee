/** Typed clients: what the GraphQL code generator makes of the schema and of every example compiles, and its types hold. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/program.js';
import { describeWithTools, tools } from './tools.js';

jest.setTimeout(300_000);

/** What somebody writes with it: the last line takes a field that was not asked for. */
const program = (field: string) => `
import { graphql } from './client/gql.js';
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { FindAnythingDocument } from './client/graphql.js';

export type Answer = ResultOf<typeof FindAnythingDocument>;
export const variables: VariablesOf<typeof FindAnythingDocument> = { query: 'health' };
export const total = (answer: Answer): number => answer.search.${field};
export { graphql };
`;

describeWithTools('a typed client', () => {
  let directory: string;
  beforeAll(() => {
    // Below the packages that it needs, so that it finds them.
    const parent = join(tools, '.cache');
    mkdirSync(parent, { recursive: true });
    directory = mkdtempSync(join(parent, 'client-'));
    const config = {
      schema: join(root, 'schema', 'schema.graphql'),
      documents: join(root, 'schema', 'examples', '*.graphql'),
      generates: { [join(directory, 'client/')]: { preset: 'client', config: { useTypeImports: true, enumsAsTypes: true } } },
    };
    const file = join(directory, 'codegen.json');
    writeFileSync(file, JSON.stringify(config));
    execFileSync(process.execPath, [join(tools, '@graphql-codegen/cli/cjs/bin.js'), '--config', file], {
      cwd: join(tools, '..'),
      stdio: 'pipe',
    });
    writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  /** What tsc says of the client and a program that uses it; nothing when all is well. */
  function compile(source: string): string {
    writeFileSync(join(directory, 'program.ts'), source);
    const options = ['--ignoreConfig', '--strict', '--noEmit', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022'];
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...options, join(directory, 'program.ts')],
      {
        cwd: directory,
        encoding: 'utf8',
      },
    );
    return stdout.replaceAll(directory, '');
  }

  test('is made of the schema and all examples, and compiles', () => {
    expect(compile(program('totalCount'))).toBe('');
  });

  test('does not compile with a field that was not asked for', () => {
    expect(compile(program('nothing'))).toMatch(/program\.ts.* error TS2339: Property 'nothing' does not exist/);
  });
});
