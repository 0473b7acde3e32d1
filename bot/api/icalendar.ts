import ICAL from 'ical.js';
import type { CalendarView, ChangeRow, WindowTime } from '../../shared/changes';
import type { Language } from '../../shared/kernel';
import { translator } from '../../shared/strings';

export interface CalendarFileOptions {
  readonly language: Language;
  /** ISO instant. */
  readonly now: string;
  readonly publicUrl: string;
}

const utc = (instant: string): ICAL.Time => ICAL.Time.fromJSDate(new Date(instant), true);

interface Entry {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly description?: string;
  readonly category: string;
  readonly isTentative: boolean;
}

function component({ uid, from, to, summary, description, category, isTentative }: Entry, stamp: ICAL.Time): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue('dtstamp', stamp);
  event.addPropertyWithValue('dtstart', utc(from));
  event.addPropertyWithValue('dtend', utc(to));
  event.addPropertyWithValue('summary', summary);
  if (description) event.addPropertyWithValue('description', description);
  event.addPropertyWithValue('categories', category);
  event.addPropertyWithValue('status', isTentative ? 'TENTATIVE' : 'CONFIRMED');
  // Whoever subscribes is not busy because of it.
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  return event;
}

/** A calendar of changes, freezes and maintenance windows as a file that calendar programs subscribe to (RFC 5545). */
export function calendarFile(view: CalendarView, { language, now, publicUrl }: CalendarFileOptions): string {
  const t = translator(language);
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'bellhop';
  const ofChange = (change: ChangeRow): Entry => ({
    uid: `${change.id}@${host}`, from: change.plannedStart as string, to: change.plannedEnd as string, summary: `${change.id} ${change.title}`,
    description: [`${t(`changeType.${change.type}`)}, ${t(`state.${change.state}`)}, ${t('field.change.risk')}: ${t(`risk.${change.risk}`)}`, change.items.join(', '), change.implementerName].filter(Boolean).join('\n'),
    category: t('tab.page.changes'), isTentative: change.state !== 'scheduled' && change.state !== 'implement' && change.state !== 'closed' && change.state !== 'review',
  });
  const ofWindow = (category: string) => ({ id, name, from, to }: WindowTime): Entry => ({
    uid: `${id}-${Date.parse(from)}@${host}`, from, to, summary: `${category}: ${name}`, category, isTentative: false,
  });
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Bellhop//Change calendar//EN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', t('calendarFeed.name'));
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT15M'));
  const entries = [
    ...view.changes.map(ofChange), ...view.freezes.map(ofWindow(t('calendarFeed.freeze'))), ...view.windows.map(ofWindow(t('calendarFeed.window'))),
  ];
  const stamp = utc(now);
  for (const entry of entries) calendar.addSubcomponent(component(entry, stamp));
  return `${calendar.toString()}\r\n`;
}
