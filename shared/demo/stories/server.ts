import { add, ask, done, note, say, vendor, waitForChange, waitForProblem, type IncidentStory } from './story';

export const SERVER_STORIES: readonly IncidentStory[] = [
  {
    category: 'server.performance', reach: 'team', departments: ['Finance', 'Sales', 'Operations'],
    openings: [
      ['Terminal server is slow every morning', 'Between eight and nine everything on the terminal server takes ages. From ten on it is fine.'],
      ['Transport management takes 30 seconds per click', 'Each click in transport management takes about half a minute today. Normally it is instant.'],
    ],
    beats: [
      say('Thank you {me}, we see the load on the server. We are looking for the cause now.'),
      note('Virus scan of all disks starts at 8:00 on four servers at once. Moved to 3:00.'),
    ],
    end: done('configurationChange', 'A scheduled scan used the whole disk speed in the morning. It runs at night now.'),
  },
  {
    category: 'server.storage', reach: 'team',
    openings: [
      ['Network drive {drive} is full', 'We cannot save anything on drive {drive}: "not enough space".'],
      ['No space left on {drive}', 'When I copy today’s scans to {drive}, it says that no space is left. The others see it too.'],
    ],
    slots: { drive: ['G:', 'K:', 'P:', 'T:'] },
    beats: [
      note('Dump files of a crashed program: 380 GB. Owner agreed to delete them.'),
      say('There is room again, {me}. Could you please check whether the old scans from before 2020 can move to the archive?'),
      add('I will ask my manager, but yes, probably.'),
    ],
    end: done('fixed', 'We removed 380 GB of crash files and added a warning at 85 %, so that we notice earlier.'),
  },
  {
    category: 'server.backup-restore', departments: ['Finance', 'Sales', 'People', 'Customer Service'],
    openings: [
      ['Deleted folder needs to come back', 'I deleted the folder {folder} on the network drive by accident, about an hour ago.'],
      ['Excel file overwritten with an empty one', 'Our {folder} file is empty since yesterday evening. Somebody must have saved over it.'],
    ],
    slots: { folder: ['Quarter 3', 'Surcharges', 'Applications', 'Claims 2026'] },
    beats: [
      ask('Could you tell me the full path, and when the content was still right?', 'K:\\Team\\Planning, and yesterday at noon it was all there.'),
      note('Restored from yesterday 12:00 beside the original.'),
    ],
    end: done('fixed', 'Restored from the backup of yesterday noon. It lies beside the original with "restored" in its name.'),
  },
  {
    category: 'server.database', departments: ['IT', 'Finance'], reach: 'team',
    openings: [
      ['Nightly export did not run', 'The file with the open items from last night is missing. The one from the day before is there.'],
      ['Report ends with "timeout expired"', 'The monthly report stops after ten minutes with "timeout expired".'],
    ],
    beats: [
      note('Blocking session from a forgotten query window. Ended it, job restarted by hand.'),
      waitForProblem('PRB-0139'),
    ],
    end: done('resolvedByProblem', 'A missing index made the query slow. With the problem record closed, the job takes four minutes.'),
  },
  {
    category: 'server.virtual-machine', departments: ['IT', 'Sales'],
    openings: [
      ['Test machine {vm} cannot be reached', 'Remote desktop to {vm} says that the computer cannot be found. I need it for a test today.'],
      ['{vm} is switched off again', 'Every morning {vm} is switched off, although I need it all week.'],
    ],
    slots: { vm: ['nw-test-04', 'nw-test-07', 'nw-dev-12'] },
    beats: [note('Machine was stopped by the cost rule (no owner tag). Tag added, started.'), say('The machine is running again, {me}. It had been stopped because it had no owner. You are entered as its owner now.')],
    end: done('fixed', 'The machine was stopped by the cost rule. It has an owner now and stays on during working hours.'),
  },
  {
    category: 'server.certificate', reach: 'team',
    openings: [
      ['Browser warns that {name} is not secure', 'When opening {name} the browser says "Your connection is not private". Several colleagues see it too.'],
    ],
    slots: { name: ['the intranet', 'the report server', 'the time tracking page'] },
    beats: [
      say('Thank you {me}. Please do not click it away. The certificate has expired; we are renewing it now.'),
      waitForChange('CHG-2309'),
      note('Certificate was not in the expiry monitoring. Added, together with three others that were missing.'),
    ],
    end: done('resolvedByChange', 'The certificate was renewed. It is now monitored, so this should not surprise us again.'),
  },
  {
    category: 'server.down', reach: 'team', work: 'stopped',
    openings: [
      ['File server in {site} not reachable', 'Nobody here can open the team drives. "Network path not found".'],
      ['Time tracking server is down', 'The time tracking page shows "503 Service Unavailable". Nobody can clock in.'],
    ],
    beats: [
      say('We are on it, {me}. I will write again in 30 minutes at the latest.'),
      note('Service hung after the patch restart; dependent storage came up later. Started by hand.'),
      say('It is back. Could you confirm that it works for you and your neighbors?'),
      add('Yes, all fine again here.'),
    ],
    end: done('fixed', 'A service did not start after last night’s updates. It is running, and the start order was corrected.'),
  },
  {
    category: 'server.storage', work: 'fine', departments: ['IT'],
    openings: [['Monitoring: disk of nw-app-03 at 91 %', 'Disk D on nw-app-03 is at 91 % and grows by about 1 % a day.']],
    beats: [vendor('Hosting partner', 'HP-20931'), note('Extended by 100 GB within the limits of the standard change.')],
    end: done('fixed', 'The disk was extended by 100 GB and the log rotation set to 14 days.'),
  },
];
