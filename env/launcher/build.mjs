import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './folders.mjs';
import { runNode } from './run.mjs';
import { Stop } from './say.mjs';

/** Type-checks and compiles a project and what it refers to; does nothing when nothing changed. Resolves to the exit code. */
export function compile(...projects) {
  return runNode([inRoot('node_modules/typescript/bin/tsc'), '-b', ...projects]);
}

/** Builds the tab into dist/tab. Resolves to the exit code. */
export function buildTab() {
  return runNode([inRoot('node_modules/vite/bin/vite.js'), 'build', 'tab', '--logLevel', 'warn']);
}

/** Milliseconds of the newest file or folder below; folders count because they change when a file is deleted. */
function newestIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const full = path.join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestIn(full) : statSync(full).mtimeMs);
  }, statSync(folder).mtimeMs);
}

export function isTabStale() {
  const page = inRoot('dist/tab/index.html');
  if (!existsSync(page)) return true;
  const sources = Math.max(newestIn(inRoot('tab')), newestIn(inRoot('shared')), statSync(inRoot('package-lock.json')).mtimeMs);
  return sources > statSync(page).mtimeMs;
}

/** Compiles, or stops with a sentence; the compiler has printed the reason. */
export async function compileOrStop(...projects) {
  if ((await compile(...projects)) !== 0) throw new Stop('Building failed; the reason stands above.');
}

export async function buildTabIfStale() {
  if (isTabStale() && (await buildTab()) !== 0) throw new Stop('Building the tab failed; the reason stands above.');
}
