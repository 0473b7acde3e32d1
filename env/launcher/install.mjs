import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './folders.mjs';
import { npm } from './npm.mjs';
import { say, Stop } from './say.mjs';

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/**
 * Compares what npm installed with package-lock.json, package by package: a fresh check-out has newer files without
 * needing anything, so the age of the files says too little.
 */
export function isInstalled() {
  const installedList = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const installed = packagesOf(installedList);
  return Object.entries(packagesOf(inRoot('package-lock.json'))).every(([folder, wanted]) => {
    if (folder === '') return true;
    const found = installed[folder];
    if (!found) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return found.version === wanted.version;
  });
}

/** Installs exactly what package-lock.json names, when something of it is missing. */
export async function installMissing() {
  if (isInstalled()) return;
  say('Installing packages (a minute or two the first time) …');
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    throw new Stop('Installing the packages failed; the reason stands above. Check the network and run the command again.');
  }
}
