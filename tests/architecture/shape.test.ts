// If this fails, the code gets harder to read for everybody who wants to change it: long files, empty names, tests that do not say what they protect.
import ts from 'typescript';
import path from 'node:path';
import { allFiles, filesIn, read, treeOf } from './source-files';

const MAX_LINES = 400;
// A `managerOf` is a person; an `ApprovalManager` is a thing without a name.
const EMPTY_WORDS = /(Helpers?|Utils?|Common|Misc)$|^[A-Z]\w*Managers?$/;
const sources = filesIn('shared', 'bot', 'tab', 'tests');

function declaredNames(file: string): string[] {
  return treeOf(file).statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map((entry) => entry.name.getText());
    const isNamed =
      ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    return isNamed && statement.name ? [statement.name.text] : [];
  });
}

test(`no source file is longer than ${MAX_LINES} lines`, () => {
  const code = allFiles.filter((file) => /\.(tsx?|mjs|js|bicep)$/.test(file));
  const long = code.map((file) => ({ file, lines: read(file).split('\n').length - 1 })).filter(({ lines }) => lines > MAX_LINES);
  expect(long).toEqual([]);
});

test('files are named in kebab-case, React components may be in PascalCase', () => {
  const isWellNamed = (file: string): boolean => {
    const name = path.posix.basename(file).replace(/\.(test|spec|config|d)?\.?(tsx?|mjs)$/, '');
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || (file.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(name));
  };
  expect([...sources, ...allFiles.filter((file) => file.endsWith('.mjs'))].filter((file) => !isWellNamed(file))).toEqual([]);
});

test('names say what a thing is', () => {
  const files = sources.filter((file) => EMPTY_WORDS.test(path.posix.basename(file).replace(/\..*$/, '').replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())));
  const names = sources.flatMap((file) => declaredNames(file).filter((name) => EMPTY_WORDS.test(name)).map((name) => `${file}: ${name}`));
  expect([...files, ...names]).toEqual([]);
});

test('types carry no I in front', () => {
  const prefixed = sources.flatMap((file) =>
    treeOf(file)
      .statements.filter((statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      .map((statement) => `${file}: ${statement.name.text}`)
      .filter((name) => /: I[A-Z][a-z]/.test(name)),
  );
  expect(prefixed).toEqual([]);
});

test('every test file says in its first line what breaks for users', () => {
  const silent = allFiles.filter((file) => file.endsWith('.test.ts') && !/^\/\/ \S.{30,}/.test(read(file)));
  expect(silent).toEqual([]);
});

test('no test is switched off or runs alone', () => {
  // Spelled in two parts so that this file does not find itself.
  const marks = new RegExp(`\\b(${['x', 'f'].map((letter) => `${letter}(it|test|describe)`).join('|')}|(it|test|describe)\\.(on${'ly'}|sk${'ip'}))\\(`);
  expect(allFiles.filter((file) => file.endsWith('.test.ts') && marks.test(read(file)))).toEqual([]);
});

test('no compiled file lies beside its source', () => {
  expect(allFiles.filter((file) => /^(shared|bot|tab\/src|tests)\//.test(file) && /\.(js|js\.map|d\.ts\.map)$/.test(file))).toEqual([]);
});
