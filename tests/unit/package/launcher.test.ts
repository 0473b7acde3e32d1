// If this fails, somebody who tries Bellhop for the first time reads a stack trace instead of what to do.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

function run(script: string, args: readonly string[], env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [`env/${script}.mjs`, ...args], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } });
}

test('help names every option', () => {
  const { status, stdout } = run('start', ['--help']);
  expect(status).toBe(0);
  for (const option of ['--no-playground', '--no-open', '--as', '--empty', '--seed', 'PORT', 'DATA_DIR', 'BELLHOP_STORAGE']) expect(stdout).toContain(option);
});

test.each([
  [['--fast'], {}, 'There is no option --fast.'],
  [['--seed'], {}, '--seed needs a value.'],
  [['--seed', 'seven'], {}, 'a seed is a whole number'],
  [[], { PORT: 'http' }, 'PORT=http is not a port.'],
])('%p with %p is refused with a sentence', (args, env, sentence) => {
  const { status, stderr } = run('start', args, env);
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a port in use is named, together with a way out', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { status, stderr } = run('start', ['--no-open'], { PORT: String(port) });
  other.close();
  expect(status).toBe(1);
  expect(stderr).toMatch(new RegExp(`Port ${port} is in use.*choose another port:\n  .*${port + 1}.* npm start`, 's'));
});

test('an unknown part of the tests is answered with the parts there are', () => {
  const { status, stderr } = run('test', ['--only', 'everything']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/lint, types, build, server, browser, .*architecture/);
});

test('an environment that does not exist is answered with those that do', () => {
  const { status, stderr } = run('package-app', ['--env', 'mars']);
  expect(status).toBe(1);
  expect(stderr).toContain('There is no env/.env.mars. Use --env dev or --env local');
});
