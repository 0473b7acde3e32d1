import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ConfigError, loadConfig, type Config } from '../../config/config';
import type { Finding } from './finding';

const LEAST_NODE = [20, 19] as const;

export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  const title = 'cli.doctor.node';
  return isNew ? { title, level: 'ok', text: version } : { title, level: 'bad', key: 'cli.doctor.node.old', params: { version } };
}

/** The settings, or one finding for each that is wrong. */
export function checkSettings(): { readonly config?: Config; readonly findings: readonly Finding[] } {
  const title = 'cli.doctor.settings';
  try {
    const config = loadConfig();
    const { isDevelopment, tenant, publicUrl } = config;
    const finding: Finding = isDevelopment
      ? { title, level: 'ok', key: 'cli.doctor.settings.development', params: { tenant } }
      : { title, level: 'ok', key: 'cli.doctor.settings.teams', params: { tenant, url: publicUrl } };
    return { config, findings: [finding] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { findings: error.problems.map((text) => ({ title, level: 'bad', text })) };
  }
}

/** Free, or Bellhop itself; anything else there keeps the server from starting. */
export async function checkPort(port: number, host: string): Promise<Finding> {
  const finding = { title: 'cli.doctor.port', titleParams: { port: String(port) } };
  if (port === 0 || (await canListen(port, host))) return { ...finding, level: 'ok', key: 'cli.doctor.port.free' };
  const isOurs = await answersAsBellhop(port);
  return isOurs ? { ...finding, level: 'ok', key: 'cli.doctor.port.bellhop' } : { ...finding, level: 'bad', key: 'cli.doctor.port.taken' };
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

async function answersAsBellhop(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(3_000) });
    const body = (await response.json()) as { readonly status?: string };
    return body.status === 'alive';
  } catch {
    return false;
  }
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export function checkBrowser(): Finding {
  const title = 'cli.doctor.browser';
  const named = process.env['CHROME_PATH'];
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':').filter(Boolean);
  const candidates = named ? [named] : [...folders.flatMap((folder) => BROWSERS.map((name) => join(folder, name))), ...ELSEWHERE];
  const found = candidates.find(isProgram);
  return found ? { title, level: 'ok', text: found } : { title, level: 'note', key: 'cli.doctor.browser.none' };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
