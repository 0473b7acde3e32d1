// Lets a child process of a test run TypeScript as the tests do: `node -r register-typescript.cjs file.ts`.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, sourceMaps: 'inline' };

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, configFile: false, swcrc: false });
  module._compile(code, filename);
};
