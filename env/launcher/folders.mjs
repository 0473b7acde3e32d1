import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The folder with package.json. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export function inRoot(...parts) {
  return path.join(ROOT, ...parts);
}
