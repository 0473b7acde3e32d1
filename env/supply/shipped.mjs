import { readFileSync } from 'node:fs';
import { inRoot } from '../launcher/folders.mjs';

/**
 * What the tab is built from. To npm these are development packages, because the server runs without them; browsers run them all the same.
 * tests/architecture/supply-chain.test.ts compares this with what the tab imports.
 */
export const TAB_PACKAGES = [
  '@fluentui/react-components', '@fluentui/react-icons', '@microsoft/teams-js', '@tanstack/react-virtual', 'react', 'react-dom',
];

/** Where Node finds a package: in the folder's own node_modules, or in those above it. */
function locate(packages, folder, name) {
  const place = `${folder && `${folder}/`}node_modules/${name}`;
  if (place in packages) return place;
  if (folder === '') return undefined;
  return locate(packages, folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))), name);
}

/** The folders of these packages and of everything they need; what belongs to other platforms too. */
function reach(packages, names) {
  const reached = new Set();
  const waiting = names.map((name) => locate(packages, '', name));
  while (waiting.length > 0) {
    const folder = waiting.pop();
    if (!folder || reached.has(folder)) continue;
    reached.add(folder);
    const { dependencies, optionalDependencies, peerDependencies } = packages[folder];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) waiting.push(locate(packages, folder, name));
  }
  return reached;
}

export function readPackages() {
  return JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
}

/**
 * The packages that reach the people who use Bellhop, by package-lock.json: those of the server (`part: 'server'`) and those that only
 * the tab has (`part: 'tab'`). The rest builds and tests.
 */
export function shippedPackages(packages = readPackages()) {
  const server = reach(packages, Object.keys(packages[''].dependencies));
  const tab = [...reach(packages, TAB_PACKAGES)].filter((folder) => !server.has(folder));
  const describe = (part) => (folder) => {
    const { version, license } = packages[folder];
    return { part, folder, name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length), version, license };
  };
  return [...[...server].map(describe('server')), ...tab.map(describe('tab'))].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Name and version, as people and bills of materials write it. */
export function idOf({ name, version }) {
  return `${name}@${version}`;
}
