import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.resolve(__dirname, '../..');

/** What .gitignore names, and git's own folder: nobody wrote what lies there. */
const NOT_OURS = new Set(['node_modules', 'dist', '.data', 'coverage', 'devTools', 'test-results', '.git', 'build']);

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(name) : [name];
  });
}

/** Every file of the repository, as a path from the root with forward slashes. */
export const allFiles: readonly string[] = filesBelow('.').sort();

export function filesIn(...folders: string[]): string[] {
  return allFiles.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)) && /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

const trees = new Map<string, ts.SourceFile>();

export function treeOf(file: string): ts.SourceFile {
  let tree = trees.get(file);
  if (!tree) trees.set(file, (tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.ESNext, true)));
  return tree;
}

/** Visits every node below, the given one included. */
export function visit(node: ts.Node, seen: (node: ts.Node) => void): void {
  seen(node);
  node.forEachChild((child) => visit(child, seen));
}

export interface Import {
  readonly file: string;
  /** As written. */
  readonly specifier: string;
  /** Relative imports: path from the root without extension, e.g. `shared/tickets/index`. Packages: undefined. */
  readonly target: string | undefined;
  /** Packages: `@azure/data-tables`, `node:fs`. */
  readonly package: string | undefined;
  /** Erased by the compiler: nothing of it exists at run time. */
  readonly isTypeOnly: boolean;
  /** `import()` or `require()` at the moment of need. */
  readonly isLate: boolean;
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function targetOf(file: string, specifier: string): string {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const isFile = ['.ts', '.tsx', ''].some((extension) => allFiles.includes(target + extension));
  return isFile ? target : `${target}/index`;
}

function isErased(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** Static, dynamic and type imports, re-exports and `require` of one file. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean, isLate = false): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const isRelative = specifier.text.startsWith('.');
    found.push({
      file,
      specifier: specifier.text,
      target: isRelative ? targetOf(file, specifier.text) : undefined,
      package: isRelative ? undefined : packageOf(specifier.text),
      isTypeOnly,
      isLate,
    });
  };
  visit(treeOf(file), (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, isErased(node));
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node)) {
      const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
      if (isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false, true);
    }
  });
  return found;
}
