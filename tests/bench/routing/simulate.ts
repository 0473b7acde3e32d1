import { pickAssignee, withWork, NO_LOAD, type Affinity, type Member } from '../../../shared/routing';
import { DAYS, isWorkday, type Agent, type Arrival, type Minute, type Month } from './month';

/** How tickets find people. `log`: as it was; `random`: anybody who may get it. */
export type Way = 'log' | 'random' | 'roundRobin' | 'leastLoaded' | 'skills' | 'sticky';

interface Held {
  readonly arrival: Arrival;
  left: number;
}

interface Desk {
  readonly agent: Agent;
  readonly open: Held[];
  lastAssigned?: Minute;
  assignedWork: number;
}

export interface Outcome {
  readonly way: Way;
  /** Minutes of service time until somebody began to work on it, in order of length. */
  readonly waits: readonly number[];
  /** Minutes of work that each person got. */
  readonly assignedWork: readonly number[];
  /** Mean over all hours of service of the Gini coefficient of what people had open then. */
  readonly openGini: number;
  /** Of those that somebody solved before: the share that went to the same person. */
  readonly sameAgain: number;
  readonly ineligible: number;
  readonly decisions: number;
}

export const CAPACITY = 12;
const URGENT_CAPACITY = 2;
const SERVICE = { from: 7 * 60, to: 20 * 60 };
/** Hours until promised, by priority, around the clock. */
const PROMISED: Readonly<Record<string, number>> = { P1: 4, P2: 8, P3: 48, P4: 120 };
const START = Date.UTC(2016, 3, 1);
/** The month is over, what is open is still worked off. */
const LAST_MINUTE = (DAYS + 40) * 1_440;

const instant = (minute: Minute): string => new Date(START + minute * 60_000).toISOString();
const isUrgent = ({ priority }: Arrival): boolean => priority === 'P1' || priority === 'P2';
const dueOf = ({ at, priority }: Arrival): Minute => at + (PROMISED[priority] ?? 48) * 60;

/** 0: everybody has the same; towards 1: one has everything. */
export function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const sum = sorted.reduce((total, value) => total + value, 0);
  if (sum === 0) return 0;
  const weighted = sorted.reduce((total, value, index) => total + (2 * (index + 1) - sorted.length - 1) * value, 0);
  return weighted / (sorted.length * sum);
}

/** Repeats for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const isOn = ({ shift }: Agent, minute: Minute): boolean => isWorkday(minute) && minute % 1_440 >= shift.from && minute % 1_440 < shift.to;
const endOf = ({ shift }: Agent, minute: Minute): Minute => minute - (minute % 1_440) + shift.to;

function nextOf(agent: Agent, minute: Minute): Minute {
  let day = minute - (minute % 1_440) + (minute % 1_440 < agent.shift.from ? 0 : 1_440);
  while (!isWorkday(day)) day += 1_440;
  return day + agent.shift.from;
}

function memberOf({ agent, open, lastAssigned }: Desk, minute: Minute): Member {
  const on = isOn(agent, minute);
  const load = open.reduce((sum, { arrival }) => withWork(sum, { priority: arrival.priority, effort: 1 }), NO_LOAD);
  return {
    personId: agent.id, hasLeft: false, skills: agent.skills, ...load, capacity: CAPACITY, urgentCapacity: URGENT_CAPACITY,
    duty: { isOn: on, ...(on && { until: instant(endOf(agent, minute)) }), nextAt: instant(nextOf(agent, minute)) },
    ...(lastAssigned !== undefined && { lastAssignedAt: instant(lastAssigned) }),
  };
}

/** The rules once more, by this simulation's own minutes: may this person get it now? */
function mayGet({ agent, open }: Desk, arrival: Arrival, minute: Minute): boolean {
  const due = dueOf(arrival);
  const end = endOf(agent, minute);
  const cannotWait = end - minute < 60 && due > end && due <= nextOf(agent, minute);
  const hasRoom = open.length < CAPACITY && (!isUrgent(arrival) || open.filter((held) => isUrgent(held.arrival)).length < URGENT_CAPACITY);
  return isOn(agent, minute) && hasRoom && !cannotWait && (arrival.skillId === undefined || arrival.skillId in agent.skills);
}

/** One month in minutes: tickets come in, somebody gets them, everybody works off what they have, the most urgent first. */
export function simulate({ arrivals, agents }: Month, way: Way, seed = 1): Outcome {
  const random = chance(seed);
  const desks = agents.map((agent): Desk => ({ agent, open: [], assignedWork: 0 }));
  const byId = new Map(desks.map((desk) => [desk.agent.id, desk]));
  const solvers = new Map<string, Affinity>();
  const waits: number[] = [];
  const openGinis: number[] = [];
  let waiting: Arrival[] = [];
  let next = 0;
  let [ineligible, decisions, returns, sameAgain] = [0, 0, 0, 0];

  function choose(arrival: Arrival, minute: Minute): Desk | undefined {
    if (way === 'log') return byId.get(arrival.agentId);
    if (way === 'random') {
      const able = desks.filter((desk) => mayGet(desk, arrival, minute));
      return able[Math.floor(random() * able.length)];
    }
    const affinity = solvers.get(arrival.caller);
    const { personId } = pickAssignee({
      now: instant(minute), groupId: 'GRP0000001', strategy: way === 'sticky' ? 'leastLoaded' : way,
      ...(way === 'sticky' && affinity && { affinity }),
      members: desks.map((desk) => memberOf(desk, minute)),
      wanted: {
        isUrgent: isUrgent(arrival), approverIds: [], declinedIds: [], unansweredIds: [], dueAts: [instant(dueOf(arrival))],
        needs: arrival.skillId ? [{ skillId: arrival.skillId, level: 5, isMandatory: true }] : [],
      },
    });
    decisions += 1;
    return personId === undefined ? undefined : byId.get(personId);
  }

  function assign(arrival: Arrival, minute: Minute): boolean {
    const desk = choose(arrival, minute);
    if (!desk) return false;
    if (!mayGet(desk, arrival, minute)) ineligible += 1;
    const before = solvers.get(arrival.caller);
    if (before) {
      returns += 1;
      if (before.personId === desk.agent.id) sameAgain += 1;
    }
    desk.open.push({ arrival, left: arrival.work });
    desk.lastAssigned = minute;
    desk.assignedWork += arrival.work;
    return true;
  }

  function work(desk: Desk, minute: Minute): boolean {
    if (!isOn(desk.agent, minute)) return false;
    const begun = desk.open.find(({ arrival, left }) => left < arrival.work);
    const held = begun ?? desk.open.reduce<Held | undefined>((best, entry) => (!best || entry.arrival.priority < best.arrival.priority ? entry : best), undefined);
    if (!held) return false;
    if (held.left === held.arrival.work) waits.push(serviceBetween(held.arrival.at, minute));
    held.left -= 1;
    if (held.left > 0) return false;
    desk.open.splice(desk.open.indexOf(held), 1);
    solvers.set(held.arrival.caller, { personId: desk.agent.id, solvedAt: instant(minute) });
    return true;
  }

  const isShiftChange = (minute: Minute): boolean => agents.some(({ shift }) => minute % 1_440 === shift.from);
  for (let minute = 0; minute < LAST_MINUTE; minute += 1) {
    let isNews = isShiftChange(minute);
    for (; next < arrivals.length && arrivals[next]!.at <= minute; next += 1) {
      waiting.push(arrivals[next]!);
      isNews = true;
    }
    for (const desk of desks) if (work(desk, minute)) isNews = true;
    if (isNews && waiting.length > 0) waiting = waiting.sort((a, b) => (a.priority < b.priority ? -1 : a.priority > b.priority ? 1 : a.at - b.at)).filter((arrival) => !assign(arrival, minute));
    if (minute < DAYS * 1_440 && minute % 60 === 0 && isWorkday(minute) && minute % 1_440 >= SERVICE.from && minute % 1_440 < SERVICE.to) {
      openGinis.push(gini(desks.map(({ open }) => open.reduce((sum, { left }) => sum + left, 0))));
    }
  }
  if (waits.length !== arrivals.length) throw new Error(`${arrivals.length - waits.length} tickets were never begun (${way})`);
  return {
    way, waits: waits.sort((a, b) => a - b), assignedWork: desks.map((desk) => desk.assignedWork), ineligible, decisions,
    openGini: openGinis.reduce((sum, value) => sum + value, 0) / openGinis.length, sameAgain: sameAgain / Math.max(returns, 1),
  };
}

/** Minutes in which somebody is there at all: nobody waits for a desk that is closed. */
function serviceBetween(from: Minute, to: Minute): number {
  let minutes = 0;
  for (let day = from - (from % 1_440); day < to; day += 1_440) {
    if (isWorkday(day)) minutes += Math.max(0, Math.min(to, day + SERVICE.to) - Math.max(from, day + SERVICE.from));
  }
  return minutes;
}
