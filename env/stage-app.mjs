// npm run stage: builds, and collects in dist/app what a server in Azure runs: compiled code and its packages for Linux, nothing else.
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { buildTabIfStale, compileOrStop } from './launcher/build.mjs';
import { inRoot } from './launcher/folders.mjs';
import { installMissing } from './launcher/install.mjs';
import { checkNode } from './launcher/node-version.mjs';
import { npm } from './launcher/npm.mjs';
import { runCommand, say, Stop } from './launcher/say.mjs';

/** A Mac or Windows machine fetches the packages of the server's platform too. No package needs its install script at run time. */
const FOR_SERVER = ['--omit=dev', '--ignore-scripts', '--os=linux', '--cpu=x64', '--libc=glibc'];

runCommand(async () => {
  checkNode();
  await installMissing();
  await compileOrStop('bot');
  await buildTabIfStale();

  const target = inRoot('dist/app');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc', 'LICENSE']) copyFileSync(inRoot(file), inRoot('dist/app', file));
  for (const part of ['shared', 'bot', 'tab']) cpSync(inRoot('dist', part), inRoot('dist/app/dist', part), { recursive: true });

  // The compiler copies no data: the model lies where bot/classifier/model-store.ts looks for it.
  const model = 'bot/classifier/it-topics.model.gz';
  cpSync(inRoot(model), inRoot('dist/app', model));

  const code = await npm(['ci', ...FOR_SERVER, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: target });
  if (code !== 0) throw new Stop('Installing the packages for the server failed; the reason stands above.');
  say(`${target} is ready to run: node dist/bot/main.js`);
});
