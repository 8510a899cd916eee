// Jest compiles TypeScript with swc to CommonJS; imports end in .js, as Node wants them, and are mapped back to their sources.
export default {
  testEnvironment: 'node',
  // The tests wait for servers and browsers more than they compute: a worker for each processor, where jest would leave one free.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/tests/support/sequencer.cjs',
  // A bound to catch a hang, not a measure.
  testTimeout: 30_000,
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/tests/support/setup.ts',
  globalTeardown: '<rootDir>/tests/support/teardown.ts',
  setupFiles: ['reflect-metadata'],
  reporters: ['default', '<rootDir>/tests/support/skipped-reporter.cjs', '<rootDir>/tests/support/rows-reporter.cjs'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // What stands in tests/contract/tools has copies of its own, and there can be only one of each.
    '^(graphql|@apollo/server)(/.*)?$': '<rootDir>/node_modules/$1$2',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
      },
    ],
  },
};
