import type { DeliveryPlan, Notice, OutboxEntry } from '../../shared/app';
import type { Directory } from '../../shared/catalog';
import type { IntegrationKey, RecordedKeyEvent } from '../../shared/integration-keys';
import type { RecordBase } from '../../shared/kernel';

interface News {
  readonly what: 'made' | 'rotated' | 'revoked' | 'expires';
  readonly personIds: readonly string[];
}

/** What happened, and who has to know: whose key it is, and of its end also who made it. */
function newsOf({ history }: OutboxEntry, { personId, createdById }: IntegrationKey): News | undefined {
  const types = (history as readonly RecordedKeyEvent[]).map(({ event }) => event.type);
  if (types.includes('EntryAdded')) return { what: 'made', personIds: [personId] };
  if (types.includes('SecretIssued')) return { what: 'rotated', personIds: [personId] };
  if (types.includes('EntryRetired')) return { what: 'revoked', personIds: [personId, createdById] };
  return types.includes('ExpiryReminded') ? { what: 'expires', personIds: [personId, createdById] } : undefined;
}

/**
 * A key acts in somebody's name, so they are told whatever happens to it. Nobody is told what they did themselves, and nobody who
 * has left. Keys have no cards: these are words alone.
 */
export function keyDeliveries(entry: OutboxEntry, record: RecordBase, directory: Directory): readonly DeliveryPlan[] {
  const key = record as IntegrationKey;
  const news = newsOf(entry, key);
  const first = entry.history[0];
  if (!news || !first) return [];
  const person = directory.person(key.personId)?.name ?? key.personId;
  const notice: Notice = { what: `integrationKeys.${news.what}`, params: { id: key.id, name: key.name, by: first.byName, person, until: { at: key.expiresAt } } };
  return [...new Set(news.personIds)]
    .filter((personId) => personId !== first.by && directory.person(personId)?.retired === false)
    .map((personId) => ({ target: { to: 'person', personId }, notice }));
}
