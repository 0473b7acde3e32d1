import { add, ask, done, note, say, vendor, waitForProblem, type IncidentStory } from './story';

export const COLLABORATION_STORIES: readonly IncidentStory[] = [
  {
    category: 'collaboration.teams-meetings',
    openings: [
      ['Nobody can hear me in Teams', 'In all Teams meetings nobody hears me. The microphone works in the Windows test.'],
      ['Camera is black in Teams meetings', 'My camera shows a black picture with a crossed-out camera. It worked yesterday.'],
      ['Headset cuts out in every Teams call', 'In every call the sound of my headset is gone for some seconds, again and again.'],
    ],
    beats: [
      ask('Which headset do you use, and is it plugged into the dock or into the laptop?', 'A Jabra, through the dock. Straight in the laptop it works!'),
      note('Firmware of the dock is outdated. Pushed the update to this device.'),
    ],
    end: done('fixed', 'The dock needed a firmware update. Headset and camera work through the dock again.'),
  },
  {
    category: 'collaboration.teams-meetings', work: 'fine',
    openings: [
      ['Where is the recording of yesterday’s meeting?', 'I recorded our team meeting yesterday and cannot find it anywhere.'],
      ['Transcript is in the wrong language', 'We spoke English, but the transcript of the meeting is German gibberish. Funny, but useless.'],
    ],
    beats: [say('Hi {me}, open the meeting in your calendar and choose Recap. The recording is in the organizer’s OneDrive, folder Recordings. The spoken language can be set in the meeting under Language and speech.')],
    end: done('userEducation', 'Explained where recordings are and how to set the spoken language. See also the article "Teams: record and find a meeting".'),
  },
  {
    category: 'collaboration.teams-chat',
    openings: [
      ['No notifications from Teams', 'Teams does not show me new messages any more. I only notice them when I look by chance.'],
      ['My status in Teams is always "Away"', 'I sit at my desk and Teams says I am away. Colleagues no longer call me.'],
      ['Messages in the channel arrive twice', 'Every post in our channel appears twice for me, for others only once.'],
    ],
    beats: [
      say('Hello {me}, please sign out of Teams (picture, Sign out), close it in the taskbar and sign in again.'),
      add('It was fine for an hour, now it is the same.'),
      note('Cleared the Teams cache remotely. Focus assist was set to "alarms only".'),
    ],
    end: done('fixed', 'The local Teams data were damaged and Windows was set to show no notifications. Both are corrected.'),
  },
  {
    category: 'collaboration.sharepoint-onedrive',
    openings: [
      ['OneDrive shows a red cross and does not sync', 'The cloud has a red cross since {weekday}. I am afraid that my changes are not saved.'],
      ['OneDrive has been "processing changes" for days', 'It says "processing 14,302 changes" and the number hardly gets smaller.'],
      ['File shows an old version in OneDrive', 'On the laptop my presentation is from last week, in the browser it is from today. Which one is right?'],
    ],
    slots: { weekday: ['Monday', 'Tuesday', 'Thursday', 'Friday'] },
    beats: [
      ask('Please press the cloud and send me the message below "Sync issues". Do not unlink anything yet.', 'It says that a file name contains characters that are not allowed: "Offer 4:2.xlsx".'),
      say('That is it: the colon. Please rename the file, and it will continue by itself.'),
    ],
    end: done('userEducation', 'A file name with a colon blocked everything behind it. After renaming it, OneDrive is up to date.'),
  },
  {
    category: 'collaboration.sharepoint-onedrive', reach: 'team',
    openings: [
      ['Folder "{folder}" has disappeared from our team site', 'The whole folder {folder} is gone from our site. About 200 files. Nobody says they deleted it.'],
      ['All files of "{folder}" are missing', 'Since lunch the folder {folder} on our site cannot be found any more. We need it for a customer today.'],
    ],
    slots: { folder: ['Contracts 2026', 'Driver papers', 'Price lists', 'Month-end'] },
    beats: [
      say('Hello {me}, please do not upload anything for the moment. I am looking at the log of the site.'),
      note('Moved by drag and drop into a private channel’s folder, 14:12, by a team member. No bad intent.'),
    ],
    end: done('fixed', 'The folder had been moved by accident. It is back in its place with all permissions.'),
  },
  {
    category: 'collaboration.file-sharing',
    openings: [
      ['Customer cannot open the link I sent', 'I shared a folder with {customer}. They get "This link does not work for you".'],
      ['Shared folder asks {customer} for a code that does not come', 'I shared a folder with {customer}. They are asked for a code, and it never arrives.'],
    ],
    slots: { customer: ['Hansen Foods', 'Delta Parts', 'the customs office', 'our insurance broker'] },
    beats: [
      ask('To which address did you share it, and with which address does the customer sign in?', 'I see: I shared it with their info address, but he signs in with his own one.'),
      say('Then please share it again with his own address; the link works only for that one.'),
    ],
    end: done('userEducation', 'The file was shared with another address than the one the customer signs in with. Shared again, and it opens.'),
  },
  {
    category: 'collaboration.guest-access',
    openings: [
      ['Guest from {company} cannot sign in to our team', 'Our contact at {company} accepted the invitation, but is sent in circles when signing in.'],
      ['Guest does not see the files of the channel', 'Our guest from {company} sees the chat but no files.'],
    ],
    slots: { company: ['Delta Parts', 'Baltic Paper', 'Kowalski Transport', 'our tax adviser'] },
    beats: [
      note('Guest object exists twice with two addresses. Removed the old one and sent a new invitation.'),
      say('I have sent a fresh invitation. Please ask your guest to open it in a private browser window.'),
    ],
    end: done('fixed', 'An older invitation was in the way. The guest has signed in and sees everything.'),
  },
  {
    category: 'collaboration.telephony', reach: 'team', departments: ['Customer Service'],
    openings: [
      ['Callers hear the announcement twice on the hotline', 'Customers hear the greeting twice, then they are put through. Some hang up.'],
      ['Hotline rings only on two of our phones', 'The customer hotline rings only on two phones instead of all of ours. The others show "available".'],
      ['Call queue sends people straight to voicemail', 'Since noon callers go to voicemail at once although we are all free.'],
    ],
    beats: [
      say('I see it in the call log, {me}. I am comparing it with last week’s settings.'),
      note('Opening hours of the queue were overwritten during the holiday change.'),
      vendor('Telephony provider', 'TT-77310'),
    ],
    end: done('configurationChange', 'The settings of the queue were wrong since the last change. We corrected them and tested with ten calls.'),
    reopen: {
      reason: 'Since this morning it is the same as before.',
      end: done('restoredByVendor', 'The provider had played back an old configuration at night. They corrected it and locked it.'),
    },
  },
  {
    category: 'collaboration.teams-meetings', reach: 'team',
    openings: [['Shared screen is blurred for people online', 'When we share a plan in Teams, people online only see a blurred picture for half a minute. Happens to all of us since the update.']],
    beats: [note('Same as in three other tickets: client version from last week.'), waitForProblem('PRB-0151'), add('Is there news? We present to a customer on Thursday.')],
    end: done('resolvedByProblem', 'Microsoft has released a corrected Teams version. It was installed overnight on all laptops.'),
  },
];
