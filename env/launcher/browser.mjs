import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { say } from './say.mjs';

// The one without windows first: a page is there in less than half the time.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const MAC = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates() {
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(process.env.HOME ?? '', 'Applications')].flatMap((folder) => MAC.map((name) => path.join(folder, name)));
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
    return folders.flatMap((folder) => WINDOWS.map((name) => path.join(folder, name)));
  }
  return (process.env.PATH ?? '').split(':').filter(Boolean).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
}

/** The browser that the browser tests drive: `CHROME_PATH`, or the first Chromium, Chrome or Edge of this machine. */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return isProgram(named) ? named : undefined;
  return candidates().find(isProgram);
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installByApt() {
  say('No browser found; installing Chromium (apt-get) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 'ignore', 'inherit'];
  if ((await run('apt-get', ['update', '-qq'], { env, stdio })) !== 0) return;
  if ((await run('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell'], { env, stdio: 'ignore' })) === 0) return;
  await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env, stdio });
}

/** Finds a browser, installs one where that is possible without asking, or resolves to undefined. */
export async function provideBrowser() {
  const found = findBrowser();
  if (found || process.env.CHROME_PATH || !isDebianRoot()) return found;
  await installByApt();
  return findBrowser();
}

/** What to do when there is none. */
export function howToGetBrowser() {
  if (process.env.CHROME_PATH) return `CHROME_PATH=${process.env.CHROME_PATH} is not a program. Correct it, or unset it to search for a browser.`;
  const how = {
    darwin: 'brew install --cask chromium',
    win32: 'winget install Google.Chrome',
    linux: 'sudo apt-get install chromium   (or: sudo dnf install chromium, sudo pacman -S chromium)',
  };
  return `No Chromium, Chrome or Edge found. Install one:\n  ${how[process.platform] ?? how.linux}\nor set CHROME_PATH to the program.`;
}
