import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { buildTab, compile } from './build.mjs';
import { provideBrowser, howToGetBrowser } from './browser.mjs';
import { inRoot } from './folders.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';

const BROWSER_FOLDERS = ['tab', 'playground'];
const RESULTS = inRoot('test-results');

/** A stage answers how many checks passed, failed and were skipped. A stage without tests counts only when it fails. */
const checked = (exitCode) => ({ passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 });

function readResults(file, exitCode) {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8'));
    const failed = json.numFailedTests + json.numRuntimeErrorTestSuites;
    return { passed: json.numPassedTests, failed: exitCode === 0 ? failed : Math.max(failed, 1), skipped: json.numPendingTests + json.numTodoTests };
  } catch {
    return checked(exitCode);
  }
}

async function jest(name, args) {
  mkdirSync(RESULTS, { recursive: true });
  const outputFile = path.join(RESULTS, `${name.replaceAll('/', '-')}.json`);
  rmSync(outputFile, { force: true });
  const code = await runNode([inRoot('node_modules/jest/bin/jest.js'), '--json', `--outputFile=${outputFile}`, ...args], {
    // The JSON goes to the file; what people read goes to stderr.
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  return readResults(outputFile, code);
}

async function inBrowser(folders) {
  const browser = await provideBrowser();
  if (!browser) {
    say(howToGetBrowser());
    return checked(1);
  }
  process.env.CHROME_PATH = browser;
  return jest('browser', [`--maxWorkers=${availableParallelism()}`, '--testPathPatterns', `tests/(${folders.join('|')})/`]);
}

const withoutBrowser = ['--testPathIgnorePatterns', `/tests/(${BROWSER_FOLDERS.join('|')})/`];
// Much of what they do is waiting for disks and sockets: one more than there are processors to spare.
const workers = `--maxWorkers=${Math.max(3, availableParallelism() - 1)}`;

const STAGES = {
  lint: async () => checked(await runNode([inRoot('node_modules/eslint/bin/eslint.js'), '.', '--max-warnings', '0'])),
  types: async () => checked(await compile()),
  build: async () => checked(await buildTab()),
  server: () => jest('server', [workers, ...withoutBrowser]),
  browser: () => inBrowser(BROWSER_FOLDERS),
};

/** Stages for one part: a stage, or a folder of tests after what it needs. */
function stagesOf(part) {
  if (part === undefined) return STAGES;
  if (part === 'browser' || BROWSER_FOLDERS.includes(part)) {
    return { types: STAGES.types, build: STAGES.build, [part]: () => inBrowser(part === 'browser' ? BROWSER_FOLDERS : [part]) };
  }
  if (part === 'server') return { types: STAGES.types, server: STAGES.server };
  if (part in STAGES) return { [part]: STAGES[part] };
  return { types: STAGES.types, [part]: () => jest(part, [workers, '--testPathPatterns', `tests/${part}/`]) };
}

async function timed(name, run) {
  say(`\n== ${name}`);
  const startedAt = Date.now();
  const counts = await run();
  return { name, seconds: (Date.now() - startedAt) / 1000, ...counts };
}

/**
 * Runs the stages one after the other, all of them even when one fails. Only lint goes on beside the others: it needs a processor
 * and nothing else. The browser comes when it is done, because people in a browser wait for nobody.
 */
export async function runStages(part) {
  const { lint, browser, ...others } = stagesOf(part);
  const linted = lint && timed('lint', lint);
  const outcomes = [];
  for (const [name, run] of Object.entries(others)) outcomes.push(await timed(name, run));
  if (linted) outcomes.unshift(await linted);
  if (browser) outcomes.push(await timed('browser', browser));
  return outcomes;
}
