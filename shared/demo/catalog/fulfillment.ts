import { when } from '../../kernel';
import { toPerson } from '../reference';
import { budgetFrom, by, ifAnswered, inSequence, manager, message, onlyIf, oneStage, owner, security, sideBySide, stage, type DemoFulfillment } from './fulfillment-parts';

const once = (field: string, value: string, amount: number) => ({ amount, per: 'once' as const, conditions: when(field, value) });
const monthly = (field: string, value: string, amount: number) => ({ amount, per: 'month' as const, conditions: when(field, value) });

/** How the 25 starter items are approved and fulfilled, by whom, and what they cost (domain.md 9.1). */
export const FULFILLMENT: readonly DemoFulfillment[] = [
  { key: 'password-reset', ownerKey: 'carol.jansen', keywords: 'unlock, locked out, Kennwort', plan: oneStage([], inSequence(['Check the identity', 'Identität prüfen', 1], ['Reset or unlock', 'Zurücksetzen oder entsperren', 1], ['Confirm that it works', 'Bestätigen, dass es geht', 1])) },
  {
    key: 'mfa', ownerKey: 'carol.jansen', keywords: 'authenticator, 2FA, second factor',
    plan: [
      // Nobody has to agree, but security hears of every phone that is lost.
      stage('lost', 'Phone lost', 'Telefon verloren', { conditions: when('what', 'lost'), steps: [{ id: 'tell', kind: 'watch', personId: toPerson('ingrid.solberg') }, message('sessions', 'We are ending all your sessions now. You will have to sign in again everywhere.', 'Wir beenden jetzt alle deine Sitzungen. Du musst dich überall neu anmelden.')] }),
      ...oneStage([], inSequence(['Check the identity', 'Identität prüfen', 1], ['Remove the old method and end all sessions', 'Alte Methode entfernen und alle Sitzungen beenden', 1], ['Register the new method together', 'Neue Methode gemeinsam einrichten', 2])),
    ],
  },
  {
    key: 'new-laptop', ownerKey: 'martin.scholz', keywords: 'notebook, computer, Rechner', costs: [once('model', 'standard', 1_250), once('model', 'light', 1_480), once('model', 'power', 2_650), once('accessories', 'dock', 180), once('accessories', 'headset', 90)],
    plan: oneStage([manager, budgetFrom(2_000)], [
      ...inSequence(['Reserve or order the laptop', 'Laptop reservieren oder bestellen', 10], ['Install and enroll it', 'Installieren und registrieren', 10], ['Hand it over and have it confirmed', 'Übergeben und bestätigen lassen', 20]),
      { id: 'old', title: { en: 'Collect the old laptop', de: 'Alten Laptop abholen' }, after: ['t3'], dueMinutes: 1_200, ...ifAnswered('reason', 'replacement') },
    ]),
  },
  { key: 'loaner-laptop', ownerKey: 'martin.scholz', keywords: 'borrow, leihen', plan: oneStage([onlyIf(manager, [[{ field: 'to.days', atLeast: 15 }]])], inSequence(['Reserve a laptop from the pool', 'Laptop aus dem Pool reservieren', 4], ['Hand it over', 'Übergeben', 6], ['Remind the borrower of the return', 'An die Rückgabe erinnern', 100])) },
  {
    key: 'peripheral', ownerKey: 'martin.scholz', keywords: 'screen, keyboard, mouse, headset, Bildschirm',
    costs: [{ amount: 240, times: 'quantity', per: 'once', conditions: when('type', 'monitor') }, { amount: 180, times: 'quantity', per: 'once', conditions: when('type', 'dock') }, { amount: 90, times: 'quantity', per: 'once', conditions: when('type', 'headset') }, { amount: 35, times: 'quantity', per: 'once', conditions: when('type', 'keyboard', 'mouse') }],
    plan: oneStage([onlyIf(manager, [[{ field: 'request.cost', atLeast: 300 }]])], inSequence(['Pick from stock or order', 'Aus dem Lager nehmen oder bestellen', 8], ['Ship or hand over', 'Versenden oder übergeben', 16], ['Record who has it', 'Festhalten, wer es hat', 4])),
  },
  {
    key: 'mobile-phone', ownerKey: 'martin.scholz', keywords: 'smartphone, iPhone, Handy', costs: [once('device', 'iphone', 780), once('device', 'android', 420), monthly('device', 'iphone', 28), monthly('device', 'android', 28), monthly('device', 'sim', 28), monthly('device', 'esim', 28)],
    plan: oneStage([manager, budgetFrom(1_000)], inSequence(['Order device and plan', 'Gerät und Vertrag bestellen', 20], ['Enroll the device', 'Gerät registrieren', 6], ['Hand it over and record who has it', 'Übergeben und festhalten, wer es hat', 10])),
  },
  {
    key: 'repair', ownerKey: 'martin.scholz', keywords: 'broken, defect, kaputt',
    plan: oneStage([], [...inSequence(['Diagnose', 'Prüfen', 6], ['Repair or send to the manufacturer', 'Reparieren oder zum Hersteller schicken', 30], ['Return to the owner', 'Zurückgeben', 10]), { id: 'loaner', title: { en: 'Lend another device', de: 'Ersatzgerät ausgeben' }, dueMinutes: 240, ...ifAnswered('needsLoaner', 'true') }]),
  },
  { key: 'asset-return', ownerKey: 'martin.scholz', keywords: 'give back, zurück', plan: oneStage([], inSequence(['Receive and check', 'Annehmen und prüfen', 10], ['Wipe all data', 'Alle Daten löschen', 8], ['Put into stock or recycle', 'Einlagern oder entsorgen', 8])) },
  {
    key: 'software-install', ownerKey: 'martin.scholz', costs: [{ amountOf: 'licenseCost', per: 'year' }],
    plan: oneStage([onlyIf(manager, [[{ field: 'request.cost', atLeast: 1 }]])], inSequence(['Check the license', 'Lizenz prüfen', 2], ['Deploy to the device', 'Auf das Gerät verteilen', 6], ['Confirm that it starts', 'Bestätigen, dass es startet', 2])),
  },
  {
    key: 'new-software', ownerKey: 'ulrike.maurer', costs: [{ amountOf: 'cost', per: 'year' }],
    plan: [
      stage('review', 'Review', 'Prüfung', {
        approvals: [manager, security, budgetFrom(5_000)], onRefusal: 'return',
        tasks: sideBySide(['Review security and data protection', 'Sicherheit und Datenschutz prüfen', 30, by('security')], ['Check for something similar', 'Nach etwas Ähnlichem suchen', 20]),
      }),
      stage('purchase', 'Purchase', 'Kauf', { tasks: inSequence(['Buy', 'Kaufen', 30], ['Add to the approved list', 'In die Freigabeliste aufnehmen', 8, by('workplace')]), steps: [message('reviewed', 'The review is done, we are buying it now.', 'Die Prüfung ist abgeschlossen, wir kaufen jetzt.')] }),
    ],
  },
  { key: 'license', ownerKey: 'martin.scholz', costs: [monthly('product', 'visio', 13), monthly('product', 'project', 26), monthly('product', 'powerbi', 9), monthly('product', 'acrobat', 20), monthly('product', 'copilot', 28)], plan: oneStage([manager], inSequence(['Check the pool', 'Bestand prüfen', 3], ['Assign or buy', 'Zuweisen oder kaufen', 6])) },
  {
    key: 'application-access', ownerKey: 'nadia.haddad', keywords: 'permission, role, Berechtigung, ERP, CRM',
    plan: oneStage([manager, owner({ kind: 'serviceOwners' }), onlyIf(security, when('level', 'approve'))], inSequence(['Check for conflicting rights', 'Auf widersprüchliche Rechte prüfen', 3], ['Grant the access with its end date', 'Zugriff mit Enddatum vergeben', 4], ['Confirm that it works', 'Bestätigen, dass es geht', 2])),
  },
  { key: 'folder-access', ownerKey: 'tim.albers', plan: oneStage([owner({ kind: 'answer', field: 'owner' })], inSequence(['Grant the access', 'Zugriff vergeben', 2], ['Confirm that it works', 'Bestätigen, dass es geht', 2])) },
  { key: 'shared-mailbox', ownerKey: 'tim.albers', keywords: 'distribution list, Verteiler', plan: oneStage([manager, owner({ kind: 'answer', field: 'owners' })], inSequence(['Create or change it', 'Anlegen oder ändern', 4], ['Set the permissions', 'Berechtigungen setzen', 4], ['Tell the members', 'Mitglieder informieren', 2])) },
  { key: 'new-team', ownerKey: 'tim.albers', keywords: 'SharePoint, channel, Kanal', plan: oneStage([manager], inSequence(['Check the name', 'Namen prüfen', 2], ['Create it', 'Anlegen', 4], ['Set label and end date', 'Kennzeichnung und Enddatum setzen', 2])) },
  { key: 'guest-access', ownerKey: 'nadia.haddad', keywords: 'external, extern', plan: oneStage([owner({ kind: 'answer', field: 'owner' }), security], inSequence(['Invite the guest', 'Gast einladen', 4], ['Grant access to the team or site', 'Zugriff auf Team oder Website geben', 4], ['Set the review date', 'Termin zur Überprüfung setzen', 4])) },
  {
    key: 'admin-access', ownerKey: 'nadia.haddad', departments: ['IT'],
    plan: oneStage([manager, owner({ kind: 'itemOwners' }, { kind: 'serviceOwners' }), security], inSequence(['Grant for the time asked', 'Für die gewünschte Zeit vergeben', 1], ['Check that it ended', 'Prüfen, dass es geendet hat', 10], ['Review the log', 'Protokoll prüfen', 10, by('security')])),
  },
  { key: 'vpn', ownerKey: 'stefan.vogel', keywords: 'remote, home office', plan: oneStage([manager], inSequence(['Add to the VPN group', 'In die VPN-Gruppe aufnehmen', 5], ['Test the connection together', 'Verbindung gemeinsam testen', 5])) },
  {
    key: 'firewall-rule', ownerKey: 'stefan.vogel', departments: ['IT'],
    plan: oneStage([owner({ kind: 'itemOwners' }, { kind: 'serviceOwners' }), security], inSequence(['Check against the approved patterns', 'Gegen die freigegebenen Muster prüfen', 6], ['Open a standard or normal change', 'Standard- oder normale Änderung eröffnen', 6], ['Test with the requester', 'Mit der anfordernden Person testen', 12])),
  },
  {
    key: 'cloud-resource', ownerKey: 'anna.petrova', keywords: 'server, virtual machine, Azure', costs: [monthly('size', 'small', 60), monthly('size', 'medium', 140), monthly('size', 'large', 310)],
    plan: oneStage([manager, owner({ kind: 'answer', field: 'owner' }), budgetFrom(3_000)], [...inSequence(['Provision', 'Bereitstellen', 10], ['Record it in the inventory', 'Im Bestand erfassen', 4]), { id: 'backup', title: { en: 'Set up backup', de: 'Sicherung einrichten' }, after: ['t1'], dueMinutes: 480 }, { id: 'monitoring', title: { en: 'Set up monitoring', de: 'Überwachung einrichten' }, after: ['t1'], dueMinutes: 480 }]),
  },
  { key: 'restore', ownerKey: 'anna.petrova', keywords: 'deleted, backup, gelöscht', plan: oneStage([onlyIf(manager, when('isOthers', 'true')), onlyIf(security, when('isOthers', 'true'))], inSequence(['Find it in the backup', 'In der Sicherung suchen', 3], ['Restore it beside the original', 'Neben dem Original wiederherstellen', 3], ['Confirm with the requester', 'Mit der anfordernden Person bestätigen', 2])) },
  {
    key: 'onboarding', ownerKey: 'claire.donovan', targetField: 'start', departments: ['People', 'IT', 'Management'],
    plan: [
      stage('prepare', 'Preparation', 'Vorbereitung', {
        approvals: [{ id: 'manager', from: [{ kind: 'answer', field: 'manager' }] }], onRefusal: 'return',
        tasks: [
          ...sideBySide(['Create the account', 'Konto anlegen', 8, by('identity-access')], ['Prepare the devices', 'Geräte vorbereiten', 30, by('workplace')], ['Order the badge', 'Ausweis bestellen', 20]),
          { id: 'rights', title: { en: 'Assign groups and licenses', de: 'Gruppen und Lizenzen zuweisen' }, after: ['t1'], dueMinutes: 480, ...by('identity-access') },
          { id: 'welcome', title: { en: 'Send the welcome message', de: 'Willkommensnachricht schicken' }, after: ['rights'], dueMinutes: 240 },
        ],
      }),
      stage('first-day', 'First day', 'Erster Tag', { steps: [message('ready', 'Everything is ready for the first day.', 'Für den ersten Tag ist alles bereit.')], tasks: inSequence(['Check on the first day', 'Am ersten Tag nachfragen', 10]) }),
    ],
  },
  {
    key: 'move', ownerKey: 'claire.donovan', targetField: 'from', departments: ['People', 'IT', 'Operations', 'Management'],
    plan: oneStage([{ id: 'manager', from: [{ kind: 'answerManager', field: 'who' }] }, { id: 'newManager', from: [{ kind: 'answer', field: 'manager' }] }], [...inSequence(['Review all access with the new manager', 'Alle Zugriffe mit der neuen Führungskraft prüfen', 16], ['Change groups and licenses', 'Gruppen und Lizenzen ändern', 8]), { id: 'devices', title: { en: 'Move the devices', de: 'Geräte umziehen' }, dueMinutes: 1_200, ...by('workplace') }]),
  },
  {
    key: 'offboarding', ownerKey: 'claire.donovan', targetField: 'lastDay', departments: ['People', 'IT', 'Management'],
    plan: [
      stage('access', 'Access ends', 'Zugriffe enden', { approvals: [{ id: 'manager', from: [{ kind: 'answerManager', field: 'who' }] }, { id: 'humanResources', from: [{ kind: 'person', personId: toPerson('claire.donovan') as never }] }], tasks: inSequence(['Disable the account at the given time', 'Konto zum genannten Zeitpunkt sperren', 2], ['Remove all access', 'Alle Zugriffe entfernen', 4]) }),
      stage('hand-over', 'Hand-over', 'Übergabe', { tasks: sideBySide(['Collect the devices', 'Geräte einsammeln', 20, by('workplace')], ['Free the licenses', 'Lizenzen freigeben', 10], ['Hand over the data', 'Daten übergeben', 20, by('collaboration')]) }),
    ],
  },
  { key: 'event-support', ownerKey: 'martin.scholz', targetField: 'on', keywords: 'meeting, event, Veranstaltung', plan: oneStage([], inSequence(['Set up the room', 'Raum vorbereiten', 10], ['Test with the organizer', 'Mit der veranstaltenden Person testen', 5], ['Stand by', 'In der Nähe bleiben', 10])) },
];
