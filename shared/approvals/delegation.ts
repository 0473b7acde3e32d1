import { defineRegister, forPeopleOnly, hasRole, refuse, type Action, type Actor, type DecideContext, type FieldProblem, type RegisterEvent, type RegisterRecord } from '../kernel';
import { delegationSchema } from './delegation-schema';

export type Delegation = RegisterRecord<typeof delegationSchema>;

const MAX_DAYS = 180;
const DAY_MS = 86_400_000;

/** Everybody names their own substitute; administrators help those who left without doing so. */
function checkDelegation(values: Readonly<Record<string, unknown>>, { actor, now }: DecideContext<unknown>): readonly FieldProblem[] {
  const { fromId, toId, startsAt, endsAt } = values as Partial<Record<'fromId' | 'toId' | 'startsAt' | 'endsAt', string>>;
  const problems: FieldProblem[] = [];
  if (fromId && fromId !== actor.id && !hasRole(actor, 'administrator', 'system')) problems.push({ field: 'fromId', code: 'notYours' });
  if (toId === (fromId ?? actor.id)) problems.push({ field: 'toId', code: 'self' });
  const from = Date.parse(startsAt ?? '');
  const to = Date.parse(endsAt ?? '');
  if (to <= from) problems.push({ field: 'endsAt', code: 'notAfterStart' });
  else if (to <= Date.parse(now)) problems.push({ field: 'endsAt', code: 'notInFuture' });
  else if (to - from > MAX_DAYS * DAY_MS) problems.push({ field: 'endsAt', code: 'tooFar', params: { days: MAX_DAYS } });
  return problems;
}

const isOwn = (actor: Actor, entry: Delegation | undefined): boolean => entry === undefined || entry.fromId === actor.id;

const isInvolved = (actor: Actor, entry: Delegation): boolean => isOwn(actor, entry) || entry.toId === actor.id;

const register = defineRegister({
  practice: 'delegations',
  prefix: 'DEL',
  schema: delegationSchema,
  canRead: (actor, entry) => isInvolved(actor, entry) || hasRole(actor, 'changeManager', 'administrator', 'auditor', 'system'),
  canEdit: (actor, entry) => hasRole(actor, 'administrator', 'system') || isOwn(actor, entry),
  check: checkDelegation,
  // Who it is from must not depend on who edits it later.
  complete: (values, { actor }) => ({ ...values, fromId: values.fromId ?? actor.id }),
  sortKey: (entry) => entry.startsAt,
});

/** Its time has come. Nothing in it changes, but what waits for whoever is away is told to the substitute from now on. */
const begin: Action<Delegation, Delegation, RegisterEvent, unknown, Record<string, never>> = {
  name: 'delegations.begin',
  schema: {},
  repeat: 'check',
  internal: true,
  can: (actor, entry) => entry?.retired === false && hasRole(actor, 'system'),
  decide: (entry, _input, { now }) => ((entry?.startsAt ?? '') > now ? refuse('kernel.notDue') : { events: [{ type: 'EntryChanged', changes: {} }] }),
};

/** Who decides for whom, and when: announced when it is saved, and once more when its time comes. */
export const delegationsPractice: typeof register = {
  ...register,
  // Who hands on the right to decide does so by themselves.
  actions: [...register.actions.map(forPeopleOnly), begin],
  derive: (entry, config) => ({
    ...register.derive(entry, config), timers: !entry.retired && entry.startsAt > entry.updatedAt ? [{ at: entry.startsAt, what: 'begin' }] : [],
  }),
  timers: { begin: { action: 'delegations.begin', input: {} } },
  isQuiet: (event) => event.type === 'EntryChanged' && Object.keys(event.changes).length === 0 && !event.clear,
  announces: true,
};

/** Who stands in at `now`, by the person they stand in for. */
export function substitutesAt(delegations: Iterable<Delegation>, now: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { retired, fromId, toId, startsAt, endsAt } of delegations) {
    if (retired || !fromId || fromId === toId || startsAt > now || now >= endsAt) continue;
    found.set(fromId, (found.get(fromId) ?? new Set()).add(toId));
  }
  return found;
}

/** People for whom others stand in than before. */
export function newlySubstituted(before: ReadonlyMap<string, ReadonlySet<string>>, after: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const none: ReadonlySet<string> = new Set();
  const isSame = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => left.size === right.size && [...left].every((id) => right.has(id));
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => !isSame(before.get(id) ?? none, after.get(id) ?? none));
}

/** People who named this person as their substitute for `now`, an ISO instant. Substitutes have no substitutes. */
export function actsFor(delegations: Iterable<Delegation>, personId: string, now: string): readonly string[] {
  const found = [...delegations].filter((entry) => !entry.retired && entry.toId === personId && entry.startsAt <= now && now < entry.endsAt);
  return [...new Set(found.flatMap(({ fromId }) => (fromId && fromId !== personId ? [fromId] : [])))];
}
