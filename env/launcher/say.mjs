/** Prints one line for the person at the terminal. */
export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** Ends with a plain sentence instead of a stack trace: what is wrong, and what to do. */
export class Stop extends Error {}

/** Runs a command of this folder; a `Stop` becomes its message, everything else keeps its stack. */
export function runCommand(main) {
  main().catch((error) => {
    process.stderr.write(`\n${error instanceof Stop ? error.message : error.stack}\n`);
    process.exit(1);
  });
}
