import { createHash, randomBytes } from 'node:crypto';
import {
  AppError, RECORD_ID, isObject, isRefused, keyRefusal, parseInput, refuse, type Actor, type Clock, type DecideContext, type DomainEvent, type Field, type FileMeta, type Link, type LinkChange, type Recorded,
  type RecordView, type Refusal, type Schema, type Summary,
} from '../kernel';
import type { Directory } from '../catalog';
import type { SecretKind } from '../secrets';
import type { Storage } from '../storage/port';
import type { Audit } from './audit';
import { commitEvents, record } from './commit-events';
import type { Desk } from './desk';
import { readFence, taken } from './fence';
import { newKeySecret } from './key-secret';
import { openRecord, summaryOfRecord, viewRecord, type OpenRecord } from './load';
import type { Numbers } from './numbers';
import { findAction, practiceOf, type AnyAction, type AnyPractice } from './registry';
import { rowKey } from './rows';
import { createTurnstile } from './turnstile';
import type { Uploads } from './uploads';
import { withoutSecrets } from './without-secrets';

export interface PerformRequest {
  readonly action: string;
  /** Absent for actions that make a record. */
  readonly id?: string | undefined;
  /** The version the caller saw. */
  readonly version?: number | undefined;
  readonly input: unknown;
  readonly actor: Actor;
  /** The same key twice does the action once and answers both times with the record. */
  readonly idempotencyKey?: string | undefined;
  /** When it happened, for seeds and imports; everybody else's time is now. */
  readonly at?: string | undefined;
}

export interface PerformedRecord {
  readonly record: RecordView;
  /** True when an idempotency key showed that it was done before. */
  readonly isRepeat?: boolean;
  /** Secrets that stood in the input and were taken out before anything was stored; absent: none. */
  readonly masked?: readonly SecretKind[];
  /** A secret that was made: shown now and never again. Who repeats the request does not get it once more. */
  readonly secret?: string;
}

/** A refusal; `current` is the record as it is now, when the actor may read it. */
export interface PerformRefused {
  readonly refused: Refusal;
  readonly current?: RecordView;
}

export type Performed = PerformedRecord | PerformRefused;

/** Stands around every action, whoever performs it, and returns what `work` returned. For those who measure; it decides nothing. */
export type PerformObserver = (action: string, work: () => Promise<Performed>) => Promise<Performed>;

export interface PerformDeps {
  readonly storage: Storage;
  readonly partition: string;
  readonly desk: Desk;
  readonly numbers: Numbers;
  readonly uploads: Uploads;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly onPerform?: PerformObserver | undefined;
}

const RETRIES = 8;
/** A record that has this many events is full: it must open in one page. */
const MAX_EVENTS = 900;

/** 132 bits: nobody guesses one. */
const newToken = (): string => randomBytes(17).toString('base64url').slice(0, 22);

/** The most records that one input can point at. */
const MAX_NAMED = 20;

/** Ids of the records that a field points at: one, or those of a list of records of one practice. */
function namedRecords({ kind, of }: Field, value: unknown): readonly string[] {
  if (kind === 'record') return typeof value === 'string' && value ? [value] : [];
  if (kind !== 'structured' || !of || !Array.isArray(value)) return [];
  return value.filter((id): id is string => typeof id === 'string' && RECORD_ID.test(id) && practiceOf(id)?.name === of).slice(0, MAX_NAMED);
}

const isPast = (actor: Actor): boolean => actor.channel === 'seed' || actor.channel === 'import';

/** The row that says that this was done before. */
export function onceRowOf(actorId: string, action: string, idempotencyKey: string): string {
  const hash = createHash('sha256').update(JSON.stringify([actorId, action, idempotencyKey])).digest('hex');
  return rowKey.key(hash.slice(0, 40));
}

const onceRow = ({ actor, action, idempotencyKey }: PerformRequest): string | undefined => (idempotencyKey ? onceRowOf(actor.id, action, idempotencyKey) : undefined);

/** The one way to change anything: load, hide, can, parse, decide, apply, derive, commit, view. In this order, nowhere else. */
export function createPerform(deps: PerformDeps): (request: PerformRequest) => Promise<Performed> {
  const { storage, partition, desk, numbers, uploads, audit, clock, onPerform = (_action, work) => work() } = deps;
  const oneByOne = createTurnstile();

  const view = (opened: Omit<OpenRecord, 'etag'>, actor: Actor, now: string): Promise<RecordView> =>
    viewRecord({ storage, partition, desk, actor, now }, opened);

  async function loadOthers(schema: Schema, input: Readonly<Record<string, unknown>>, actor: Actor): Promise<Map<string, Summary>> {
    const ids = Object.entries(schema).flatMap(([name, field]) => namedRecords(field, input[name]));
    const others = new Map<string, Summary>();
    for (const id of ids) {
      const summary = await summaryOfRecord(storage, partition, desk, id);
      if (summary && practiceOf(id)?.canRead(actor, summary)) others.set(id, summary);
    }
    return others;
  }

  async function loadFiles(schema: Schema, input: Readonly<Record<string, unknown>>, actor: Actor): Promise<readonly FileMeta[] | undefined> {
    const names = Object.entries(schema).filter(([name, field]) => field.kind === 'files' && input[name]).map(([name]) => name);
    const ids = names.flatMap((name) => input[name] as readonly string[]);
    return ids.length === 0 ? [] : uploads.claim(ids, actor);
  }

  /** Was this very request already carried out? Then its record answers again. */
  async function repeatOf(request: PerformRequest, once: string | undefined, now: string): Promise<Performed | undefined> {
    if (!once) return undefined;
    const row = await storage.get(partition, once);
    if (!row) return undefined;
    const { id } = row.data as { id: string };
    if (request.id && request.id !== id) return refuse('kernel.keyReused');
    const opened = await openRecord(storage, partition, id);
    const { key: _key, ...reader } = request.actor;
    // A program that may report and not read was answered with its ticket the first time, too.
    if (!opened || !opened.practice.canRead(reader, opened.head.record)) return refuse('kernel.notFound');
    return { record: await view(opened, request.actor, now), isRepeat: true };
  }

  /** Refuses what was decided on an older version, unless nothing but quiet events has happened since. */
  function staleRefusal({ head, history, practice }: OpenRecord, seen: number): Refusal | undefined {
    const { version, updatedAt } = head.record;
    const news = history.findLast(({ seq, event }) => seq > seen && !practice.isQuiet?.(event));
    if (!news && seen <= version) return undefined;
    const last = news ?? history.at(-1);
    return { code: 'kernel.stale', params: { by: last?.byName ?? '', at: last?.at ?? updatedAt } };
  }

  /** One attempt; undefined means that another writer was faster. */
  async function attempt(request: PerformRequest, practice: AnyPractice, action: AnyAction, now: string): Promise<Performed | undefined> {
    const { actor, id } = request;
    const once = onceRow(request);
    const fence = action.fence && (await readFence(storage, partition, desk, action.fence));
    const opened = id && !action.creates ? await openRecord(storage, partition, id) : undefined;
    if (!action.creates) {
      const isWrongPractice = opened && opened.practice !== practice;
      if (!opened || isWrongPractice || !practice.canRead(actor, opened.head.record)) return refuse('kernel.notFound');
    }
    const refuseWithCurrent = async (refusal: Refusal): Promise<Performed> => {
      const repeated = await repeatOf(request, once, now);
      if (repeated) return repeated;
      return opened ? { refused: refusal, current: await view(opened, actor, now) } : { refused: refusal };
    };
    const seen = request.version;
    if (opened && action.repeat === 'check') {
      if (seen === undefined) return refuseWithCurrent({ code: 'kernel.versionRequired' });
      const stale = staleRefusal(opened, seen);
      if (stale) return refuseWithCurrent(stale);
    }
    if (!action.can(actor, opened && practice.subject(opened.head.record))) return refuseWithCurrent({ code: 'kernel.notAllowed' });
    const schema = action.schema as Schema;
    const form = isObject(request.input) ? practice.formOf?.(opened?.head.record, request.input, desk.directory) : undefined;
    const { value: written, kinds: masked } = practice.keepsWords ? { value: request.input, kinds: [] } : withoutSecrets(schema, request.input, form);
    const parsed = parseInput(schema, written ?? {}, { now, zone: actor.zone });
    if ('problems' in parsed) return refuseWithCurrent({ code: 'kernel.invalidInput', problems: parsed.problems });
    const input: Readonly<Record<string, unknown>> = parsed.value;
    const files = await loadFiles(schema, input, actor);
    if (!files) return refuseWithCurrent({ code: 'tickets.fileMissing' });
    const others = await loadOthers(schema, input, actor);
    const context: DecideContext<Directory> = { actor, now, config: desk.directory, files, others, links: opened?.links ?? [], extra: opened?.head.extra ?? {}, turns: fence?.data.turns ?? {}, newToken, newSecret: newKeySecret };
    const first = action.decide(opened?.head.record, input, context);
    if (isRefused(first)) return refuseWithCurrent(first.refused);
    const recordId = opened?.head.record.id ?? (await numbers.next(action.creates!(input)));
    // Numbers are handed out to records that come about: what names its own is decided again, knowing it.
    const decided = first.needsId ? action.decide(opened?.head.record, input, { ...context, newId: recordId }) : first;
    if (isRefused(decided)) return refuseWithCurrent(decided.refused);
    const version = opened?.head.record.version ?? 0;
    if (version + decided.events.length > MAX_EVENTS) return refuseWithCurrent({ code: 'kernel.tooLarge' });

    const committedAt = clock.now().toISOString();
    const history = record(decided.events as readonly DomainEvent[], {
      id: recordId, version, at: now, action: action.name, actor, inTheNameOf: decided.inTheNameOf, ...(isPast(actor) && { writtenAt: committedAt }),
    });
    const { result, head, change } = await commitEvents(storage, partition, desk.directory, {
      practice, id: recordId, current: opened, history, committedAt, links: decided.links ?? [],
      dropRows: files.map((file) => rowKey.upload(file.id)),
      isQuiet: isPast(actor),
      ...(fence && decided.takesPlace && { fence: taken(fence, recordId, version + decided.events.length, { key: decided.usesTurn, at: now }) }),
      ...(once && { once: { row: once, data: { id: recordId, action: action.name, at: now } } }),
    });
    if (!result.ok) return result.row === once ? repeatOf(request, once, now) : undefined;
    desk.apply(change);
    const links = linksAfter(opened?.links ?? [], decided.links ?? [], history);
    const shown = await view({ practice, head, history: [...(opened?.history ?? []), ...history], links }, actor, now);
    return { record: shown, ...(masked.length > 0 && { masked }), ...(decided.secret && { secret: decided.secret }) };
  }

  async function decideUntilCommitted(request: PerformRequest, practice: AnyPractice, action: AnyAction): Promise<Performed> {
    for (let tries = 0; tries < RETRIES; tries += 1) {
      const now = request.at !== undefined && isPast(request.actor) ? request.at : clock.now().toISOString();
      const done = await attempt(request, practice, action, now);
      if (done) return done;
      // A lost race: a `check` action is decided again on the new version and refused there with the winner's name.
    }
    throw new AppError('busy', 'storage.busy', { detail: `${RETRIES} lost races on ${request.id}` });
  }

  async function audited(request: PerformRequest, action: AnyAction, done: Promise<Performed>): Promise<Performed> {
    const performed = await done;
    if (action.isAudited && 'refused' in performed) await audit.note(request.actor, action.name, request.id ?? '', auditedCode(performed.refused));
    return performed;
  }

  return async function perform(request) {
    const found = findAction(request.action);
    if (!found) return refuse('kernel.unknownAction');
    const { practice, action } = found;
    if (action.internal && !request.actor.roles.includes('system')) return refuse('kernel.unknownAction');
    const outside = keyRefusal(request.actor, action);
    if (outside) return audited(request, action, Promise.resolve(outside));
    const work = (): Promise<Performed> => decideUntilCommitted(request, practice, action);
    // What meets at a fence would meet there anyway: in a queue it costs no lost races.
    const fenced = action.fence ? () => oneByOne(`fence ${String(action.fence)}`, work) : work;
    return onPerform(action.name, () => audited(request, action, request.id === undefined ? fenced() : oneByOne(request.id, fenced)));
  };
}

/** A field that the action does not know was put there by hand: no card and no page sends one. */
function auditedCode({ code, problems }: Refusal): string {
  return problems?.some((problem) => problem.code === 'unknownField') ? 'kernel.unknownField' : code;
}

function linksAfter(before: readonly Link[], changes: readonly LinkChange[], history: readonly Recorded[]): readonly Link[] {
  const last = history.at(-1);
  const removed = changes.filter((change) => change.kind === 'remove');
  const kept = before.filter((link) => !removed.some((change) => change.relation === link.relation && change.otherId === link.otherId));
  const added = changes
    .filter((change) => change.kind === 'add')
    .map((change) => ({ relation: change.relation, otherId: change.otherId, at: last?.at ?? '', by: last?.by ?? '' }));
  return [...kept, ...added];
}
