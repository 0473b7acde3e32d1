import path from 'node:path';
import { ROOT } from '../server';
import { logTime, readIncidentLog, type LogLine } from '../../_support/incident-log';
import type { Member } from '../../../shared/routing';

/** Minutes since the month began. */
export type Minute = number;

export interface Arrival {
  readonly number: string;
  readonly at: Minute;
  readonly priority: string;
  readonly caller: string;
  /** What it takes, when at least three people can do it. */
  readonly skillId?: string;
  /** Minutes somebody has to work on it. */
  readonly work: number;
  /** Who had it in the log. */
  readonly agentId: string;
}

export interface Agent {
  readonly id: string;
  readonly skills: Member['skills'];
  /** Minutes of a working day, from Monday to Friday. */
  readonly shift: { readonly from: number; readonly to: number };
}

export interface Month {
  readonly arrivals: readonly Arrival[];
  readonly agents: readonly Agent[];
}

export const AGENTS = 20;
export const DAYS = 30;
const LOG = path.resolve(ROOT, '../shared/data/servicenow-incident-log.csv.gz');
/** 1 April 2016 was a Friday. */
const FIRST = Date.UTC(2016, 3, 1);
const FIRST_WEEKDAY = 5;
/** Time in a queue is in the log, time at work is not: what took longer than this was mostly waiting for somebody. */
const SHORTEST_WORK = 5;
const LONGEST_WORK = 90;
/** Nobody can have worked longer on all of theirs than they were there: so many minutes of 21 days of eight hours. */
const MOST_WORK = 21 * 8 * 60 * 0.85;
const SKILLS = 6;
const SHIFTS = [{ from: 7 * 60, to: 15 * 60 }, { from: 9 * 60, to: 17 * 60 }, { from: 12 * 60, to: 20 * 60 }] as const;

export const isWorkday = (minute: Minute): boolean => ![0, 6].includes((FIRST_WEEKDAY + Math.floor(minute / 1_440)) % 7);

/** The value that comes most often first. */
function byCount(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}

const minuteOf = (text: string): Minute => (Date.parse(logTime(text)) - FIRST) / 60_000;

function workOf({ opened_at: opened = '', resolved_at: resolved = '?' }: LogLine, theirs: number): number {
  if (resolved === '?') return SHORTEST_WORK;
  const longest = Math.max(SHORTEST_WORK, Math.min(LONGEST_WORK, MOST_WORK / theirs));
  return Math.round(Math.min(longest, Math.max(SHORTEST_WORK, minuteOf(resolved) - minuteOf(opened))));
}

/** April 2016 of the log: the incidents that its twenty busiest people had in the end, when and how urgent they came in. */
export async function readMonth(): Promise<Month> {
  const lines = [...(await readIncidentLog(LOG)).values()].map((rows) => rows.at(-1) as LogLine);
  const ofMonth = lines.filter(({ opened_at: at = '', assigned_to: who }) => who !== '?' && minuteOf(at) >= 0 && minuteOf(at) < DAYS * 1_440);
  const ids = byCount(ofMonth.map((line) => line['assigned_to'] as string)).slice(0, AGENTS);
  const theirs = ofMonth.filter((line) => ids.includes(line['assigned_to'] as string));
  const skills = byCount(theirs.map((line) => line['category'] as string)).slice(0, SKILLS);
  const counts = (id: string, category: string): number => theirs.filter((line) => line['assigned_to'] === id && line['category'] === category).length;
  const agents = ids.map((id, index): Agent => {
    // Who did something often is good at it: 1, 4, 16, 64 and 256 times give the five levels.
    const held = skills.map((category) => [category, Math.min(5, Math.floor(Math.log2(Math.max(counts(id, category), 0.5)) / 2) + 1)] as const);
    return { id, skills: Object.fromEntries(held.filter(([, level]) => level >= 1)), shift: SHIFTS[index % SHIFTS.length]! };
  });
  const isShared = (category: string): boolean => skills.includes(category) && agents.filter((agent) => category in agent.skills).length >= 3;
  const all = new Map(ids.map((id) => [id, theirs.filter((line) => line['assigned_to'] === id).length]));
  const arrivals = theirs.map((line): Arrival => {
    const category = line['category'] as string;
    return {
      number: line['number'] as string, at: minuteOf(line['opened_at'] as string), priority: `P${(line['priority'] as string).charAt(0)}`, caller: line['caller_id'] as string,
      work: workOf(line, all.get(line['assigned_to'] as string) ?? 1), agentId: line['assigned_to'] as string, ...(isShared(category) && { skillId: category }),
    };
  });
  return { agents, arrivals: arrivals.sort((a, b) => a.at - b.at || (a.number < b.number ? -1 : 1)) };
}
