import path from 'node:path';
import { buildTabIfStale, compileOrStop } from './launcher/build.mjs';
import { createChildren } from './launcher/children.mjs';
import { inRoot, ROOT } from './launcher/folders.mjs';
import { installMissing } from './launcher/install.mjs';
import { checkNode, NODE_FLAGS } from './launcher/node-version.mjs';
import { hasDisplay, openPage } from './launcher/open.mjs';
import { readOptions, USAGE } from './launcher/options.mjs';
import { demoPerson, preparePlayground } from './launcher/playground.mjs';
import { firstFreePort, portFrom, requireFree } from './launcher/ports.mjs';
import { answers } from './launcher/ready.mjs';
import { runCommand, say } from './launcher/say.mjs';
import { keepLog } from './launcher/server-log.mjs';

runCommand(async () => {
  checkNode();
  const options = readOptions(process.argv.slice(2));
  if (options.isHelpWanted) return say(USAGE);
  const port = portFrom('PORT', 3978);
  const playgroundPort = portFrom('PLAYGROUND_PORT', 56_150);
  await requireFree(port, 'npm start');
  await installMissing();
  await compileOrStop('bot');
  await buildTabIfStale();
  await serve({ ...options, port, playgroundPort });
});

/** Runs server and playground until Ctrl+C, or until the server ends by itself. */
async function serve({ isPlaygroundWanted, isOpenWanted, as, forServer, port, playgroundPort }) {
  const person = isPlaygroundWanted ? demoPerson(as) : undefined;
  const chatPort = isPlaygroundWanted ? await firstFreePort(playgroundPort) : undefined;
  const chatUrl = chatPort && `http://localhost:${chatPort}/`;
  const dataFolder = path.resolve(ROOT, process.env.DATA_DIR || '.data');
  const children = createChildren();
  let isOver = false;

  async function stop(signal, exitCode) {
    if (isOver) return;
    isOver = true;
    await children.stopAll(signal);
    process.exit(exitCode);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal, 0));

  const server = children.start(process.execPath, [...NODE_FLAGS, inRoot('dist/bot/main.js'), ...forServer], {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), ...(chatUrl && { BELLHOP_PLAYGROUND_URL: chatUrl }) },
    onExit: (code) => stop('SIGTERM', typeof code === 'number' ? code : 1),
  });
  const logFile = keepLog(server.stdout, dataFolder);
  if (!(await answers(`http://127.0.0.1:${port}/readyz`, () => isOver))) return;

  const tabUrl = `http://localhost:${port}/tab/`;
  const isChatThere = isPlaygroundWanted && (await startPlayground({ children, person, port, chatPort, dataFolder, isOver: () => isOver }));
  if (isOver) return;
  announce({ tabUrl, chatUrl: isChatThere ? chatUrl : undefined, person, logFile });
  if (!isOpenWanted || !hasDisplay()) return;
  if (isChatThere) openPage(chatUrl);
  openPage(tabUrl);
}

/** Resolves to false when the playground did not come up; Bellhop itself goes on without it. */
async function startPlayground({ children, person, port, chatPort, dataFolder, isOver }) {
  let hasEnded = false;
  const { args, env, reason } = preparePlayground({
    folder: path.join(dataFolder, 'playground'),
    person,
    port: chatPort,
    botUrl: `http://127.0.0.1:${port}/api/messages`,
  });
  children.start(process.execPath, args, {
    stdio: 'ignore',
    env,
    onExit: () => {
      hasEnded = true;
      say(`The Agents Playground ended; Bellhop goes on without it. The end of its log:\n${reason()}`);
    },
  });
  return answers(`http://127.0.0.1:${chatPort}/_internal/v1/config`, () => hasEnded || isOver());
}

function announce({ tabUrl, chatUrl, person, logFile }) {
  say();
  say('Bellhop is ready.');
  say(`  Tab   ${tabUrl}`);
  if (chatUrl) say(`  Chat  ${chatUrl}  (Agents Playground; you are ${person.name}, ${person.title})`);
  const nearby = path.relative(process.cwd(), logFile);
  say(`  Log   ${nearby.startsWith('..') ? logFile : nearby}`);
  say('Press Ctrl+C to stop.');
}
