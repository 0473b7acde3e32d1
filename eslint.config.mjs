import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Packages that one room owns. tests/architecture holds all walls; these here are told while typing. */
const OWNED = [
  { owner: 'shared/storage', names: ['@azure/data-tables', '@azure/storage-blob', '@azure/identity', 'lmdb'] },
  { owner: 'bot/teams', names: ['botbuilder', 'botframework-connector', '@microsoft/teams-ai'] },
  { owner: 'bot/api and bot/server.ts', names: ['restify'] },
  { owner: 'tab', names: ['react', 'react-dom', '@fluentui/react-components', '@fluentui/react-icons', '@microsoft/teams-js'] },
];

function walls(ownRoom, patterns = []) {
  const paths = OWNED.filter(({ owner }) => owner !== ownRoom).flatMap(({ owner, names }) =>
    names.map((name) => ({ name, message: `Only ${owner} knows ${name}.` })),
  );
  return { 'no-restricted-imports': ['error', { paths, patterns }] };
}

const NO_FRONT = { regex: '^(\\.\\./)+(bot|tab)/', message: 'The domain library knows neither bot nor tab.' };
const TAB_DIET = {
  regex: '/shared/(?!(kernel|strings)(/|$)|.*-(views|schema)$)',
  message: 'The tab takes from shared only *-views, *-schema, kernel and strings.',
};

const IGNORE_UNDERSCORE = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };
const NODE_GLOBALS = ['process', 'console', 'fetch', 'AbortSignal', 'Buffer', 'URL', 'setTimeout', 'clearTimeout', 'module', 'require', '__dirname'];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'test-results/', '.data/', 'devTools/', 'appPackage/build/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 400],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: { 'no-unused-vars': ['error', IGNORE_UNDERSCORE] },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // TypeScript itself reports what is not defined.
      'no-undef': 'off',
      // The ports promise a rejection, never a throw: `async` without `await` is how a function keeps that promise.
      '@typescript-eslint/require-await': 'off',
      // Objects of functions instead of classes: nothing here uses `this`, so a function may be taken out of its object.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      // Input of unknown type is turned to text on purpose, to compare it with what was offered.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': ['error', IGNORE_UNDERSCORE],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Tests read JSON as it came over the wire; what is in it is exactly what they assert.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['{shared,bot}/**/*.ts'], rules: walls() },
  { files: ['shared/**/*.ts'], rules: walls(undefined, [NO_FRONT]) },
  { files: ['shared/kernel/**/*.ts'], rules: walls(undefined, [{ regex: '^(?!\\./)', message: 'The kernel imports nothing.' }]) },
  { files: ['shared/storage/**/*.ts'], rules: walls('shared/storage', [NO_FRONT]) },
  { files: ['bot/teams/**/*.ts'], rules: walls('bot/teams') },
  { files: ['bot/api/**/*.ts', 'bot/server.ts'], rules: walls('bot/api and bot/server.ts') },
  {
    files: ['tab/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      ...walls('tab', [TAB_DIET]),
      // These two tell what the React Compiler would skip; the tab is not compiled by it.
      'react-hooks/immutability': 'off',
      'react-hooks/incompatible-library': 'off',
      // An event handler may be async: React ignores what it returns, and the tab's actions show their own failures.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
);
