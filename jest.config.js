/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/_support/jest/environment.cjs',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '/node_modules/(?!(@jest|jest|expect)[-/])': '<rootDir>/tests/_support/jest/outside.cjs',
    '^.+\\.(t|j|mj)s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [],
  // In the world of a test every look at a global goes a long way. What is handed in is at hand: whoever computes much takes half the time.
  sandboxInjectedGlobals: ['Array', 'BigInt', 'Boolean', 'Date', 'Error', 'Float32Array', 'Float64Array', 'Int32Array', 'Intl', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'RegExp', 'Set', 'String', 'Symbol', 'Uint8Array', 'Uint32Array', 'WeakMap', 'isNaN'],
  moduleNameMapper: { '^adaptivecards$': '<rootDir>/node_modules/adaptivecards/dist/adaptivecards.js' },
  // A test says what is right; how long it takes on a busy machine is not what it is about.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tests/_support/jest/longest-first.cjs',
};
