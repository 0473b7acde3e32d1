const esmPackages = ['jose', 'intl-messageformat', '@formatjs', 'decimal.js'].join('|');

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages})/)`],
  moduleNameMapper: { '^adaptivecards$': '<rootDir>/node_modules/adaptivecards/dist/adaptivecards.js' },
  // A test says what is right; how long it takes on a busy machine is not what it is about.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tests/_support/longest-first.cjs',
};
