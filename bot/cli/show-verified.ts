import type { StoreProblem, VerifyReport } from '../../shared/app';
import type { Terminal } from './terminal';

/** Says every difference and what was looked at; gives the exit code. */
export async function showVerified(terminal: Terminal, verify: (onProblem: (problem: StoreProblem) => void) => Promise<VerifyReport>): Promise<number> {
  const report = await verify(({ code, ...params }) => terminal.say(`cli.verify.${code}`, { ...params }));
  const { records, events, links, listRows, timers, anchors, anchor, problemCount } = report;
  terminal.say('cli.verify.counts', { records, events, links, listRows, timers });
  if (anchor !== undefined) terminal.say('cli.verify.anchors', { count: anchors, hash: anchor });
  if (problemCount > 0) terminal.say('cli.verify.problems', { count: problemCount });
  else terminal.say('cli.verify.clean');
  return problemCount > 0 ? 1 : 0;
}
