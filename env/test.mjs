import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from './launcher/folders.mjs';
import { installMissing } from './launcher/install.mjs';
import { checkNode } from './launcher/node-version.mjs';
import { runCommand, say, Stop } from './launcher/say.mjs';
import { runStages } from './launcher/stages.mjs';

const STAGES = ['lint', 'types', 'build', 'server', 'browser'];

function parts() {
  const folders = readdirSync(inRoot('tests'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'));
  return [...STAGES, ...folders.map((entry) => entry.name).filter((name) => name !== 'bench')];
}

/** `--only unit`, `--only=unit`, or nothing for everything. A path below tests is a part too: `--only unit/kernel`. */
function readPart(args) {
  if (args.length === 0) return undefined;
  const [name, inline] = args[0].split('=');
  const part = inline ?? args[1];
  const isKnown = part && (parts().includes(part) || (part.includes('/') && existsSync(inRoot('tests', part))));
  if (name === '--only' && isKnown && args.length <= 2) return part;
  throw new Stop(`npm test -- --only <part>, where part is one of: ${parts().join(', ')}.`);
}

function summarize(outcomes) {
  say('\n== summary');
  for (const { name, seconds, failed } of outcomes) say(`  ${failed ? 'FAILED' : 'ok    '}  ${name.padEnd(14)} ${seconds.toFixed(1)} s`);
  const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  const skipped = total('skipped');
  say(`${total('passed')} passed, ${total('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return total('failed') === 0 ? 0 : 1;
}

runCommand(async () => {
  checkNode();
  const part = readPart(process.argv.slice(2));
  await installMissing();
  process.exitCode = summarize(await runStages(part));
});
