import { add, ask, done, note, say, vendor, type IncidentStory } from './story';

export const MAIL_STORIES: readonly IncidentStory[] = [
  {
    category: 'email.mailbox',
    openings: [
      ['Outlook keeps asking for my password', 'A window asks for my password every few minutes. I enter it and it comes back.'],
      ['Outlook hangs at "Loading profile"', 'Outlook does not get past "Loading profile". I use it in the browser for now.'],
      ['Outlook search finds only old mails', 'If I search for a mail from last week, Outlook finds nothing. In the browser it does.'],
    ],
    beats: [
      say('Hello {me}, your mail is safe on the server. I will clear the saved sign-ins on your laptop; Outlook will close for a moment. Is now a good time?'),
      add('Yes, go ahead.'),
      note('Removed stale tokens, recreated the Outlook profile.'),
    ],
    end: done('fixed', 'Outlook was using an old saved sign-in. We removed it and built a new profile.'),
    reopen: {
      reason: 'After the restart it is the same again.',
      end: done('fixed', 'A second account in Windows still had the old password. It has been removed, and three restarts later everything is quiet.'),
    },
  },
  {
    category: 'email.mailbox', work: 'fine',
    openings: [
      ['Mailbox is almost full', 'I get a warning every day that my mailbox is almost full. What can I delete without breaking any rules?'],
      ['Archive folder has disappeared from Outlook', 'The folder "Online Archive" is no longer on the left. I need old mails from a customer.'],
    ],
    beats: [say('Hi {me}, the article "Mailbox is full: archive and clean up" shows the quickest way. I have also switched on the online archive for you; it appears within an hour.')],
    end: done('userEducation', 'The archive is switched on. Mail older than two years moves there by itself.'),
  },
  {
    category: 'email.shared-mailbox', reach: 'team',
    openings: [
      ['Cannot send from {address}', 'I can read {address}, but when I answer it says that I am not allowed to send on behalf of it.'],
      ['Shared mailbox {address} has vanished from Outlook', 'Since today {address} is missing for our whole team. Mails from customers are waiting in there.'],
    ],
    slots: { address: ['claims@nordwind.example', 'dispatch@nordwind.example', 'rates@nordwind.example', 'customs@nordwind.example'] },
    beats: [
      note('Permission was lost when the owner left; group behind it had no owner and was cleaned up. Restored the group.'),
      say('The permission is back, {me}. It can take up to an hour until Outlook notices; restarting Outlook helps.'),
    ],
    end: done('fixed', 'The group behind the mailbox had been removed by mistake. It is restored and has two owners now.'),
  },
  {
    category: 'email.distribution-list', work: 'fine',
    openings: [
      ['New colleague does not get mails to {list}', 'Our new colleague is in the team, but mails to {list} do not reach them.'],
      ['Former colleague still on {list}', 'Somebody who left in summer is still a member of {list}. We get a bounce with every mail.'],
    ],
    slots: { list: ['all-hamburg', 'team-leads', 'night-shift', 'sales-europe'] },
    beats: [say('Hello {me}, the list is filled from the HR system once a night. I will check why it missed this one.')],
    end: done('fixed', 'The entry was corrected. The list was updated, you can send to it right away.'),
  },
  {
    category: 'email.calendar',
    openings: [
      ['Meetings appear one hour too late in my calendar', 'Since the clock change, all meetings from our London office are one hour late in my calendar.'],
      ['All-day events cover two days in my calendar', 'Since my last trip, birthdays and holidays cover two days instead of one.'],
    ],
    beats: [
      ask('Could you send me a screenshot of one such meeting, with the time zone shown?', 'Attached to my last mail to you. It says UTC instead of Amsterdam.'),
      note('Calendar setting was wrong on the mailbox side, not in the invitation.'),
    ],
    end: done('configurationChange', 'The setting of the calendar was wrong and has been corrected. New meetings show up as they should.'),
  },
  {
    category: 'email.spam',
    openings: [
      ['Mails from {customer} land in Junk', 'Orders from {customer} go to Junk although I mark them as safe every time.'],
      ['Order confirmations from {customer} are held back every day', 'Every morning I have to release the confirmations from {customer} from the quarantine.'],
    ],
    slots: { customer: ['Hansen Foods', 'Delta Parts', 'Van Rijn Flowers', 'Baltic Paper'] },
    beats: [
      note('Sender domain has no valid signature (DKIM fails since they moved their mail).'),
      vendor('Postmaster of the sender', 'mail of this morning'),
      say('Their mail server signs messages wrongly since a move. I wrote to their postmaster and put them on our list of exceptions until it is corrected.'),
    ],
    end: done('configurationChange', 'Their mail is let through for the next 30 days, and the sender was told what to correct.'),
  },
  {
    category: 'email.spam', work: 'fine',
    openings: [['Flood of newsletters since the trade fair', 'Since the trade fair I get about 80 newsletters a day. Unsubscribing makes it worse.']],
    beats: [say('Hi {me}, please do not unsubscribe from senders you do not know; that confirms your address. I am blocking the worst of them for everybody.')],
    end: done('configurationChange', 'Eleven senders are blocked for the whole company. For the rest, "Sweep" in Outlook on the web helps with one press.'),
  },
  {
    category: 'email.calendar', work: 'fine',
    openings: [
      ['I cannot see the details of my manager’s calendar', 'I only see "busy". I need the details to plan visits.'],
      ['Colleague cannot accept invitations for me', 'My deputy should accept invitations while I am away, but the buttons are gray.'],
    ],
    beats: [say('Hello {me}, only the owner of a calendar can give that right. I am sending you both the three steps.'), add('Done, and it works. Thanks!')],
    end: done('userEducation', 'The owner has shared the calendar with the right permission: File, Account Settings, Delegate Access.'),
  },
  {
    category: 'email.mobile-mail',
    openings: [
      ['No new mail on my phone since the password change', 'I changed my password on Monday. Since then the Outlook app on my phone shows no new mail.'],
      ['Outlook app says my device does not meet the rules', 'The app tells me that my phone is not compliant. It is a company phone!'],
      ['Calendar on the phone shows meetings that were canceled', 'I drove to a meeting that had been canceled. On the laptop it was gone, on the phone it was not.'],
    ],
    beats: [
      say('Hi {me}, please remove the account in the app under Settings and add it again. Nothing is lost, everything is on the server.'),
      add('Did that. It asks me to update the phone first.'),
      say('Good, that is the reason. After the update it will work.'),
    ],
    end: done('userEducation', 'The phone had an old system version. After the update, mail and calendar are up to date.'),
  },
  {
    category: 'email.mailbox', departments: ['Management', 'Sales'], override: { priority: 'P2', reason: 'Offer deadline of a key account today at 16:00' },
    openings: [['Large mail to a customer is stuck in the outbox', 'A mail with the tender for a big customer has been in my outbox since this morning. The deadline is today at four.']],
    beats: [
      say('Hello {me}, the attachment is 48 MB, the limit is 35. Please put the file into OneDrive and send the link; I will stay with you until it is out.'),
      add('Sent as a link. Customer confirmed. Phew!'),
    ],
    end: done('workaround', 'The attachment was too large. It was sent as a link, and the customer has confirmed it.'),
  },
];
