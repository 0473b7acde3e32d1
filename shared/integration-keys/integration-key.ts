import type { Directory } from '../catalog';
import type { Actor, KeyLimits, RegisterEvent, RegisterRecord, Recorded, Summary } from '../kernel';
import type { integrationKeySchema } from './integration-key-schema';
import type { IntegrationKeyFacts, KeyState } from './integration-key-views';

export const KEYS_PRACTICE = 'integrationKeys';

/** What is fixed when a key is made. */
interface KeyOrigin {
  readonly personId: string;
  readonly createdById: string;
}

export interface IntegrationKey extends RegisterRecord<typeof integrationKeySchema>, KeyOrigin {
  /** ISO instant. */
  readonly expiresAt: string;
  readonly secretNumber: number;
  /** SHA-256 of the secret, and when it was given out. */
  readonly secret: { readonly hash: string; readonly at: string };
  /** The secret before, as long as it still counts, ISO instant. */
  readonly former?: { readonly hash: string; readonly until: string };
  /** When people were told last that it ends. */
  readonly remindedAt?: string;
}

export type IntegrationKeySummary = Summary & IntegrationKey;

/** A secret was given out; the one before counts until `formerUntil`. */
export interface SecretIssued {
  readonly type: 'SecretIssued';
  readonly hash: string;
  readonly formerUntil?: string;
}

export type IntegrationKeyEvent = RegisterEvent | SecretIssued | { readonly type: 'ExpiryReminded' };
export type RecordedKeyEvent = Recorded<IntegrationKeyEvent>;

const DAY_MS = 86_400_000;
/** How long before its end people are told of it. */
const REMIND_DAYS = [14, 3];

const before = (instant: string, days: number): string => new Date(Date.parse(instant) - days * DAY_MS).toISOString();

/** When people are told next that it ends; undefined: not any more, or it is made for a shorter time than that. */
export function nextReminder({ expiresAt, secret, remindedAt = '', retired }: IntegrationKey): string | undefined {
  const since = remindedAt > secret.at ? remindedAt : secret.at;
  return retired ? undefined : REMIND_DAYS.map((days) => before(expiresAt, days)).find((at) => at > since);
}

export function stateOf({ retired, personId, expiresAt }: IntegrationKey, config: Directory, now: string): KeyState {
  if (retired) return 'revoked';
  if (config.person(personId)?.retired !== false) return 'personLeft';
  return now < expiresAt ? 'active' : 'expired';
}

/** Keys of this person that open something now. */
export function activeKeysOf(personId: string, config: Directory, now: string): readonly IntegrationKey[] {
  const keys = [...config.summaries(KEYS_PRACTICE)] as unknown as readonly IntegrationKey[];
  return keys.filter((key) => key.personId === personId && stateOf(key, config, now) === 'active');
}

/** The key of this id as it is now. */
export function integrationKeyIn(config: Directory, id: string): IntegrationKey | undefined {
  const found = config.summary(id);
  return found?.practice === KEYS_PRACTICE ? (found as unknown as IntegrationKeySummary) : undefined;
}

/** Hashes of the secrets that open something with this key now: one, or two while it is being rotated. */
export function hashesNow(key: IntegrationKey, config: Directory, now: string): readonly string[] {
  if (stateOf(key, config, now) !== 'active') return [];
  return [key.secret.hash, ...(key.former && now < key.former.until ? [key.former.hash] : [])];
}

export const limitsOf = ({ id, name, reads = [], actions = [] }: IntegrationKey): KeyLimits => ({ id, name, reads, actions });

/** What leaves the server: nothing of the secret. */
export function presentKey(key: IntegrationKey, config: Directory, now: string): IntegrationKeyFacts {
  const { name, description, reads, actions, personId, createdById, createdAt, updatedAt, expiresAt, secretNumber, former, retired } = key;
  const nameOf = (id: string): string => config.person(id)?.name ?? id;
  const state = stateOf(key, config, now);
  return {
    name, personId, personName: nameOf(personId), createdById, createdByName: nameOf(createdById), createdAt, updatedAt, expiresAt, secretNumber, state, retired,
    isExpiring: state === 'active' && before(expiresAt, REMIND_DAYS[0]!) <= now,
    ...(description && { description }), ...(reads && { reads }), ...(actions && { actions }), ...(former && state === 'active' && now < former.until && { formerUntil: former.until }),
  };
}

/** Who keeps keys, and whose they are: both see what they allow and when they end. */
export const isOwnKey = (actor: Actor, key: Pick<IntegrationKey, 'personId'> | undefined): boolean => key?.personId === actor.id;
