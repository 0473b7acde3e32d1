import { add, ask, done, note, say, vendor, wait, type IncidentStory } from './story';

export const PRINTING_STORIES: readonly IncidentStory[] = [
  {
    category: 'printing.cannot-print',
    openings: [
      ['Printer {printer} does not print', 'I send a job, the printer {printer} blinks, and nothing comes out. Another printer works.'],
      ['Print jobs vanish at {printer}', 'I send a page, it is in the list for a moment, then it is gone. Nothing comes out of {printer}.'],
      ['Printing takes ten minutes to start', 'After pressing Print it takes about ten minutes until the job shows up at the printer.'],
    ],
    beats: [
      say('Hi {me}, I have cleared the queue of this printer. Please send the page again.'),
      add('Still nothing. It says "processing".'),
      note('Stuck job with 900 pages blocked the queue. Spooler restarted.'),
    ],
    end: done('fixed', 'A very large job was stuck in front of yours. We removed it, and printing works again.'),
  },
  {
    category: 'printing.driver', work: 'fine',
    openings: [
      ['Two-sided printing is missing', 'Since the update I can no longer choose two-sided printing.'],
      ['FollowMe is missing from my printers', 'On my new laptop there is no FollowMe printer.'],
    ],
    beats: [say('I am sending you the printer again, {me}. Please be in the office network or on the VPN and restart once.')],
    end: done('fixed', 'The printer was assigned again with the right driver. All options are there.'),
  },
  {
    category: 'printing.toner-paper', work: 'fine', reach: 'team',
    openings: [
      ['Toner of {printer} is nearly empty', '{printer} shows that black is almost empty. We print a lot of delivery notes here.'],
      ['Gray stripes on every page from {printer}', 'All pages from {printer} have gray stripes on the left.'],
    ],
    beats: [vendor('Printer service partner', 'PS-33871'), note('Toner is shipped automatically; the meter of this printer did not report. Partner corrects it.')],
    end: done('replaced', 'Toner and drum were replaced by the service partner. The printer reports its level by itself again.'),
  },
  {
    category: 'printing.follow-me', site: 'London',
    openings: [
      ['Badge is not recognized at the printer', 'When I hold my badge to the reader at the printer it only beeps twice.'],
      ['Printer prints my colleague’s jobs with my badge', 'When I hold my badge to the reader, the list shows somebody else’s documents!'],
    ],
    beats: [
      ask('Could you send me the number on the back of your badge?', 'It is 0041-77312.'),
      note('Badge was recorded for its previous holder. Corrected, list of doubles sent to the badge office.'),
    ],
    end: done('fixed', 'The badge was still linked to its previous holder. It is yours now.'),
  },
  {
    category: 'printing.scan-to-mail',
    openings: [
      ['Scans do not arrive by mail', 'I scan to my mail at {printer}; the printer says "sent", but nothing arrives.'],
      ['Scanning to mail stopped yesterday', 'Until yesterday noon my scans from {printer} came by mail. Now nothing comes.'],
    ],
    beats: [note('Sender address of the device was in quarantine after the mail rule change.'), say('Found it, {me}: your scans were in quarantine. I have released them.')],
    end: done('configurationChange', 'The printers are on the list of allowed senders again. Your scans of today have been delivered.'),
  },
  {
    category: 'facilities.badge-door',
    openings: [
      ['Badge does not open the door to {place}', 'My badge opens the main entrance, but not {place}. It did until last week.'],
      ['Locked out of {place} since the first of the month', 'The reader at {place} has shown red since the first of the month. I work there every day.'],
    ],
    slots: { place: ['the archive', 'the server room corridor', 'the bicycle cellar', 'hall 3'] },
    beats: [note('Access profile expired at the end of the month. Owner of the area confirmed by mail.')],
    end: done('fixed', 'The access had expired and was extended by the owner of the area for a year.'),
  },
  {
    category: 'facilities.camera', departments: ['Operations'], work: 'fine',
    openings: [['Camera at gate {gate} shows no picture', 'On the monitor in the guard room, the picture of gate {gate} is black.']],
    slots: { gate: ['1', '3', '5'] },
    beats: [vendor('Camera service', 'CS-1182'), note('Power injector defective after the thunderstorm.')],
    end: done('replaced', 'The power supply of the camera was replaced. The picture is back.'),
  },
  {
    category: 'facilities.display', work: 'fine',
    openings: [
      ['Info screen in the lobby shows a Windows message', 'The screen in the lobby says "Update required" across the visitor greeting. Visitors take pictures of it.'],
      ['Dock display {dock} shows yesterday’s plan', 'The display above dock {dock} still shows the plan of yesterday.'],
    ],
    slots: { dock: ['4', '7', '9'] },
    beats: [say('Thanks {me}, a little embarrassing. Restarting it now.')],
    end: done('fixed', 'The player was restarted and updates were moved to the night.'),
  },
  {
    category: 'facilities.cabling', departments: ['Operations', 'Sales', 'Customer Service'],
    openings: [['Need a network socket where the new desks are', 'Four new desks were put up near the window and there is no socket within reach. We have a cable across the floor, somebody will trip over it.']],
    beats: [note('Visited the place. Two double sockets from floor box 14 are possible.'), wait('Electrician comes next week; cable bridge put over the cable until then')],
    end: done('fixed', 'Two double sockets were installed and tested. The cable on the floor has gone.'),
  },
  {
    category: 'facilities.power', reach: 'team',
    openings: [['Sockets in the table of room {room} have no power', 'All sockets in the big table in {room} are dead. Laptops run out during long meetings.']],
    beats: [note('Fuse tripped by a fan heater under the table. Facilities informed.')],
    end: done('fixed', 'A fuse had tripped because of a heater. It is on again, and the heater has left.'),
  },
];
