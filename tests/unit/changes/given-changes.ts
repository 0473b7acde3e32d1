import { changeActions, foldChange, subjectOf, type Change, type ChangeEvent } from '../../../shared/changes';
import { canReadChange } from '../../../shared/changes/change-permissions';
import type { Directory } from '../../../shared/catalog';
import { parseInput, type Actor, type DecideContext, type Link, type Schema, type Summary } from '../../../shared/kernel';
import { FIRST } from './model-moves';
import { ACTORS, CHANGE, organizationFor, TIMES, type Around, type Put, type Who } from './model-world';

export const NOW = TIMES[0];

const CALM: Around = { isFrozen: false, isExcepted: false, hasRival: false };

type Decided = { readonly events: readonly ChangeEvent[] } | { readonly refused: { readonly code: string; readonly problems?: readonly { readonly field: string; readonly code: string }[] } };

export interface Done {
  readonly change: Change;
  readonly events: readonly ChangeEvent[];
}
export type Tried = Done | { readonly refused: string; readonly problems: readonly string[] };

/** Changes decided one action at a time as `perform` would, without storage: who may read, who may act, input, decision, fold. */
export interface Desk {
  readonly put: Put;
  readonly config: Directory;
  try(change: Change | undefined, verb: string, by: Who | Actor, input?: object, at?: string, links?: readonly Link[]): Tried;
  /** Like `try`, for steps of a story that must work. */
  after(change: Change | undefined, verb: string, by: Who | Actor, input?: object, at?: string): Change;
  /** The code of the refusal, with the problems of fields; `done` when it was not refused. */
  refusal(change: Change | undefined, verb: string, by: Who | Actor, input?: object, at?: string, links?: readonly Link[]): string;
  /** A vote from the first seat of a step that this person may use. */
  vote(change: Change, by: Who, step: string, decision?: 'approve' | 'reject' | 'returnForInfo', at?: string): Change;
  propose(input?: object, by?: Who): Change;
  submitted(input?: object): Change;
  /** Agreed by the peer and the change managers, and scheduled when its window is free. */
  scheduled(input?: object): Change;
}

let tokens = 0;
const newToken = (): string => `token-${(tokens += 1)}`;

export const actorNamed = (by: Who | Actor): Actor => (typeof by === 'string' ? (ACTORS.get(by) as Actor) : by);

export function givenDesk(around: Partial<Around> = {}, others: readonly Summary[] = []): Desk {
  const { directory: config, put } = organizationFor({ ...CALM, ...around });

  const attempt: Desk['try'] = (change, verb, by, input = {}, at = NOW, links = []) => {
    const action = changeActions.find(({ name }) => name === `changes.${verb}`);
    if (!action) throw new Error(`no action ${verb}`);
    const actor = actorNamed(by);
    const no = (refused: string, problems: readonly string[] = []): Tried => ({ refused, problems });
    if (change && !canReadChange(actor, subjectOf(change))) return no('kernel.notFound');
    if (!(action.can as (...args: readonly unknown[]) => boolean)(actor, change && subjectOf(change))) return no('kernel.notAllowed');
    const parsed = parseInput(action.schema as Schema, input);
    if ('problems' in parsed) return no('kernel.invalidInput', parsed.problems.map(({ field, code }) => `${field} ${code}`));
    const context: DecideContext<Directory> = { actor, now: at, config, files: [], others: new Map(others.map((other) => [other.id, other])), links, extra: {}, turns: {}, newToken };
    const decided = (action.decide as (...args: readonly unknown[]) => Decided)(change, parsed.value, context);
    if ('refused' in decided) return no(decided.refused.code, decided.refused.problems?.map(({ field, code }) => `${field} ${code}`));
    const recorded = (event: ChangeEvent, seq: number) => ({ recordId: change?.id ?? CHANGE, seq, at, by: actor.id, byName: actor.name, role: 'employee' as const, channel: 'tab' as const, action: action.name, event });
    const next = decided.events.reduce<Change | undefined>((known, event) => foldChange(known, recorded(event, (known?.version ?? 0) + 1)), change) as Change;
    return { change: next, events: decided.events };
  };

  const after: Desk['after'] = (change, verb, by, input, at) => {
    const tried = attempt(change, verb, by, input, at);
    if ('refused' in tried) throw new Error(`${verb}: ${tried.refused} ${tried.problems.join(', ')}`);
    return tried.change;
  };
  const propose: Desk['propose'] = (input = {}, by = 'requester') => after(undefined, 'propose', by, { ...FIRST, ...input });
  const submitted: Desk['submitted'] = (input) => after(propose(input), 'submit', 'requester');

  const vote: Desk['vote'] = (change, by, stepId, decision = 'approve', at = NOW) => {
    const actor = actorNamed(by);
    const step = change.approval?.steps.find(({ id }) => id === stepId);
    const mine = (id: string | undefined): boolean => id !== undefined && (id === actor.id || actor.actsFor.includes(id));
    const seat = step?.seats.find(({ personId }) => personId === actor.id) ?? step?.seats.find(({ personId, escalatedToId }) => mine(personId) || mine(escalatedToId));
    return after(change, decision, by, { step: stepId, token: seat?.token ?? 'none', ...(decision === 'approve' && { isConfirmed: true }), comment: 'Looked at it.' }, at);
  };

  return {
    put, config, try: attempt, after, vote, propose, submitted,
    refusal(change, verb, by, input, at, links) {
      const tried = attempt(change, verb, by, input, at, links);
      return 'refused' in tried ? [tried.refused, ...tried.problems].join(' ') : 'done';
    },
    scheduled: (input) => vote(vote(submitted(input), 'peer', 'peer'), 'manager1', 'changeManager'),
  };
}

/** Votes that still count, by step and who cast them. */
export const votesOf = ({ approval }: Change): readonly string[] => (approval?.steps ?? []).flatMap(({ id, votes }) => votes.map(({ byId }) => `${id} ${[...ACTORS].find(([, { id: other }]) => other === byId)?.[0] ?? byId}`));
