import { toPerson } from '../reference';
import { add, ask, done, note, say, vendor, wait, type RequestStory } from './story';

export const SOFTWARE_REQUESTS: readonly RequestStory[] = [
  {
    offering: 'software-install',
    openings: [['Install Notepad++', 'The Company Portal does not offer it to me.'], ['Install the label designer', 'I will print the new pallet labels.']],
    answers: ({ title }) => ({ product: title.replace(/^Install (the )?/, ''), device: 'NW-LT-0417' }),
    beats: [note('Assigned the app to the device, installed within the hour.')],
    end: done('delivered', 'Installed. You find it in the Start menu.'),
  },
  {
    offering: 'new-software', departments: ['Sales', 'Customer Service', 'Operations', 'Marketing'],
    openings: [
      ['Tool for route pictures in offers', 'I draw route maps by hand for every offer. This tool makes them in a minute.'],
      ['RouteSnap for our team', 'Another team in our trade uses it, and their offers look much better.'],
    ],
    answers: () => ({ product: 'RouteSnap', vendor: 'RouteSnap GmbH', url: 'https://routesnap.example', users: 6, cost: 1_400, data: ['internal'], alternatives: 'PowerPoint with screenshots', justification: 'Saves about two hours per offer.' }),
    refusal: 'We already own something similar; please try that first.',
    question: { comment: 'Which data of customers will be in it?', added: 'Only start and destination, no names.' },
    beats: [note('Hosted in the EU, sign-in with our accounts possible. Data protection sheet requested.'), vendor('RouteSnap GmbH', 'data protection sheet'), say('The review is done, {me}: no objections. Finance has ordered it.')],
    end: done('delivered', 'Bought for six people, added to the approved list, and available in the Company Portal.'),
  },
  {
    offering: 'license',
    openings: [['Visio for process drawings', 'I document our warehouse processes.'], ['Visio for the plan of the new hall', 'I place racks and gates in the plan of the new hall.']],
    answers: () => ({ product: 'visio', isTemporary: false, justification: 'Documenting processes for the audit.' }),
    refusal: 'The free viewer should be enough; please try it for a month.',
    beats: [note('One license free in the pool.')],
    end: done('delivered', 'License assigned. Sign out of Office and in again to see it.'),
  },
  {
    offering: 'license', departments: ['Sales', 'Finance', 'Management'],
    openings: [['Power BI Pro to share reports', 'Without Pro my colleagues cannot open my report.']],
    answers: ({ day }) => ({ product: 'powerbi', isTemporary: true, end: day(180), justification: 'Sharing the monthly volume report.' }),
    beats: [ask('How many colleagues will open the report? From ten on, another license is cheaper.', 'Seven.'), note('Assigned from the pool.')],
    end: done('delivered', 'License assigned for six months.'),
  },
  {
    offering: 'shared-mailbox', departments: ['Customer Service', 'Operations', 'Sales'],
    openings: [
      ['Shared mailbox for claims', 'Claims reach five different inboxes today and some get lost.'],
      ['One address for all claims', 'Customers do not know to whom they should write about damaged goods.'],
    ],
    answers: () => ({ what: 'newMailbox', address: 'claims-eu@nordwind.example', owners: [toPerson('david.okafor')], members: 'Alice Bennett\nLaura Simon\nJames Porter', sendAs: true, justification: 'One place for all claims.' }),
    question: { comment: 'Who is the second owner?', added: 'Laura Simon is the second owner.' },
    beats: [say('Created, {me}. It appears in Outlook within an hour; after that you can send from it.')],
    end: done('delivered', 'Mailbox created with two owners and all members.'),
  },
  {
    offering: 'new-team',
    openings: [
      ['New team for project Hall 4', 'Construction of the new hall starts; about 15 people from three sites.'],
      ['A place for the plans of hall 4', 'Plans of hall 4 are in many inboxes. Architects should see them too.'],
    ],
    answers: () => ({ what: 'team', name: 'Project Hall 4', purpose: 'Planning and building of hall 4', owners: [toPerson('jeroen.smit'), toPerson('victor.lambert')], privacy: 'private', hasGuests: true, sensitivity: 'internal' }),
    refusal: 'There is already a team for this; please add a channel there.',
    beats: [note('Name checked, label and expiry set.')],
    end: done('delivered', 'The team is ready, and both owners have been added. Guests can be invited by the owners.'),
  },
  {
    offering: 'cloud-resource', departments: ['IT', 'Sales', 'Finance'],
    openings: [['Test machine for the new report server', 'We test the upgrade before it goes into production.']],
    answers: ({ day }) => ({ environment: 'test', size: 'medium', system: 'windows', data: ['internal'], budgetCode: 'IT-4410', owner: toPerson('ulrike.maurer'), end: day(60), justification: 'Testing the upgrade of the report server.' }),
    beats: [note('Provisioned in West Europe, backup off (test), monitoring on.'), say('nw-test-15 is ready, {me}; the access is in your key vault.')],
    end: done('delivered', 'Machine provisioned, recorded and monitored. It will be removed at the end date.'),
  },
  {
    offering: 'restore', departments: ['Finance', 'Sales', 'People', 'Customer Service', 'Operations'],
    openings: [['Price list from before the update', 'The new price list replaced the old one, and I need both.'], ['Restore the price list of last month', 'Somebody saved the new one over it.']],
    answers: ({ day }) => ({ item: 'Price list', path: 'K:\\Sales\\Prices', lastSeen: day(-20), reason: 'Overwritten' }),
    beats: [note('Found in the monthly backup.')],
    end: done('delivered', 'Restored beside the original. Please check that it is the right version.'),
    reopen: { reason: 'This is the version of two months ago, I need the one in between.', end: done('delivered', 'The right version was found and restored.') },
  },
  {
    offering: 'license', language: 'de',
    openings: [['Acrobat zum Bearbeiten von Verträgen', 'Ich korrigiere mehrmals in der Woche PDF-Formulare.'], ['Acrobat für Angebotsmappen', 'Ich füge für jedes Angebot zehn PDF-Dateien zusammen.']],
    answers: () => ({ product: 'acrobat', isTemporary: false, justification: 'Formulare und Verträge bearbeiten.' }),
    refusal: 'Bitte probiere zuerst einen Monat lang das kostenlose Programm.',
    beats: [note('Lizenz aus dem Bestand.')],
    end: done('delivered', 'Lizenz zugewiesen. Bitte einmal ab- und wieder anmelden.'),
  },
  {
    offering: 'new-team', language: 'de',
    openings: [['Neues Team für das Audit 2027', 'Wir sammeln alle Nachweise an einem Ort.']],
    answers: () => ({ what: 'team', name: 'Audit 2027', purpose: 'Nachweise und Fragen zum Audit', owners: [toPerson('renate.kuhn'), toPerson('frank.ostermann')], privacy: 'private', hasGuests: false }),
    beats: [note('Name geprüft, Vertraulichkeit und Ablaufdatum gesetzt.')],
    end: done('delivered', 'Das Team ist eingerichtet, beide Besitzer sind eingetragen.'),
  },
  {
    offering: 'event-support', language: 'de', neededInDays: 6,
    openings: [['Technik für die Betriebsversammlung', 'Etwa 120 Leute in der Kantine und viele online.']],
    answers: ({ day }) => ({ place: 'Hamburg, Kantine', on: day(6), time: '10:00 bis 12:00', equipment: ['screen', 'microphones', 'recording', 'help'], hasRemote: true, remoteCount: 'many' }),
    beats: [say('Hallo {me}, ist eingeplant. Lass uns 30 Minuten vorher den Ton testen.'), wait('Veranstaltung steht noch bevor'), add('Danke, wir sehen uns um halb zehn.')],
    end: done('delivered', 'Alles hat geklappt, die Aufzeichnung liegt im Team.'),
  },
];
