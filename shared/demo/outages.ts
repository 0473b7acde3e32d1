import type { BusinessTime } from './business-time';
import type { TicketStep } from './plan';
import { toCategory, toPerson, toTicket } from './reference';

type Line = readonly [minutes: number, by: string, verb: string, input?: Readonly<Record<string, unknown>>];

const MINUTE = 60_000;

/** One morning three weeks ago the ERP was down: one main ticket, four reports of the same thing. */
const PAST: Readonly<Record<string, readonly Line[]>> = {
  'outage-erp': [
    [0, 'kevin.schroeder', 'report', {
      title: 'ERP nicht erreichbar', description: 'Seit ein paar Minuten kommt in der ganzen Disposition nur „Verbindung zum Server unterbrochen“. Wir können keine Touren freigeben.',
      kind: 'incident', reach: 'everyone', work: 'stopped', categoryId: toCategory('business.erp'),
    }],
    [4, 'ulrike.maurer', 'take'],
    [6, 'ulrike.maurer', 'reply', { text: 'Hallo Kevin, danke. Das betrifft alle Standorte; wir arbeiten daran. Die nächste Nachricht kommt um halb zehn.' }],
    [9, 'ulrike.maurer', 'addNote', { text: 'Hauptticket. Besprechung läuft: Ulrike leitet, Felix arbeitet am Server, Florian schreibt mit.' }],
    [21, 'felix.baumann', 'addNote', { text: 'Datenbankserver: Protokoll-Laufwerk voll, seit 09:08 keine Schreibvorgänge. Erweitern läuft.' }],
    [34, 'ulrike.maurer', 'reply', { text: 'Ursache gefunden: Ein Laufwerk der Datenbank ist voll. Wir erweitern es und rechnen mit etwa 30 Minuten.' }],
    [68, 'felix.baumann', 'addNote', { text: 'Laufwerk um 200 GB erweitert, Datenbank gestartet, Prüfung ohne Fehler.' }],
    [75, 'ulrike.maurer', 'resolve', { code: 'fixed', notes: 'Ein Laufwerk der Datenbank war voll. Es ist erweitert und wird jetzt ab 80 % überwacht. Es sind keine Daten verloren gegangen.', categoryId: toCategory('business.erp') }],
    [90, 'kevin.schroeder', 'close'],
    [92, 'kevin.schroeder', 'rate', { stars: 5, comment: 'Gut informiert worden, danke.' }],
  ],
  'outage-erp-2': duplicate(3, 'alice.bennett', 'ERP shows "connection lost"', 'I cannot open any order. My colleagues cannot either.', 'business.erp', 'marco.conti', 'outage-erp'),
  'outage-erp-3': duplicate(5, 'jeroen.smit', 'Nobody in the warehouse can book in the ERP', 'All handhelds and desks: connection to the server lost.', 'business.erp', 'marco.conti', 'outage-erp'),
  'outage-erp-4': duplicate(8, 'dirk.neumann', 'ERP geht nicht', 'Beim Anmelden kommt „Verbindung zum Server unterbrochen“.', 'business.erp', 'florian.beck', 'outage-erp'),
  'outage-erp-5': duplicate(11, 'charlotte.hughes', 'Cannot see customer orders in the ERP', 'The list stays empty and then there is an error about the server.', 'business.erp', 'hannah.lewis', 'outage-erp'),
};

/** Happening now: the scanners of one warehouse, for less than an hour. */
const PRESENT: Readonly<Record<string, readonly Line[]>> = {
  'outage-wifi': [
    [-55, 'fatima.elamrani', 'report', {
      title: 'No scanner in hall 2 connects', description: 'All handhelds and forklift terminals in hall 2 have lost the network at the same moment. Nobody can pick, trucks are waiting.',
      kind: 'incident', reach: 'site', work: 'stopped', categoryId: toCategory('network.wireless'),
    }],
    [-52, 'ruben.dejong', 'take'],
    [-50, 'ruben.dejong', 'reply', { text: 'Hi Fatima, I see it: the whole hall is off. I am on my way to the switch cabinet. Next news in 30 minutes at the latest.' }],
    [-38, 'ruben.dejong', 'addNote', { text: 'Main ticket. Switch nw-rtm-sw2 has no power, both supplies dark. Spare is in the cellar, Kasia prepares the configuration.' }],
    [-22, 'ruben.dejong', 'reply', { text: 'The switch in hall 2 is broken. We are building in the spare one. Please move picking to hall 1 if you can; I expect it to be back within the hour.' }],
    [-14, 'fatima.elamrani', 'reply', { text: 'Thanks Ruben. Two teams have moved to hall 1, the rest is waiting.' }],
  ],
  'outage-wifi-2': duplicate(-49, 'lars.hendriks', 'My scanner has no network', 'HS-027 shows no network since a minute ago. Restarting did not help.', 'network.wireless', 'kasia.nowak', 'outage-wifi'),
  'outage-wifi-3': duplicate(-46, 'bram.kuipers', 'Forklift terminal offline in hall 2', 'Terminal on forklift 6 says "searching for network".', 'network.wireless', 'kasia.nowak', 'outage-wifi'),
};

function duplicate(at: number, by: string, title: string, description: string, category: string, agent: string, of: string): readonly Line[] {
  return [
    [at, by, 'report', { title, description, kind: 'incident', reach: 'team', work: 'stopped', categoryId: toCategory(category) }],
    [at + 10, agent, 'cancel', { reason: 'duplicate', duplicateOfId: toTicket(of), note: 'Same outage; you will be told in the main ticket.' }],
    [at + 11, agent, 'addWatcher', { personId: toPerson(by), of }],
  ];
}

/** Reports of the same outage are ended as duplicates; their requesters follow the main ticket from then on. */
function stepsOf(stories: Readonly<Record<string, readonly Line[]>>, instantOf: (minutes: number) => number): TicketStep[] {
  return Object.entries(stories).flatMap(([key, lines]) =>
    lines.map(([minutes, by, verb, input = {}]): TicketStep => {
      const at = new Date(instantOf(minutes)).toISOString();
      if (verb !== 'addWatcher') return { at, by, action: `tickets.${verb}`, ticket: key, input };
      const { of, ...watcher } = input;
      return { at, by, action: 'tickets.watch', ticket: String(of), input: watcher };
    }),
  );
}

/** The past one counts in open minutes; the present one in minutes on the clock, because outages know no office hours. */
export function tellOutages(time: BusinessTime, now: Date): TicketStep[] {
  const erpMinute = time.nextOpening(-15 * 600).openMinute + 70;
  return [
    ...stepsOf(PAST, (minutes) => time.instantAt(erpMinute + minutes)),
    ...stepsOf(PRESENT, (minutes) => now.getTime() + minutes * MINUTE),
  ];
}
