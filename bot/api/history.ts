import { openRecord, practiceOf } from '../../shared/app';
import { seesConfiguration } from '../../shared/configuration';
import { hasRole, isAgent, isEqual, keyReads, type Actor, type Recorded, type RegisterEvent } from '../../shared/kernel';
import type { FieldChange, HistoryEntry } from '../../shared/kernel/history-views';
import { canKeepWebhooks } from '../../shared/webhooks';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { refusalReply } from './refusals';

const everybody = (): boolean => true;

/** Registers with versions to read, and who sees every field of them now, so that what fields were is theirs to read as well. */
const READERS: Readonly<Record<string, (actor: Actor) => boolean>> = {
  settings: everybody, agreements: everybody, calendars: everybody, items: everybody, freezes: everybody, maintenanceWindows: everybody, approvalPolicies: everybody,
  boards: everybody, groups: everybody, shifts: everybody, skills: everybody, categories: everybody, routingRules: everybody, automationRules: everybody, macros: everybody,
  cannedResponses: everybody, recurringTickets: everybody,
  integrationKeys: everybody, services: seesConfiguration, webhooks: canKeepWebhooks, announcements: (actor) => isAgent(actor) || hasRole(actor, 'administrator', 'auditor'),
};

const TYPES = { EntryAdded: 'added', EntryChanged: 'changed', EntryRetired: 'retired', EntryRestored: 'restored' } as const;

type Values = Readonly<Record<string, unknown>>;

function valuesAfter(values: Values, event: RegisterEvent): Values {
  if (event.type === 'EntryAdded') return event.values;
  if (event.type !== 'EntryChanged') return values;
  return Object.fromEntries(Object.entries({ ...values, ...event.changes }).filter(([name]) => !event.clear?.includes(name)));
}

function changesBetween(before: Values, after: Values): readonly FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isEqual(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** The events of an entry as versions, each with what it changed. What else happened to it is not for everybody who reads it. */
export function versionsOf(history: readonly Recorded<RegisterEvent>[]): readonly HistoryEntry[] {
  let values: Values = {};
  return history.filter(({ event }) => event.type in TYPES).map(({ seq, at, by, byName, event }) => {
    const next = valuesAfter(values, event);
    const changes = changesBetween(values, next);
    values = next;
    return { seq, at, by, byName, type: TYPES[event.type], changes };
  });
}

/** `GET /api/history/<id>`: every version of an entry of a register, for those who may read it. */
export function historyRoutes({ app }: ApiDeps): readonly Route[] {
  async function history(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const opened = await openRecord(app.storage, app.partition, request.params['id'] ?? '');
    const isReadable = opened && READERS[opened.practice.name]?.(actor) && opened.practice.canRead(actor, opened.head.record);
    if (!isReadable) return refusalReply({ refusal: { code: 'kernel.notFound' }, language: actor.language, now: app.clock.now().toISOString() });
    return ok({ items: versionsOf(opened.history as readonly Recorded<RegisterEvent>[]) });
  }

  return [{ method: 'get', path: '/api/history/:id', handle: history, forKeys: (key, { id = '' }) => keyReads({ key }, practiceOf(id)?.name ?? '') }];
}
