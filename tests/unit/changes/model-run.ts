import { createHash } from 'node:crypto';
import { changeActions, foldChange, isEnded, subjectOf, summaryOf, type Change, type ChangeEvent, type ChangeSubject } from '../../../shared/changes';
import { waitsFor } from '../../../shared/changes/change-waits';
import { canReadChange } from '../../../shared/changes/change-permissions';
import type { Actor, DecideContext } from '../../../shared/kernel';
import type { Directory } from '../../../shared/catalog';
import { edgeProblems, stateProblems } from './model-invariants';
import { FIRST, involvedIn, plainMoves, pressMoves, worldMoves, type Move, type Scope } from './model-moves';
import { canonical, folded, nowOf, type ModelState } from './model-state';
import { ACTORS, CHANGE, directoryFor, TIMES, type Who } from './model-world';

type Decided = { readonly events: readonly ChangeEvent[] } | { readonly refused: { readonly code: string } };
export type Decide = (change: Change, input: object, context: DecideContext<Directory>) => Decided;

/** A decision that is broken on purpose, to see that the check finds it. */
export interface Broken {
  readonly can?: (verb: string, can: (actor: Actor, subject: ChangeSubject) => boolean) => (actor: Actor, subject: ChangeSubject) => boolean;
  readonly decide?: (verb: string, decide: Decide) => Decide;
}

export interface Report {
  readonly states: number;
  /** Decisions that were made. */
  readonly edges: number;
  /** Attempts in all, those that were refused among them. */
  readonly attempts: number;
  /** Everything that was seen and may not be, each with the shortest way that led there; the first few. */
  readonly problems: readonly string[];
  /** Whether there was nothing left to look at. */
  readonly isComplete: boolean;
}

/** What comes of these does not depend on who does them. */
const SAME_FOR_ALL = new Set(['submit', 'revert', 'cancel', 'hold', 'resume', 'schedule', 'finish', 'close']);

/** What is written is the same, whoever writes it; who may decide about it is not. */
const EDITS = new Set(['edit', 'reschedule']);

const MANY = 20;

/** Short, so that millions fit into memory. */
const nameOf = (state: ModelState): string => createHash('sha1').update(canonical(state)).digest('base64');


let tokens = 0;
const newToken = (): string => `t${(tokens += 1)}`;

function contextOf(state: ModelState, actor: Actor): DecideContext<Directory> {
  return { actor, now: nowOf(state), config: directoryFor(state.around), files: [], others: new Map(), links: [], extra: {}, turns: {}, newToken };
}

export function firstState(): ModelState {
  const around = { isFrozen: false, isExcepted: false, hasRival: false };
  const actor = ACTORS.get('requester') as Actor;
  const propose = changeActions.find(({ name }) => name === 'changes.propose')!;
  const bare = { around, time: 0, castOn: new Map(), wrote: new Map(), former: [] } as unknown as ModelState;
  const decided = (propose.decide as (...args: readonly unknown[]) => Decided)(undefined, FIRST, contextOf(bare, actor));
  if ('refused' in decided) throw new Error(JSON.stringify(decided.refused));
  const change = decided.events.reduce<Change | undefined>(
    (known, event, index) => foldChange(known, { recordId: CHANGE, seq: index + 1, at: TIMES[0], by: actor.id, byName: actor.name, role: 'employee', channel: 'tab', action: 'changes.propose', event }),
    undefined,
  ) as Change;
  return { ...bare, change, subject: subjectOf(change) };
}

interface Verb {
  readonly can: (actor: Actor, subject: ChangeSubject) => boolean;
  readonly decide: Decide;
}

function verbsOf({ can: breakCan, decide: breakDecide }: Broken): ReadonlyMap<string, Verb> {
  return new Map(
    changeActions.map(({ name, can, decide }): [string, Verb] => {
      const verb = name.slice('changes.'.length);
      const ownCan = can as Verb['can'];
      const ownDecide = decide as unknown as Decide;
      return [verb, { can: breakCan ? breakCan(verb, ownCan) : ownCan, decide: breakDecide ? breakDecide(verb, ownDecide) : ownDecide }];
    }),
  );
}

/**
 * Everything that everybody can do from here on, breadth first, each state once. Performed as `perform` does it: who may not read
 * or may not do it is refused before anything is decided.
 */
export function explore(scope: Scope, { broken = {}, most = Infinity, until }: { readonly broken?: Broken; readonly most?: number; readonly until?: RegExp } = {}): Report {
  const from = firstState();
  const verbs = verbsOf(broken);
  const plain = plainMoves(scope);
  const actors = [...ACTORS].filter(([who]) => scope.people === undefined || scope.people.includes(who));
  const known = new Map<string, number>([[nameOf(from), 0]]);
  const ends: boolean[] = [isEnded(from.change.state)];
  const queue: ModelState[] = [from];
  const cameFrom: string[] = ['proposed'];
  const parents: number[] = [-1];
  const back: number[][] = [[]];
  const problems = new Map<string, string>();
  const isFound = (): boolean => until !== undefined && [...problems.keys()].some((problem) => until.test(problem));
  let edges = 0;
  let attempts = 0;

  const wayTo = (index: number): string => {
    const way: string[] = [];
    for (let at = index; at >= 0; at = parents[at] as number) way.unshift(cameFrom[at] as string);
    return way.join(' > ');
  };
  const report = (found: readonly string[], index: number, how = ''): void => {
    for (const problem of found) {
      if (problems.size < MANY && !problems.has(problem)) problems.set(problem, `${problem}\n  ${wayTo(index)}${how && ` > ${how}`}`);
    }
  };

  function reach(state: ModelState, parent: number, how: string): void {
    const key = nameOf(state);
    const seen = known.get(key);
    const index = seen ?? queue.length;
    if (seen === undefined) {
      known.set(key, index);
      queue.push(state);
      ends.push(isEnded(state.change.state));
      cameFrom.push(how);
      parents.push(parent);
      back.push([]);
      report(stateProblems(state), index);
      report(holderProblems(state), index);
    }
    back[index]?.push(parent);
  }

  function attempt(before: ModelState, index: number, who: Who, actor: Actor, { verb, input }: Move, awaited: Set<string>): void {
    const action = verbs.get(verb) as Verb;
    attempts += 1;
    const how = (): string => `${who} ${verb} ${JSON.stringify(input).replaceAll('"', '')}`;
    let decided: Decided;
    try {
      decided = action.decide(before.change, input, contextOf(before, actor));
    } catch (error) {
      return report([`it fails: ${String(error)}`], index, how());
    }
    if ('refused' in decided) return;
    edges += 1;
    if (verb === 'approve' && actor.channel === 'card') awaited.delete(actor.id);
    const after = folded(before, decided.events, actor, `changes.${verb}`);
    report(edgeProblems(before, after, decided.events.map(({ type }) => type), actor.id, input), index, how());
    reach(after, index, how());
  }

  let at = 0;
  for (; at < queue.length && queue.length <= most && !isFound(); at += 1) {
    const before = queue[at] as ModelState;
    const presses = pressMoves(before, scope);
    const done = new Set<Move>();
    const awaited = new Set(before.subject.awaitedApproverIds);
    for (const [who, actor] of actors) {
      if (!canReadChange(actor, before.subject)) continue;
      const allowed = new Map<string, boolean>();
      for (const entry of [plain, presses].flat()) {
        if (!scope.everyAuthor && (SAME_FOR_ALL.has(entry.verb) || (!scope.writers && EDITS.has(entry.verb))) && done.has(entry)) continue;
        let isAllowed = allowed.get(entry.verb);
        if (isAllowed === undefined) allowed.set(entry.verb, (isAllowed = (verbs.get(entry.verb) as Verb).can(actor, before.subject)));
        if (isAllowed) done.add(entry);
        if (isAllowed) attempt(before, at, who, actor, entry, awaited);
        else attempts += 1;
      }
    }
    if (!scope.people) report([...awaited].map((id) => `${id} is waited for and cannot decide`), at);
    for (const next of worldMoves(before, scope)) reach(next, at, worldWords(before, next));
    // What was looked at need not be kept.
    queue[at] = undefined as unknown as ModelState;
  }
  const isComplete = at >= queue.length;
  if (isComplete) for (const index of stuck(back, ends)) report(['nobody can lead it to an end'], index);
  return { states: known.size, edges, attempts, problems: [...problems.values()], isComplete };
}

/** States from which no end can be reached. */
function stuck(back: readonly (readonly number[])[], ends: readonly boolean[]): readonly number[] {
  const canEnd = [...ends];
  const open = ends.flatMap((isSo, index) => (isSo ? [index] : []));
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const parent of back[index] ?? []) {
      if (parent < 0 || canEnd[parent]) continue;
      canEnd[parent] = true;
      open.push(parent);
    }
  }
  return canEnd.flatMap((isSo, index) => (isSo ? [] : [index]));
}

const reader = ACTORS.get('outsider') as Actor;

/** Everything that is not at its end says who holds it. */
function holderProblems(state: ModelState): readonly string[] {
  const { change, around, subject } = state;
  const words = waitsFor(summaryOf(change), directoryFor(around), reader, nowOf(state));
  const problems = words === '' || /undefined|–|NaN|PER00/.test(words) ? [`says nobody holds it: ${words}`] : [];
  if (subject.awaitedApproverIds.some((id) => involvedIn(state).includes(id))) problems.push('waits for somebody who may not decide');
  return problems;
}

function worldWords(before: ModelState, after: ModelState): string {
  if (after.time !== before.time) return nowOf(after);
  return JSON.stringify(after.around);
}
