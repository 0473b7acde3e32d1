import { AGENTS, readMonth } from '../routing/month';
import { CAPACITY, gini, simulate, type Outcome, type Way } from '../routing/simulate';
import { percentile, type Table } from '../table';

const NAMES: Readonly<Record<Way, string>> = {
  log: 'as it was in the log', random: 'by chance among those who may', roundRobin: 'in turn', leastLoaded: 'least loaded', skills: 'best skills', sticky: 'least loaded, first who helped last',
};
const WAYS = Object.keys(NAMES) as Way[];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const minutes = (value: number): string => (value < 120 ? `${value.toFixed(0)} min` : `${(value / 60).toFixed(1)} h`);

function row({ way, waits, assignedWork, openGini, sameAgain, ineligible }: Outcome): readonly string[] {
  return [
    NAMES[way], gini(assignedWork).toFixed(2), openGini.toFixed(2), minutes(mean(waits)), minutes(percentile(waits, 0.5)), minutes(percentile(waits, 0.9)), minutes(percentile(waits, 0.99)),
    `${(sameAgain * 100).toFixed(0)} %`, String(ineligible),
  ];
}

/** A month of a real log, given out in every way Bellhop knows, by chance, and as it was. */
export async function measureRouting(): Promise<readonly Table[]> {
  const month = await readMonth();
  const outcomes = WAYS.map((way) => simulate(month, way));
  const wrong = outcomes.filter(({ way, ineligible }) => way !== 'log' && ineligible > 0);
  if (wrong.length > 0) throw new Error(`somebody got a ticket who must not: ${wrong.map(({ way, ineligible }) => `${way} ${ineligible}`).join(', ')}`);
  const work = month.arrivals.reduce((sum, entry) => sum + entry.work, 0);
  const decisions = outcomes.reduce((sum, outcome) => sum + outcome.decisions, 0);
  return [{
    title: 'A month of tickets and twenty people',
    command: 'npm run bench -- routing',
    columns: ['how tickets find people', 'Gini of assigned work', 'Gini of open work', 'wait, mean', 'median', 'p90', 'p99', 'same person again', 'given to somebody ineligible'],
    rows: outcomes.map(row),
    note: [
      `Simulated: ${month.arrivals.length.toLocaleString('en')} incidents of April 2016 of the ServiceNow log, those of its ${AGENTS} busiest people, with the times, priorities, callers and categories they really had;`,
      `${decisions.toLocaleString('en')} decisions of the same function that assigns live. The log does not say how long anybody worked: the time from opening to resolution counts, at least 5 and at most 90 minutes,`,
      `and for nobody more in all than they were there (${(work / 60).toFixed(0)} hours together); shifts (07–15, 09–17, 12–20 h, Monday to Friday) and skills (from what each of them did that month) are made up.`,
      'So the figures compare ways of giving out the same work; they are no measurement of that company, whose two busiest people probably closed short calls.',
      `Waiting ends when somebody begins to work on it and counts only while the desk is open; everybody has at most ${CAPACITY} open tickets, two of P1 and P2; skills are mandatory. As it was, tickets went to people whatever their shift and load: what is called ineligible there broke the rules of this simulation, not of the company.`,
    ].join(' '),
  }];
}
