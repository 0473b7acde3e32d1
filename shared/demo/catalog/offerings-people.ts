import { date, person } from '../../kernel';
import { BUSINESS_DAY_MINUTES } from './agreements';
import { day, line, lines, OFFICES, oneOf, REQUIRED, say, someOf, tick, when } from './form-parts';
import type { DemoOffering } from './offering-type';

const SITES = OFFICES.filter(([value]) => value !== 'home');

const SYSTEMS = [
  ['erp', 'ERP', 'ERP'],
  ['crm', 'CRM', 'CRM'],
  ['tms', 'Transport management', 'Transportmanagement'],
  ['wms', 'Warehouse management', 'Lagerverwaltung'],
  ['finance', 'Finance and expenses', 'Finanzen und Spesen'],
] as const;

/** Joiners, movers, leavers and events (domain.md 9.1, rows 22 to 25). */
export const PEOPLE_OFFERINGS: readonly DemoOffering[] = [
  {
    key: 'onboarding',
    name: 'New colleague',
    nameDe: 'Neue Kollegin, neuer Kollege',
    description: 'Account, devices, access and badge, ready on the first day. Please order at least five working days before.',
    descriptionDe: 'Konto, Geräte, Zugriffe und Ausweis, fertig zum ersten Tag. Bitte mindestens fünf Arbeitstage vorher bestellen.',
    categoryKey: 'identity',
    groupKey: 'service-desk',
    form: {
      name: line('First and last name', 'Vor- und Nachname', REQUIRED),
      start: day('First day', 'Erster Tag', { required: true, notBefore: 'today' }),
      manager: person({ label: say('Manager', 'Führungskraft'), required: true }),
      department: line('Department', 'Abteilung', REQUIRED),
      site: oneOf('Site', 'Standort', SITES, REQUIRED),
      equipment: oneOf('Equipment', 'Ausstattung', [
        ['office', 'Laptop, dock, monitor, headset', 'Laptop, Dockingstation, Monitor, Headset'],
        ['mobile', 'Laptop, phone, headset', 'Laptop, Telefon, Headset'],
        ['warehouse', 'Handheld scanner and shared computer', 'Handscanner und gemeinsamer Rechner'],
      ], REQUIRED),
      systems: someOf('Systems', 'Systeme', SYSTEMS),
      isExternal: tick('External, with an end date', 'Extern, mit Enddatum'),
      end: date({ label: say('Last day of the contract', 'Letzter Vertragstag'), required: true, notBefore: 'start', ...when('isExternal', 'true') }),
    },
    targetMinutes: 5 * BUSINESS_DAY_MINUTES,
  },
  {
    key: 'move',
    name: 'Move or new role of a colleague',
    nameDe: 'Umzug oder neue Rolle',
    description: 'Somebody changes team, manager or site: access is reviewed, devices move along.',
    descriptionDe: 'Jemand wechselt Team, Führungskraft oder Standort: Zugriffe werden geprüft, Geräte ziehen mit um.',
    categoryKey: 'identity.group-membership',
    groupKey: 'identity-access',
    form: {
      who: person({ label: say('Who?', 'Wer?'), required: true }),
      from: day('From when?', 'Ab wann?', { required: true, notBefore: 'today' }),
      manager: person({ label: say('New manager', 'Neue Führungskraft'), required: true }),
      department: line('New department', 'Neue Abteilung', REQUIRED),
      changesSite: tick('The site changes too', 'Auch der Standort wechselt'),
      site: oneOf('New site', 'Neuer Standort', SITES, { required: true, ...when('changesSite', 'true') }),
      keep: lines('Access to keep, one per line', 'Zugriffe, die bleiben, einer pro Zeile'),
      remove: lines('Access to remove, one per line', 'Zugriffe, die entfallen, einer pro Zeile'),
    },
    targetMinutes: 5 * BUSINESS_DAY_MINUTES,
  },
  {
    key: 'offboarding',
    name: 'Colleague leaves',
    nameDe: 'Jemand verlässt das Unternehmen',
    description: 'All access ends at the hour you name; devices and data are taken care of.',
    descriptionDe: 'Alle Zugriffe enden zu dem Zeitpunkt, den du nennst; um Geräte und Daten kümmern wir uns.',
    categoryKey: 'identity',
    groupKey: 'identity-access',
    form: {
      who: person({ label: say('Who leaves?', 'Wer geht?'), required: true }),
      lastDay: day('Last day', 'Letzter Tag', { required: true, notBefore: 'today' }),
      mailbox: oneOf('What happens to the mailbox?', 'Was passiert mit dem Postfach?', [
        ['close', 'Close it', 'Schließen'],
        ['forward', 'Forward new mail for 30 days', 'Neue E-Mails 30 Tage weiterleiten'],
        ['handOver', 'Hand it over to a colleague', 'An eine Kollegin oder einen Kollegen übergeben'],
      ], REQUIRED),
      mailboxTo: person({ label: say('To whom?', 'An wen?'), required: true, ...when('mailbox', 'forward', 'handOver') }),
      files: person({ label: say('Who gets the files?', 'Wer bekommt die Dateien?') }),
      isLegalHold: tick('Nothing may be deleted, for legal reasons', 'Aus rechtlichen Gründen darf nichts gelöscht werden'),
      assets: lines('Devices to collect, one per line', 'Geräte, die zurückkommen, eines pro Zeile'),
    },
    targetMinutes: BUSINESS_DAY_MINUTES,
  },
  {
    key: 'event-support',
    name: 'IT support for a meeting or event',
    nameDe: 'IT-Unterstützung für Besprechung oder Veranstaltung',
    description: 'We set up sound, screen and remote participants, test it with you and stand by.',
    descriptionDe: 'Wir richten Ton, Bild und die Online-Teilnahme ein, testen mit dir und bleiben in der Nähe.',
    categoryKey: 'hardware.meeting-room',
    groupKey: 'workplace',
    form: {
      place: line('Site and room', 'Standort und Raum', REQUIRED),
      on: day('Day', 'Tag', { required: true, notBefore: 'today' }),
      time: line('From and until, for example 10:00 to 12:00', 'Von und bis, zum Beispiel 10:00 bis 12:00', REQUIRED),
      equipment: someOf('What do you need?', 'Was brauchst du?', [
        ['screen', 'Screen or projector', 'Bildschirm oder Beamer'],
        ['microphones', 'Microphones', 'Mikrofone'],
        ['recording', 'Recording', 'Aufzeichnung'],
        ['help', 'Somebody in the room', 'Jemand im Raum'],
      ], REQUIRED),
      hasRemote: tick('People take part from elsewhere', 'Es nehmen Leute von anderswo teil'),
      remoteCount: oneOf('How many?', 'Wie viele?', [['few', 'Up to 20', 'Bis zu 20'], ['many', 'More than 20', 'Mehr als 20']], { required: true, ...when('hasRemote', 'true') }),
    },
  },
];
