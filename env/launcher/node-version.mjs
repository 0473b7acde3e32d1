import { Stop } from './say.mjs';

const LEAST = [20, 19];

/** `require` of ES modules, which the built server needs, is a preview with a warning on older releases. */
export const NODE_FLAGS = ['--disable-warning=ExperimentalWarning'];

/** Throws unless Node is new enough, see `engines` in package.json. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  throw new Stop(
    `Bellhop needs Node ${LEAST.join('.')} or newer; this is Node ${version}.\n` +
      'Install the current LTS release from https://nodejs.org (or with nvm, fnm or your package manager) and run the command again.',
  );
}
