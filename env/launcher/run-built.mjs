import { buildTabIfStale, compileOrStop } from './build.mjs';
import { inRoot } from './folders.mjs';
import { installMissing } from './install.mjs';
import { checkNode, NODE_FLAGS } from './node-version.mjs';
import { runNode } from './run.mjs';
import { runCommand } from './say.mjs';

/** Brings a compiled program up to date and runs it with our arguments and terminal. */
export function runBuilt({ project, main, needsTab = false }) {
  runCommand(async () => {
    checkNode();
    await installMissing();
    await compileOrStop(project);
    if (needsTab) await buildTabIfStale();
    process.exitCode = await runNode([...NODE_FLAGS, inRoot(main), ...process.argv.slice(2)]);
  });
}
