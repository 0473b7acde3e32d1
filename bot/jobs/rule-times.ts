import type { Job, JobDeps } from './job';

const LOOK_MS = 5_000;
const TRIM_MS = 10 * 60_000;

/** Rules about time: what is due by itself. */
export const ruleTimesJob = ({ app }: Pick<JobDeps, 'app'>): Job => ({ name: 'rule-times', everyMs: LOOK_MS, runOnce: () => app.automation.runDue() });

/** Removes what the run log need not keep any longer. */
export const runLogTrimJob = ({ app }: Pick<JobDeps, 'app'>): Job => ({ name: 'run-log-trim', everyMs: TRIM_MS, runOnce: () => app.automation.trim() });
