import type { Directory } from '../catalog';
import type { Actor } from '../kernel';
import { nearTime, translator } from '../strings';
import type { HandoverEvent, RecordedHandoverEvent } from './handover-events';
import type { HandoverTimelineEntry } from './handover-views';

const MOST_NAMED = 8;

/** One sentence for one event, in the reader's language. */
function line({ event, byName: by, at }: RecordedHandoverEvent, config: Directory, { language, zone }: Actor): string {
  const t = translator(language);
  const names = (ids: readonly string[]): string => `${ids.slice(0, MOST_NAMED).map((id) => config.person(id)?.name ?? id).join(', ')}${ids.length > MOST_NAMED ? ', …' : ''}`;
  const records = (ids: readonly string[]): string => `${ids.slice(0, MOST_NAMED).join(', ')}${ids.length > MOST_NAMED ? ', …' : ''}`;
  switch (event.type) {
    case 'HandoverPrepared':
      return t('event.HandoverPrepared', { by, count: event.items.length, at: nearTime(event.endsAt, at, language, zone) });
    case 'HandoverLooked':
      return t('event.HandoverLooked', { added: event.added.length, settled: event.settledIds.length });
    case 'ItemChosen':
      return t(event.isIncluded ? 'event.ItemIncluded' : 'event.ItemKept', { by, item: event.itemId });
    case 'ItemNoted':
      return t('event.ItemNoted', { by, item: event.itemId });
    case 'HandoverSent':
      return t('event.HandoverSent', { by });
    case 'ShiftEnded':
      return t(event.isSent ? 'event.ShiftEndedSent' : 'event.ShiftEnded', { added: event.added.length, people: names(event.toIds) });
    case 'NextShiftBegan':
      return t('event.NextShiftBegan', { people: names(event.toIds) });
    case 'ItemsAccepted':
      return t('event.ItemsAccepted', { by, items: records(event.itemIds) });
    case 'ItemsDeclined':
      return t('event.ItemsDeclined', { by, items: records(event.itemIds) });
    case 'AcceptanceReminded':
      return t('event.AcceptanceReminded', { people: names(event.tellIds) });
    case 'AcceptanceExpired':
      return event.tellIds.length > 0 ? t('event.AcceptanceExpired', { people: names(event.tellIds) }) : t('event.AcceptanceExpiredAlone');
    case 'HandoverWithdrawn':
      return t('event.HandoverWithdrawn', { by });
  }
}

function said(event: HandoverEvent): string | undefined {
  if (event.type === 'HandoverWithdrawn' || event.type === 'ItemsDeclined') return event.reason;
  return event.type === 'HandoverSent' || event.type === 'ItemNoted' ? event.note : undefined;
}

/** What happened to a handover, as its reader may see it: they may read all of it. */
export function handoverTimeline(history: readonly RecordedHandoverEvent[], actor: Actor, config: Directory): readonly HandoverTimelineEntry[] {
  return history.map((recorded) => {
    const text = said(recorded.event);
    return { seq: recorded.seq, at: recorded.at, byName: recorded.byName, line: line(recorded, config, actor), ...(text && { text }) };
  });
}
