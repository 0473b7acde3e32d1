import type { RecordStep } from './plan';
import { toTicket } from './reference';

const MINUTE_MS = 60_000;
const EXPECTED_MINUTES = 40;

/** The scanners of one warehouse are down right now, and everybody there is told. */
export function planAnnouncement(now: Date): readonly RecordStep[] {
  const at = (minutes: number): string => new Date(now.getTime() + minutes * MINUTE_MS).toISOString();
  const record = 'announcement:outage-wifi';
  return [
    {
      at: at(-20), by: 'ruben.dejong', record, action: 'announcements.add',
      input: {
        title: 'Scanners in hall 2 in Rotterdam have no network', titleDe: 'Scanner in Halle 2 in Rotterdam sind ohne Netz',
        statement: 'A network switch is broken and is being replaced. Please pick in hall 1 meanwhile.',
        statementDe: 'Ein Netzwerk-Switch ist defekt und wird getauscht. Bitte so lange in Halle 1 kommissionieren.',
        keywords: 'handheld, scanner, forklift terminal, Stapler-Terminal, warehouse, Lager, hall 2, Halle 2', incidentId: toTicket('outage-wifi'), expectedAt: at(EXPECTED_MINUTES),
      },
    },
    { at: at(-18), by: 'lars.hendriks', record, action: 'announcements.join', input: {} },
    { at: at(-16), by: 'bram.kuipers', record, action: 'announcements.join', input: {} },
  ];
}
