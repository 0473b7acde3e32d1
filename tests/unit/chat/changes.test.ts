// If this fails, somebody's report is taken for a command about changes, or an approver who writes "not before Friday" has approved.
import { understand, type Circumstances, type Intent } from '../../../bot/chat/understand';

const namesItem = (text: string): boolean => /mail\s?server|db-?01|intranet|vpn gateway|erp/i.test(text);
const employee: Circumstances = { inThread: false, isAgent: false, hasFiles: false, namesItem };
const agent: Circumstances = { ...employee, isAgent: true, mayPlan: true, mayPropose: true };
/** Approvers and managers who work in no group. */
const approver: Circumstances = { ...employee, mayPlan: true };
const ticketThread: Circumstances = { ...agent, inThread: true };
const changeThread: Circumstances = { ...ticketThread, isChangeThread: true };

const CHG = 'CHG0000012';

function said(intent: Intent): string {
  switch (intent.kind) {
    case 'propose':
      return ['propose', intent.type, `| ${intent.text}`].filter(Boolean).join(' ');
    case 'slots':
    case 'delegate':
    case 'draft':
      return `${intent.kind} | ${intent.text}`;
    case 'decide':
      return [intent.decision, intent.id ?? '-', intent.isPlain ? undefined : '?', intent.comment && `| ${intent.comment}`].filter(Boolean).join(' ');
    case 'changeCommand':
      return [intent.command, intent.id ?? '-', intent.rest && `| ${intent.rest}`].filter(Boolean).join(' ');
    case 'aboutChange':
      return `about ${intent.id} | ${intent.text}`;
    case 'didYouMean':
      return `didYouMean ${intent.suggestion}`;
    default:
      return intent.kind;
  }
}

const asAgent = (text: string): string => said(understand(text, agent));

/** What people write about their own troubles and wishes: never a command, whoever writes it. */
const REPORTS = [
  'change my password', 'ich möchte mein Passwort ändern', 'Please change my password', 'I want to change my password', 'Can you change my address in SAP?', 'Meine Bankverbindung hat sich geändert',
  'I need a change of keyboard', 'I want to request a change of my address', 'request a change to my contract', 'plan a change of scenery for the lobby screens', 'new change of address form does not load', 'Änderung meiner Adresse',
  'Änderung im Urlaubsantrag funktioniert nicht', 'Bitte Änderung meiner Steuerklasse eintragen', 'ich will meinen Namen ändern', 'Kann ich mein Telefon wechseln?', 'Changes in Word are not saved', 'my changes are lost after I close Excel',
  'changes to my calendar do not sync', 'change management training wanted', 'new change manager needs an account', 'Excel freezes', 'my laptop freezes', 'Teams freezes when I share the screen', 'The screen freezes this week again and again', 'freeze on startup',
  'my calendar does not sync', 'calendar', 'Kalender zeigt falsche Termine', 'Windows does not start', 'windows update for my laptop failed', 'The SD slot of my laptop is broken', 'slot for memory is loose', 'no free slots for my vaccination', 'slots for the dentist',
  'When can I change my password?', 'When can I get my laptop back?', 'when can we change offices?', 'Wann kann ich mein Passwort ändern?', 'Wann bekomme ich meinen neuen Monitor?', 'wann kann ich wieder arbeiten', 'When will the mail server be back?', 'Wann geht der Mailserver wieder?',
  'mail server is slow since 2 hours', 'DB-01 is down', 'While I am away my mailbox should forward to Carol', 'I am away from 20 Dec to 3 Jan, please set an out of office', 'Carol needs access while I am away', 'Ich bin vom 20.12. bis 3.1. weg, bitte Abwesenheit eintragen',
  'Vertretung im HR-Portal eintragen geht nicht', 'delegate my mailbox to Carol', 'the system decides for me which printer I get', 'My deputy cannot open the shared folder', 'who approves my leave?', 'Approval of my leave is missing in the HR system', 'my approval mail never arrived',
  'approve button is greyed out in the travel tool', 'Genehmigung fehlt im Reiseportal', 'Ich kann Rechnungen nicht freigeben', 'Please start my computer remotely', 'finish line of the setup never comes', 'cancel my meeting room booking', 'hold music does not play',
  'schedule of the cleaning staff is wrong', 'submit button does nothing', 'Since CHG12 my VPN drops', 'CHGs in the finance sheet are wrong', 'don’t approve CHG12 before the weekend', 'do not approve CHG12', 'was ändert sich für mich?', 'what changes for me with the new phone?',
  'request for change of monitor', 'template for letters is gone', 'Vorlage für Briefe fehlt', 'emergency: server room is flooded', 'standard keyboard please', 'urgent! nothing works', 'It changes the language every time', 'Passwort Änderung geht nicht',
];

test(`${REPORTS.length} reports are reports, for employees, agents and approvers`, () => {
  expect(REPORTS.length).toBeGreaterThanOrEqual(60);
  for (const text of REPORTS) for (const who of [employee, agent, approver]) expect([text, said(understand(text, who))]).toEqual([text, `draft | ${text}`]);
});

/** What only those who work on changes, or decide about them, are taken at the word for. */
const PLANNING: readonly (readonly [text: string, meaning: string])[] = [
  ['propose a change: renew the TLS certificate of the intranet Saturday 22:00 for 1 h', 'propose | renew the TLS certificate of the intranet Saturday 22:00 for 1 h'],
  ['Propose change renew the certificate', 'propose | renew the certificate'], ['new change from template certificate', 'propose | from template certificate'], ['new change', 'propose |'], ['new standard change: restart DB-01', 'propose standard | restart DB-01'],
  ['I want to propose a change for DB-01', 'propose | DB-01'], ['please create an emergency change: patch the VPN gateway', 'propose emergency | patch the VPN gateway'], ['emergency change: mail server down', 'propose emergency | mail server down'],
  ['change request: new firewall rule', 'propose | new firewall rule'], ['RFC: new firewall rule', 'propose | new firewall rule'], ['raise a change request to patch DB-01 tomorrow at 22:00', 'propose | patch DB-01 tomorrow at 22:00'], ['schedule a change on DB-01', 'propose | on DB-01'],
  ["Let's plan a change, patch DB-01", 'propose | patch DB-01'], ['can you draft a change for the intranet', 'propose | the intranet'],
  ['Change anlegen: Zertifikat im Intranet erneuern am Samstag um 22 Uhr', 'propose | Zertifikat im Intranet erneuern am Samstag um 22 Uhr'], ['Änderung vorschlagen: DB-01 patchen', 'propose | DB-01 patchen'], ['neuer Change aus Vorlage Zertifikat', 'propose | aus Vorlage Zertifikat'],
  ['neue Änderung: DB-01 patchen', 'propose | DB-01 patchen'], ['Ich möchte einen Change anlegen: DB-01 patchen', 'propose | DB-01 patchen'], ['Bitte erstelle einen Change für DB-01', 'propose | DB-01'], ['lege einen Notfall-Change an: Mailserver steht', 'propose emergency | Mailserver steht'],
  ['schlage eine Änderung vor: DB-01 patchen', 'propose | DB-01 patchen'], ['Notfall-Change: Mailserver steht', 'propose emergency | Mailserver steht'], ['Standard-Change anlegen: DB-01 neu starten', 'propose standard | DB-01 neu starten'],
  ['slots for mail server 2 hours', 'slots | mail server 2 hours'], ['free slots for DB-01', 'slots | DB-01'], ['find me a slot for the intranet next week', 'slots | the intranet next week'], ['earliest windows for DB-01, 2h', 'slots | DB-01, 2h'], ['slots for unknownthing 2 hours', 'slots | unknownthing 2 hours'],
  ['when can I patch DB-01 for 2h next week', 'slots | DB-01 for 2h next week'], ['When can we restart the mail server?', 'slots | the mail server'], ['Wann kann ich DB-01 für 2 Stunden patchen?', 'slots | DB-01 für 2 Stunden'], ['Wann können wir den Mailserver neu starten', 'slots | den Mailserver'],
  ['freie Zeitfenster für den Mailserver nächste Woche', 'slots | den Mailserver nächste Woche'], ['Zeige mir Slots für DB-01 2 h', 'slots | DB-01 2 h'],
  ['what waits for me', 'approvals'], ["What's waiting for me?", 'approvals'], ['Was wartet auf mich?', 'approvals'], ['what do I have to approve', 'approvals'], ['Was muss ich noch genehmigen?', 'approvals'], ['Freigaben', 'approvals'], ['approvals', 'approvals'], ['meine Freigaben', 'approvals'],
  ['changes', 'changes'], ['show open changes', 'changes'], ['my changes', 'myChanges'], ['zeig mir meine Changes', 'myChanges'], ['Meine Änderungen', 'myChanges'], ['geplante Änderungen', 'changes'],
  ['what is changing this week', 'calendar'], ['what changes this week?', 'calendar'], ['Was ändert sich diese Woche?', 'calendar'], ['change calendar', 'calendar'], ['is there a freeze', 'calendar'], ['Is there a change freeze right now?', 'calendar'], ['freezes', 'calendar'], ['Gibt es gerade einen Freeze?', 'calendar'], ['which changes are planned this week', 'calendar'],
  ['while I am away from 20 Dec to 3 Jan Carol decides for me', 'delegate | while I am away from 20 Dec to 3 Jan Carol decides for me'], ['delegate my approvals to Carol until Friday', 'delegate | delegate my approvals to Carol until Friday'],
  ['Carol stands in for me next week', 'delegate | Carol stands in for me next week'], ['my substitute is Carol', 'delegate | my substitute is Carol'], ['set Carol Clark as my deputy until Friday', 'delegate | set Carol Clark as my deputy until Friday'],
  ['Vertretung: Carol vom 20.12. bis 3.1.', 'delegate | Vertretung: Carol vom 20.12. bis 3.1'], ['Carol vertritt mich bis Freitag', 'delegate | Carol vertritt mich bis Freitag'], ['Während ich vom 20.12. bis 3.1. weg bin, entscheidet Carol für mich', 'delegate | Während ich vom 20.12. bis 3.1. weg bin, entscheidet Carol für mich'],
  ['meine Freigaben bis Freitag an Carol delegieren', 'delegate | meine Freigaben bis Freitag an Carol delegieren'],
  ['who stands in for me', 'delegations'], ['Who is my substitute?', 'delegations'], ['Wer vertritt mich?', 'delegations'], ['my delegations', 'delegations'], ['end my delegation', 'endDelegation'], ['Vertretung beenden', 'endDelegation'], ['beende meine Vertretung', 'endDelegation'],
];

test(`${PLANNING.length} sentences of those who plan and decide are understood`, () => {
  expect(PLANNING.length).toBeGreaterThanOrEqual(60);
  for (const [text, meaning] of PLANNING) expect([text, asAgent(text).trim()]).toEqual([text, meaning]);
});

test('for anybody else they are reports, except for what everybody may ask', () => {
  for (const [text, meaning] of PLANNING) {
    const intent = said(understand(text, employee));
    if (meaning !== 'approvals') expect([text, intent]).toEqual([text, `draft | ${text}`]);
  }
});

test.each<[string, string]>([
  ['CHG12', `show ${CHG}`], ['chg-0012', `show ${CHG}`], ['#CHG12?', `show ${CHG}`], ['show CHG12', `show ${CHG}`], ['show me change CHG12', `show ${CHG}`], ['status of CHG12', `show ${CHG}`], ["what's with CHG12?", `show ${CHG}`], ['zeig mir CHG12', `show ${CHG}`], ['TPL3', 'show TPL0000003'], ['FEX2', 'show FEX0000002'],
  ['approve CHG12', `approve ${CHG}`], ['Approve CHG12.', `approve ${CHG}`], ['please approve CHG12', `approve ${CHG}`], ['I approve CHG12', `approve ${CHG}`], ['approve CHG12: looks good', `approve ${CHG} | looks good`], ['CHG12 approved', `approve ${CHG}`], ['CHG12: approve', `approve ${CHG}`], ['accept change CHG12', `approve ${CHG}`],
  ['genehmige CHG12', `approve ${CHG}`], ['CHG12 genehmigen', `approve ${CHG}`], ['Ich genehmige CHG12: passt', `approve ${CHG} | passt`], ['gib CHG12 frei', `approve ${CHG}`], ['stimme CHG12 zu', `approve ${CHG}`], ['approve REQ7', 'approve REQ0000007'], ['approve TPL3', 'approve TPL0000003'],
  ['refuse CHG12: no back-out', `reject ${CHG} | no back-out`], ['reject CHG12 because it is month end', `reject ${CHG} ? | it is month end`], ['lehne CHG12 ab: kein Rückfallplan', `reject ${CHG} | kein Rückfallplan`], ['CHG12 ablehnen: kein Rückfallplan', `reject ${CHG} | kein Rückfallplan`], ['lehne CHG12 ab', `reject ${CHG}`],
  ['ask back CHG12: how long is the outage?', `returnForInfo ${CHG} | how long is the outage?`], ['ask back on CHG12: who tests?', `returnForInfo ${CHG} | who tests?`], ['return CHG12: no test plan', `returnForInfo ${CHG} | no test plan`], ['Rückfrage zu CHG12: Wer testet', `returnForInfo ${CHG} | Wer testet`], ['gib CHG12 zurück: Testplan fehlt', `returnForInfo ${CHG} | Testplan fehlt`],
  ['approve CHG12?', `approve ${CHG} ?`], ['approve CHG12 only after Friday', `approve ${CHG} ? | only after Friday`], ['approve CHG12, but not before Friday', `approve ${CHG} ? | but not before Friday`], ['approve CHG12 if the back-out is tested', `approve ${CHG} ? | if the back-out is tested`], ['genehmige CHG12 nicht', `approve ${CHG} ? | nicht`], ['approve CHG12: unless it rains', `approve ${CHG} ? | unless it rains`],
  ['start CHG12', `start ${CHG}`], ['CHG12 starten', `start ${CHG}`], ['finish CHG12', `finish ${CHG}`], ['finish CHG12: all went well', `finish ${CHG} | all went well`], ['schließe CHG12 ab', `finish ${CHG}`], ['schedule CHG12', `schedule ${CHG}`], ['plane CHG12 ein', `schedule ${CHG}`], ['submit CHG12', `submit ${CHG}`], ['reiche CHG12 ein', `submit ${CHG}`],
  ['move CHG12 to Saturday 22:00', `reschedule ${CHG} | to Saturday 22:00`], ['verschiebe CHG12 auf Samstag 22 Uhr', `reschedule ${CHG} | auf Samstag 22 Uhr`], ['cancel CHG12', `cancel ${CHG}`], ['ziehe CHG12 zurück', `cancel ${CHG}`], ['comment CHG12: rack is ready', `comment ${CHG} | rack is ready`], ['CHG12 comment rack is ready', `comment ${CHG} | rack is ready`],
  ['hold CHG12', `hold ${CHG}`], ['put CHG12 on hold', `hold ${CHG}`], ['resume CHG12', `resume ${CHG}`], ['setze CHG12 fort', `resume ${CHG}`], ['withdraw my vote on CHG12', `withdrawVote ${CHG}`], ['ziehe meine Stimme zu CHG12 zurück', `withdrawVote ${CHG}`],
  ['CHG12 who tests it?', `about ${CHG} | who tests it?`], ['CHG12: the rack is full', `about ${CHG} | the rack is full`], ['CHG12 start of the window is wrong', `about ${CHG} | start of the window is wrong`],
])('by number: %j is %s', (text, expected) => expect(asAgent(text)).toBe(expected));

test.each<[string, string]>([
  ['aprove CHG12', `didYouMean approve ${CHG}`], ['refues CHG12: no back-out', `didYouMean refuse ${CHG}: no back-out`], ['genemige CHG12', `didYouMean genehmige ${CHG}`], ['finsh CHG12', `didYouMean finish ${CHG}`], ['porpose a change: patch DB-01', 'didYouMean propose a change: patch DB-01'],
  ['propose a chnage: patch DB-01', 'didYouMean propose a change: patch DB-01'], ['new chnage', 'didYouMean new change'], ['chnages', 'didYouMean changes'], ['frezee', 'didYouMean freeze'],
])('a slip is asked about, never done: %j is %s', (text, expected) => expect(asAgent(text)).toBe(expected));

test.each<[string, string]>([
  ['approve', 'approve -'], ['approve: looks good', 'approve - | looks good'], ['I approve it', 'approve -'], ['genehmigt', 'approve -'], ['ablehnen: kein Rückfallplan', 'reject - | kein Rückfallplan'], ['ask back: who tests', 'returnForInfo - | who tests'], ['start', 'start -'], ['finish', 'finish -'], ['finish: all went well', 'finish - | all went well'],
  ['approve the budget first', 'draft | approve the budget first'], ['approved by Carol yesterday', 'draft | approved by Carol yesterday'], ['start is at 22:00', 'draft | start is at 22:00'], ['when can we patch DB-01 for 2h?', 'draft | when can we patch DB-01 for 2h?'], ['ok', 'draft | ok'], ['propose a change: patch DB-01', 'draft | propose a change: patch DB-01'],
])('below the card of a change: %j is %s', (text, expected) => expect(said(understand(text, changeThread)).trim()).toBe(expected));

test('below the card of a ticket an agent’s words go to the requester', () => {
  for (const text of ['When can I restart your laptop for 2 hours?', 'propose a change: restart', 'slots for the mail server 2 hours', 'Carol decides for me until Friday', 'approve: fine']) {
    expect(said(understand(text, ticketThread))).toBe(`draft | ${text}`);
  }
  expect(said(understand('show CHG12', ticketThread))).toBe(`show ${CHG}`);
});

test('a file makes it a report', () => {
  expect(said(understand('new change', { ...agent, hasFiles: true }))).toBe('draft | new change');
});

test.each(['CHG'.repeat(2_000), 'CHG12 '.repeat(900), 'approve '.repeat(900), 'a change '.repeat(700), 'delegate my approvals '.repeat(300), 'slots for '.repeat(900), '('.repeat(9_000), 'wann kann ich '.repeat(400), '\u202echg12'])('odd text never breaks it, and does not take long', (text) => {
  const began = process.hrtime.bigint();
  for (const who of [employee, agent, changeThread]) expect(() => understand(text, who)).not.toThrow();
  expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(1_500);
});
