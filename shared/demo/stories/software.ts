import { add, ask, done, note, say, vendor, waitForChange, waitForProblem, type IncidentStory } from './story';

export const SOFTWARE_STORIES: readonly IncidentStory[] = [
  {
    category: 'software.office',
    openings: [
      ['Excel crashes when I open the rate table', 'As soon as I open the rate table for {year}, Excel closes without a message. Other files are fine.'],
      ['Excel file says it is locked by another user, but nobody has it open', 'The planning sheet is "locked for editing by another user". I asked everybody in the team, nobody has it open.'],
      ['Word closes when I open a contract from our team site', 'Contracts from our team site open for a second, then Word is gone. Other files are fine.'],
    ],
    slots: { year: ['2026', '2027'] },
    beats: [
      ask('Where is the file: on your laptop, on a network drive or in SharePoint? And does it open at office.com in the browser?', 'It is on our team site. In the browser it opens, yes.'),
      note('Local Office cache damaged. Cleared it and repaired Office.'),
    ],
    end: done('fixed', 'The local copy of the file was damaged. We cleared the Office cache; the file opens as it should.'),
  },
  {
    category: 'software.office', departments: ['Finance', 'Sales', 'Operations'],
    openings: [
      ['Macro in the {sheet} sheet no longer runs', 'When I press the button in the {sheet} sheet it says that macros are blocked because the source is not trusted. It worked last week.'],
    ],
    slots: { sheet: ['surcharge', 'tour costing', 'month-end', 'commission'] },
    beats: [
      say('Hello {me}. Since the update, macros only run from trusted places. Could you move the file to the team site and open it from there?'),
      add('Moved it, and now it works. Do the others have to do the same?'),
      say('No, once is enough for everybody. Please delete the old copy so that nobody uses it by mistake.'),
    ],
    end: done('userEducation', 'Macros run only from trusted places since the last Office update. The file is on the team site now and works for everybody.'),
  },
  {
    category: 'software.browser',
    openings: [
      ['Customs portal does not load in Edge', 'The customs portal shows only a white page in Edge since this morning. On my phone it works.'],
      ['Freight exchange looks broken in Edge', 'The page of the freight exchange has no buttons and no pictures in Edge since this morning.'],
      ['Pop-up window for the carrier’s booking page does not open', 'I press "Book slot" on the carrier’s page and nothing happens. It should open a small window.'],
    ],
    beats: [
      say('Hi {me}, please press Ctrl + F5 on the page and tell me if that changes anything.'),
      add('No change.'),
      note('Site was missing in the exceptions list after the policy update. Added it, policy reaches devices within the hour.'),
    ],
    end: done('configurationChange', 'A new browser policy blocked this page. It is on the list of exceptions now.'),
  },
  {
    category: 'software.operating-system',
    openings: [
      ['Windows update fails every day with error {code}', 'Every evening my laptop tries to update, restarts and says it is undoing changes. Error {code}.'],
      ['Disk C is full, I cannot save anything', 'Windows says that only {space} is free on C. I have deleted everything I could find.'],
      ['Laptop restarts in the middle of the day', 'Twice this week it restarted for an update while I was working. I lost half an hour of work today.'],
    ],
    slots: { code: ['0x800f0922', '0x80073712', '0x8007000d'], space: ['300 MB', '1.2 GB', '90 MB'] },
    beats: [
      say('Thank you {me}. I can do this in the background; please leave the laptop switched on and plugged in over lunch.'),
      note('Cleaned the component store and old update files: 31 GB free now. Update installed at the second try.'),
    ],
    end: done('fixed', 'We removed old update files and installed the missing update. Restarts now only happen after 19:00.'),
  },
  {
    category: 'software.business-application', departments: ['Operations'], reach: 'team',
    openings: [
      ['Route planner calculates detours through {place}', 'Since yesterday the route planner sends every tour through {place}, although the tunnel is open again. We correct each one by hand.'],
      ['Route planner does not know the new motorway junction', 'All tours past {place} take the old road, twenty minutes longer. The junction opened on Monday.'],
    ],
    slots: { place: ['the city center', 'Bremen', 'Lübeck'] },
    beats: [
      note('Reproduced in the test system. Looks like the map update of Sunday.'),
      vendor('PTV Support', 'CASE-118273'),
      say('The vendor has confirmed the error in the map data. A corrected map comes tonight.'),
    ],
    end: done('restoredByVendor', 'The vendor delivered corrected map data. Three of yesterday’s tours were recalculated as a test and are right.'),
  },
  {
    category: 'software.business-application', departments: ['Operations', 'Customer Service'], reach: 'team',
    openings: [
      ['Customs software rejects the new tariff numbers', 'The software says "invalid commodity code" for the numbers valid since this month. We send the declarations through the portal for now, which takes twice as long.'],
    ],
    beats: [note('Tariff data of this month were not imported: the job ran before the file arrived.'), waitForChange('CHG-2291')],
    end: done('resolvedByChange', 'The import job now waits for the file. This month’s tariff numbers are in.'),
  },
  {
    category: 'software.installation-update',
    openings: [
      ['Company Portal: installation of {app} stays at "pending"', 'I pressed Install for {app} yesterday. It still says pending.'],
      ['{app} asks for an administrator password', 'After the start {app} wants to update and asks for an administrator name and password. I do not have one.'],
      ['{app} disappeared after the last update', '{app} was there on Friday, and today the icon leads nowhere.'],
    ],
    slots: { app: ['Adobe Acrobat', 'Notepad++', 'Power BI Desktop', '7-Zip', 'the scanner software'] },
    beats: [
      ask('Is the laptop connected to power, and when did you restart it the last time?', 'It is plugged in. Restarted just now, and it still does not work.'),
      note('Device had not checked in for nine days. Synced the management agent by hand.'),
    ],
    end: done('fixed', 'Your laptop had lost contact with the software service. It is connected again and the installation has finished.'),
  },
  {
    category: 'software.license', work: 'stopped',
    openings: [
      ['Office says "unlicensed product"', 'There is a red bar in Word and Excel and I cannot edit anything. It says unlicensed product.'],
      ['{app} license expired in the middle of a project', '{app} says the license has expired. I have to deliver a drawing this week.'],
    ],
    slots: { app: ['Visio', 'Project', 'Acrobat'] },
    beats: [
      say('I can see it, {me}: your license was removed by the clean-up run because it counted as unused. Giving it back now.'),
      note('Clean-up used the sign-in date of the web version only. Told the owner of the script.'),
    ],
    end: done('fixed', 'Your license is back. Please sign out of Office and in again once.'),
  },
  {
    category: 'software.add-in',
    openings: [
      ['Teams Meeting button is missing in Outlook', 'In Outlook’s calendar the button "New Teams Meeting" has gone. I copy old links for now.'],
      ['Add-in for saving mails to the archive is gone', 'The button "Save to archive" is missing since this morning. I have to drag every mail by hand.'],
    ],
    beats: [
      say('Hello {me}, in Outlook choose File, Manage COM Add-ins. Is it listed there as disabled?'),
      add('Yes! "Disabled because it slowed down the start".'),
      say('Press "Always enable", then restart Outlook.'),
    ],
    end: done('userEducation', 'Outlook had switched the add-in off because it started slowly. It is enabled for good now.'),
  },
  {
    category: 'software.operating-system', reach: 'team',
    openings: [
      ['Start menu search finds nothing', 'On all laptops in our row the search in the Start menu stays empty. We open programs from the taskbar.'],
    ],
    beats: [note('Known problem of the current Windows build, several reports from London and Berlin.'), waitForProblem('PRB-0144')],
    end: done('resolvedByProblem', 'Microsoft has corrected the error. The fix was installed on all affected laptops last night.'),
  },
];
