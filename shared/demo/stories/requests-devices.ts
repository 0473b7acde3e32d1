import { ask, done, note, say, vendor, wait, type RequestStory } from './story';

export const DEVICE_REQUESTS: readonly RequestStory[] = [
  {
    offering: 'new-laptop',
    openings: [
      ['New laptop: Standard, 14 inch', 'My present laptop is more than four years old and takes ten minutes to start.'],
      ['Replacement laptop for frequent travel', 'I am at customers three days a week and my laptop is heavy and old.'],
    ],
    answers: ({ office }) => ({ model: 'standard', system: 'windows', reason: 'replacement', oldAsset: 'NW-20417', accessories: ['dock', 'headset'], delivery: office, justification: 'Present laptop is four years old and too slow for the route planner.' }),
    refusal: 'Your laptop is two years old. Please have it repaired first; if that fails, ask again.',
    question: { comment: 'Is the light model not enough for your trips?', added: 'The light model is too small for the rate tables; I checked it with a colleague’s.' },
    beats: [say('Hello {me}, approved and reserved for you. I will set it up and tell you when you can collect it.'), vendor('Lenovo distribution', 'PO-88231'), note('Installed, enrolled, asset record updated.')],
    end: done('delivered', 'Laptop handed over at the IT desk, the old one collected. It will be erased in 14 days, so please check that nothing is missing.'),
  },
  {
    offering: 'new-laptop', departments: ['Finance', 'Sales'],
    openings: [['Power laptop for large data models', 'The monthly models no longer fit into memory, Excel closes without saving.']],
    answers: ({ office }) => ({ model: 'power', system: 'windows', reason: 'replacement', oldAsset: 'NW-20933', delivery: office, justification: 'Models with 8 million rows; the present laptop has 8 GB.' }),
    refusal: 'Let us try the calculation on the terminal server first.',
    beats: [note('16 inch not in stock, ordered.'), vendor('Lenovo distribution', 'PO-88264')],
    end: done('delivered', 'Laptop delivered and set up together. The model opens in 20 seconds.'),
  },
  {
    offering: 'loaner-laptop', neededInDays: 3,
    openings: [
      ['Loaner laptop for a trade fair', 'We need one more laptop for the demo at our stand.'],
      ['Loaner while my laptop is being repaired', 'Mine is at the manufacturer until next week.'],
    ],
    answers: ({ day }) => ({ from: day(3), to: day(9), purpose: 'Demo at the stand', pickup: 'hamburg' }),
    beats: [say('Hi {me}, it is ready for you at the IT desk from tomorrow 9:00.')],
    end: done('delivered', 'Loaner handed over. You will get a reminder the day before it is due back.'),
  },
  {
    offering: 'peripheral',
    openings: [
      ['Second monitor for my desk', 'Two screens would save me a lot of switching between ERP and mail.'],
      ['Monitor for the home office', 'I work from home two days a week on the small laptop screen.'],
    ],
    answers: ({ office }) => ({ type: 'monitor', quantity: 1, connector: 'usbc', delivery: office }),
    beats: [say('Hello {me}, I have one in stock. It will be at your desk tomorrow, with the cable.')],
    end: done('delivered', 'Monitor delivered and connected.'),
    reopen: { reason: 'The monitor is there, but without the USB-C cable.', end: done('delivered', 'The cable was handed over, picture tested.') },
  },
  {
    offering: 'peripheral',
    openings: [
      ['Headset for customer calls', 'I am moving to the hotline team and need a headset with a good microphone.'],
      ['New headset, the old one is worn out', 'The cushions of my headset fall apart after four years.'],
    ],
    answers: ({ office }) => ({ type: 'headset', quantity: 1, delivery: office }),
    beats: [ask('With cable or wireless, {me}?', 'Wireless, please.')],
    end: done('delivered', 'Sent by internal mail and confirmed as received.'),
  },
  {
    offering: 'mobile-phone', departments: ['Sales', 'Operations', 'Customer Service', 'People'],
    openings: [
      ['Work phone for my new role', 'I am on call every third weekend from next month.'],
      ['Phone for the weekend shift', 'On weekends the drivers call my private phone. I would like a work phone.'],
    ],
    answers: ({ office }) => ({ device: 'iphone', keepNumber: false, roaming: 'United Kingdom', delivery: office, justification: 'On call and regular trips abroad.' }),
    refusal: 'Please use the shared on-call phone of the team.',
    beats: [vendor('Mobile provider', 'MO-55120'), say('Your phone has arrived, {me}. I will set it up with you; please bring your laptop along.')],
    end: done('delivered', 'Phone set up and handed over, roaming for the United Kingdom is included.'),
  },
  {
    offering: 'repair',
    openings: [
      ['Laptop repair: hinge is broken', 'The hinge on the left side is broken and the lid does not stay up.'],
      ['Laptop repair: keys fall off', 'The keys E and N have come off.'],
    ],
    answers: () => ({ asset: 'NW-21550', fault: 'Mechanical damage, see description.', isBackedUp: 'yes', needsLoaner: true }),
    beats: [say('Thanks {me}. Please bring it to the IT desk; a loaner is waiting for you there.'), vendor('Lenovo Service', 'SR-4472880')],
    end: done('fixed', 'Repaired under warranty, tested and returned. The loaner is back in the pool.'),
  },
  {
    offering: 'asset-return',
    openings: [
      ['Return of my old phone and tablet', 'I have a new phone. The old one and an unused tablet are in my drawer.'],
      ['Two monitors are no longer needed', 'After our move there are two monitors too many.'],
    ],
    answers: () => ({ assets: 'NW-30121\nNW-30122', reason: 'replaced', place: 'hamburg' }),
    beats: [note('Collected, checked, erased. Back into stock.')],
    end: done('delivered', 'Received and erased. Thank you, both can be used again.'),
  },
  {
    offering: 'event-support', neededInDays: 7, site: 'Hamburg',
    openings: [
      ['IT support for the staff meeting', 'About 80 people in the canteen and 200 online. We need microphones and somebody who helps.'],
      ['Customer workshop with guests online', 'Twelve guests in the canteen and about forty online.'],
    ],
    answers: ({ day }) => ({ place: 'Hamburg, canteen', on: day(7), time: '10:00 to 12:00', equipment: ['screen', 'microphones', 'help'], hasRemote: true, remoteCount: 'many' }),
    beats: [say('Hello {me}, booked. Let us do a sound check 30 minutes before.'), wait('Event has not taken place yet')],
    end: done('delivered', 'The event went well, the recording is in the team’s files.'),
  },
  {
    offering: 'peripheral', language: 'de',
    openings: [
      ['Zweiter Monitor für meinen Arbeitsplatz', 'Mit zwei Bildschirmen muss ich nicht ständig zwischen ERP und Mail wechseln.'],
      ['Monitor für das Homeoffice', 'Ich arbeite an zwei Tagen zu Hause am kleinen Laptopbildschirm.'],
    ],
    answers: ({ office }) => ({ type: 'monitor', quantity: 1, connector: 'usbc', delivery: office }),
    beats: [say('Hallo {me}, ist auf Lager. Ich bringe alles morgen an deinen Platz.')],
    end: done('delivered', 'Geliefert und angeschlossen.'),
  },
  {
    offering: 'new-laptop', language: 'de',
    openings: [['Neuer Laptop: Standard, 14 Zoll', 'Mein Laptop ist fast fünf Jahre alt und stürzt täglich ab.']],
    answers: ({ office }) => ({ model: 'standard', system: 'windows', reason: 'replacement', oldAsset: 'NW-19873', accessories: ['dock'], delivery: office, justification: 'Der jetzige Laptop ist fast fünf Jahre alt und stürzt täglich ab.' }),
    refusal: 'Wir warten das neue Modell im nächsten Quartal ab. Bitte dann noch einmal bestellen.',
    question: { comment: 'Reicht eine Reparatur nicht?', added: 'Die Werkstatt sagt, die Hauptplatine lohnt sich nicht mehr.' },
    beats: [say('Hallo {me}, genehmigt und für dich reserviert. Ich melde mich, sobald er fertig ist.'), note('Eingerichtet und eingebucht.')],
    end: done('delivered', 'Laptop übergeben, der alte ist zurück und wird in 14 Tagen gelöscht.'),
  },
];
