import { spawn } from 'node:child_process';

/** A desktop where a browser window could appear. */
export function hasDisplay() {
  if (process.env.CI) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function opener(url) {
  if (process.platform === 'darwin') return ['open', [url]];
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '', url.replaceAll('&', '^&')]];
  return ['xdg-open', [url]];
}

/** Opens the page in the default browser. That no browser is there is no reason to fail: the address was printed. */
export function openPage(url) {
  const [command, args] = opener(url);
  spawn(command, args, { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}
