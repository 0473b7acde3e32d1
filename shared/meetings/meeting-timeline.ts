import type { Directory } from '../catalog';
import type { Actor } from '../kernel';
import { nearTime, translator } from '../strings';
import type { MeetingEvent, RecordedMeetingEvent } from './meeting-events';
import type { MeetingView } from './meeting-views';

/** One sentence for one event, in the reader's language. */
function line({ event, byName: by, at }: RecordedMeetingEvent, config: Directory, { language, zone }: Actor): string {
  const t = translator(language);
  switch (event.type) {
    case 'MeetingPlanned':
      return t('event.MeetingPlanned', { by, at: nearTime(event.startsAt, at, language, zone), count: event.items.length });
    case 'AgendaRefreshed':
      return t('event.AgendaRefreshed', { by, added: event.added.length, removed: event.removedIds.length });
    case 'AgendaItemAdded':
    case 'AgendaItemRemoved':
    case 'AgendaItemOpened':
      return t(`event.${event.type}`, { by, change: event.otherId });
    case 'AttendanceSet': {
      const people = event.presentIds.map((id) => config.person(id)?.name ?? id).join(', ');
      return people ? t('event.AttendanceSet', { by, people }) : t('event.AttendanceCleared', { by });
    }
    case 'AgendaItemDecided':
      return t('event.AgendaItemDecided', { by, change: event.otherId, decision: t(`itemDecision.${event.decision}`) });
    case 'MeetingClosed':
      return t('event.MeetingClosed', { by, count: event.decisions.filter(({ decision }) => decision === 'deferred').length });
    case 'MeetingStarted':
    case 'MeetingCancelled':
      return t(`event.${event.type}`, { by });
  }
}

function said(event: MeetingEvent): string | undefined {
  if (event.type === 'MeetingCancelled') return event.reason;
  if (event.type === 'MeetingClosed') return event.minutes;
  return event.type === 'MeetingPlanned' || event.type === 'AgendaItemDecided' ? event.note : undefined;
}

export function meetingTimeline(history: readonly RecordedMeetingEvent[], actor: Actor, config: Directory): MeetingView['timeline'] {
  return history.map((recorded) => {
    const text = said(recorded.event);
    return { seq: recorded.seq, at: recorded.at, byName: recorded.byName, line: line(recorded, config, actor), ...(text && { text }) };
  });
}
