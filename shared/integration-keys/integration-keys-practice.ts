import type { Directory } from '../catalog';
import {
  defineRegister, forPeopleOnly, hasRole, isRefused, refuse, type Action, type Actor, type DecideContext, type FieldProblem, type Practice, type Recorded, type Refused, type RegisterEvent, type Schema,
} from '../kernel';
import { emptySchema, integrationKeySchema, newIntegrationKeySchema, rotateKeySchema } from './integration-key-schema';
import {
  activeKeysOf, isOwnKey, KEYS_PRACTICE, nextReminder, presentKey, type IntegrationKey, type IntegrationKeyEvent, type IntegrationKeySummary, type RecordedKeyEvent, type SecretIssued,
} from './integration-key';
import { scopeProblems, type KeyVocabulary } from './key-scopes';

/** So many keys of one person may be active: more of them nobody looks after. */
export const MOST_ACTIVE_KEYS = 5;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Context = DecideContext<Directory>;
type KeyAction<S extends Schema> = Action<IntegrationKey, IntegrationKey, IntegrationKeyEvent, Directory, S>;

/** Who may act in whose name is decided by whoever keeps the rest of the system. */
export const keepsKeys = (actor: Actor): boolean => hasRole(actor, 'administrator', 'system');

const seesKeys = (actor: Actor): boolean => keepsKeys(actor) || hasRole(actor, 'auditor');

const after = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();
const earlier = (left: string, right: string): string => (left < right ? left : right);

/** May this person have one more key that works, beside those that are none of `but`? */
function personRefusal(personId: string, { config, now }: Context, but?: string): Refused | undefined {
  if (config.person(personId)?.retired !== false) return refuse('kernel.invalidInput', undefined, [{ field: 'personId', code: 'notFound' }]);
  const others = activeKeysOf(personId, config, now).filter(({ id }) => id !== but);
  return others.length >= MOST_ACTIVE_KEYS ? refuse('integrationKeys.tooMany', { max: MOST_ACTIVE_KEYS }) : undefined;
}

/** A new secret: the hash for the history, and the secret for whoever asked for it. */
function issue(id: string, { newSecret }: Context, formerUntil?: string): { readonly issued: SecretIssued; readonly secret: string } {
  const { secret, hash } = newSecret?.(id) ?? { secret: '', hash: '' };
  return { secret, issued: { type: 'SecretIssued', hash, ...(formerUntil && { formerUntil }) } };
}

function addAction(check: (values: Readonly<Record<string, unknown>>) => readonly FieldProblem[]): KeyAction<typeof newIntegrationKeySchema> {
  return {
    name: 'integrationKeys.add',
    schema: newIntegrationKeySchema,
    repeat: 'check',
    creates: () => 'KEY',
    notForPrograms: true,
    can: keepsKeys,
    decide(_key, { days, ...values }, context) {
      const problems = check(values);
      if (problems.length > 0) return refuse('kernel.invalidInput', undefined, problems);
      const refused = personRefusal(values.personId, context);
      if (refused) return refused;
      const { issued, secret } = issue(context.newId ?? '', context);
      const added: RegisterEvent = { type: 'EntryAdded', values: { ...values, createdById: context.actor.id, expiresAt: after(context.now, days * DAY_MS), secretNumber: 1 } };
      // The secret names its key by the number.
      return { events: [added, issued], secret, needsId: true };
    },
  };
}

/** A new secret for another stretch of time; what has the old one has `overlapHours` to follow. */
const rotate: KeyAction<typeof rotateKeySchema> = {
  name: 'integrationKeys.rotate',
  schema: rotateKeySchema,
  repeat: 'check',
  notForPrograms: true,
  can: (actor, key) => key?.retired === false && keepsKeys(actor),
  decide(record, { days, overlapHours }, context) {
    const key = record as IntegrationKey;
    const refused = personRefusal(key.personId, context, key.id);
    if (isRefused(refused)) return refused;
    const { now } = context;
    const until = earlier(after(now, overlapHours * HOUR_MS), key.expiresAt);
    const { issued, secret } = issue(key.id, context, until > now ? until : undefined);
    const changes = { expiresAt: after(now, days * DAY_MS), secretNumber: key.secretNumber + 1 };
    return { events: [{ type: 'EntryChanged', changes }, issued], secret };
  },
};

/** For good: whoever wants to go on makes a new key. Also whose it is may do so; a key cannot end itself or others. */
const revoke: KeyAction<typeof emptySchema> = {
  name: 'integrationKeys.revoke',
  schema: emptySchema,
  repeat: 'safe',
  notForPrograms: true,
  can: (actor, key) => key?.retired === false && (keepsKeys(actor) || isOwnKey(actor, key)),
  decide: () => ({ events: [{ type: 'EntryRetired' }] }),
};

/** Its end comes near: whose it is and who made it are told. */
const remindExpiry: KeyAction<typeof emptySchema> = {
  name: 'integrationKeys.remindExpiry',
  schema: emptySchema,
  repeat: 'check',
  internal: true,
  can: (actor, key) => key?.retired === false && hasRole(actor, 'system'),
  decide: (key, _input, { now }) => ((nextReminder(key as IntegrationKey) ?? '~') <= now ? { events: [{ type: 'ExpiryReminded' }] } : refuse('kernel.notDue')),
};

/** The register of integration keys. What scopes can name is told by the registry, which holds all practices. */
export function defineIntegrationKeys(vocabulary: () => KeyVocabulary): Practice<IntegrationKey, IntegrationKeySummary, IntegrationKeyEvent> {
  const check = (values: Readonly<Record<string, unknown>>): readonly FieldProblem[] => scopeProblems(values, vocabulary());
  const register = defineRegister({
    practice: KEYS_PRACTICE,
    prefix: 'KEY',
    schema: integrationKeySchema,
    canRead: (actor, key) => seesKeys(actor) || isOwnKey(actor, key as IntegrationKey),
    canEdit: keepsKeys,
    check,
    sortKey: ({ name }) => name.toLowerCase(),
  });
  const change = register.actions.filter(({ name }) => name.endsWith('.change')).map(forPeopleOnly);

  function fold(key: IntegrationKey | undefined, recorded: RecordedKeyEvent): IntegrationKey {
    const { event, seq, at } = recorded;
    if (event.type !== 'SecretIssued' && event.type !== 'ExpiryReminded') return register.fold(key, recorded as Recorded<RegisterEvent>) as IntegrationKey;
    const { former: _former, ...base } = { ...(key as IntegrationKey), version: seq, updatedAt: at };
    if (event.type === 'ExpiryReminded') return { ...base, ...(_former && { former: _former }), remindedAt: at };
    const former = event.formerUntil && key?.secret ? { hash: key.secret.hash, until: event.formerUntil } : undefined;
    return { ...base, secret: { hash: event.hash, at }, ...(former && { former }) };
  }

  return {
    ...register,
    actions: [addAction(check), ...change, rotate, revoke, remindExpiry],
    fold,
    derive(key: IntegrationKey) {
      const at = nextReminder(key);
      return { ...register.derive(key, undefined), timers: at ? [{ at, what: 'expiry' }] : [] };
    },
    timers: { expiry: { action: 'integrationKeys.remindExpiry', input: {} } },
    isQuiet: ({ type }: IntegrationKeyEvent) => type === 'ExpiryReminded',
    view: ({ record, config, now }: { record: IntegrationKey; config: unknown; now: string }) => ({ ...presentKey(record, config as Directory, now) }),
    row: (summary: IntegrationKeySummary, _actor: Actor, config: unknown, now: string) => ({
      ...presentKey(summary, config as Directory, now), id: summary.id, practice: KEYS_PRACTICE, version: summary.version,
    }),
    // A secret that somebody pastes into the name of its key is masked.
    keepsWords: undefined,
    announces: true,
  } as unknown as Practice<IntegrationKey, IntegrationKeySummary, IntegrationKeyEvent>;
}
