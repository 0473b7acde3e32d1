import { Stop } from './say.mjs';

const LEAST = [20, 19];

/**
 * Deprecations and previews that libraries below us use on purpose. `require` of ES modules is one of them on older
 * releases of Node; the built server needs it.
 */
export const NODE_FLAGS = ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0040', '--disable-warning=DEP0169'];

/** Throws unless Node is new enough, see `engines` in package.json. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  throw new Stop(
    `Bellhop needs Node ${LEAST.join('.')} or newer; this is Node ${version}.\n` +
      'Install the current LTS release from https://nodejs.org (or with nvm, fnm or your package manager) and run the command again.',
  );
}
