import { add, ask, done, note, say, wait, type IncidentStory } from './story';

/** What concerns a person or an attack is restricted: only the security team and the requester see it. */
export const SECURITY_STORIES: readonly IncidentStory[] = [
  {
    category: 'security.phishing', isRestricted: true, work: 'stopped',
    openings: [
      ['I clicked a link in a fake parcel mail', 'I expected a parcel and clicked the link. It asked for my company password, and I typed it before I noticed the odd address.'],
      ['Entered my password on a page that looked like Microsoft', 'A mail said my mailbox would be closed. I signed in on the page behind it. Now I think it was fake.'],
    ],
    beats: [
      say('Thank you for telling us so quickly, {me}, that helps a lot. Please change your password at https://aka.ms/sspr now and leave the laptop on, but disconnected from the network.'),
      add('Password changed, Wi-Fi is off.'),
      note('Two sign-in attempts from abroad, both stopped by the second factor. All sessions ended, no mail rules created, no data read.'),
      note('Same message found in 23 inboxes and removed. Sender blocked.'),
    ],
    end: done('fixed', 'Somebody tried to use the password, but did not get in. Everything is secured, you can work as usual. You did exactly the right thing.'),
  },
  {
    category: 'security.phishing',
    openings: [
      ['Suspicious invoice from {sender}', 'I got an invoice from {sender} with a new bank account. The address looks odd. I did not open the attachment.'],
      ['Mail from the CEO asking for gift cards', 'Supposedly our CEO asks me to buy gift cards quickly and not to tell anybody. Surely fake?'],
      ['Strange Teams message from outside with a file', 'Somebody I do not know sends me a "salary list" in Teams. I have not opened it.'],
    ],
    slots: { sender: ['Hansen Foods', 'North Sea Lines', 'a carrier we know', 'our cleaning company'] },
    beats: [
      say('Well spotted, {me}: that is a fraud attempt. You did right not to open it; please just delete it.'),
      note('Added sender and link to the block list, removed from 11 other inboxes.'),
    ],
    end: done('fixed', 'It was a fraud attempt. The sender is blocked and the message has been removed everywhere.'),
  },
  {
    category: 'security.lost-device', isRestricted: true, work: 'stopped',
    openings: [
      ['Laptop bag left on the train', 'I left my bag with the laptop {asset} on the train from Berlin to Hamburg, arrival 18:21. It was switched off.'],
      ['Laptop stolen from the car', 'My car was broken into last night and the laptop {asset} is gone. It was in the trunk, in sleep mode.'],
      ['Work phone lost at the trade fair', 'My phone is gone since the fair in Rotterdam yesterday. It has a PIN.'],
    ],
    beats: [
      say('Thank you for reporting it at once, {me}. I have ended all sessions and locked the device. Was there anything on paper with it?'),
      add('Only my notebook, nothing confidential. But my badge is gone too.'),
      note('Device encrypted, last online before the loss. Wipe is queued. Badge blocked.'),
      ask('Please report it to the police or the lost-property office and send me the reference number.', 'Done, the reference is 2026/118-4471.'),
    ],
    end: done('replaced', 'The device is locked and will erase itself when it goes online. You have a replacement and a new badge. No report to the authorities was needed, because the disk is encrypted.'),
  },
  {
    category: 'security.data-leak', isRestricted: true, work: 'stopped',
    openings: [
      ['Mail with customer list sent to the wrong person', 'I sent a list with 40 customer contacts to the wrong recipient: same first name, other company. Ten minutes ago.'],
      ['Offer for one customer sent to another one', 'I attached the offer for one customer to a mail to another. Prices and contact persons are in it.'],
    ],
    departments: ['Sales', 'Finance', 'People'],
    beats: [
      say('Thank you, {me}. Reporting it at once was right. Please write nothing more to the recipient; we do that together with data protection.'),
      note('Recipient confirmed in writing that the mail was deleted unread. Data protection officer informed, documented, no duty to report.'),
      wait('Data protection officer is assessing whether it has to be reported (72-hour limit noted)'),
    ],
    end: done('fixed', 'The data were deleted at the recipient’s, confirmed in writing. The case is documented. We switched on the warning for external recipients for you.'),
  },
  {
    category: 'security.suspicious-sign-in', isRestricted: true, work: 'stopped',
    openings: [
      ['Authenticator asks me to confirm, but I did not sign in', 'Since this morning my phone has asked me four times to confirm a sign-in. It was not me. I pressed No.'],
      ['Mail says that I signed in from {country}', 'I got a message about a sign-in from {country}. I have never been there.'],
    ],
    slots: { country: ['Brazil', 'Vietnam', 'Nigeria', 'the United States'] },
    beats: [
      say('Thank you for telling us at once, {me}. Please set a new password at https://aka.ms/sspr now. I am looking at the sign-in log.'),
      note('Password was in a leak of another website. Attempts from three addresses, none successful.'),
      add('New password is set. I used the old one in a web shop as well, sorry.'),
    ],
    end: done('fixed', 'Nobody got in. The old password had leaked from another website, so please use each password only once.'),
  },
  {
    category: 'security.malware', reach: 'me', work: 'stopped',
    openings: [
      ['Virus warning after opening an attachment', 'After opening an attachment a window says that a threat was found. I pulled the network cable.'],
      ['Full-screen warning with a telephone number', 'A red page fills my screen, beeps, and says that I must call Microsoft. I cannot close it.'],
    ],
    beats: [
      say('Thank you for telling us at once, {me}. Please leave the laptop as it is and do not call any number on the screen. I will be with you in a moment.'),
      note('Defender blocked and removed the file. Full scan clean. Browser notification spam removed.'),
    ],
    end: done('fixed', 'The threat was blocked before it could start. A full scan found nothing else. You can work as usual.'),
  },
  {
    category: 'security.policy-question', work: 'fine',
    openings: [
      ['May I use {tool} for customer texts?', 'I would like to have mails to customers improved by {tool}. Is this allowed?'],
      ['Is a private USB stick allowed for a presentation?', 'A customer wants to give me their presentation on a USB stick. May I plug it in?'],
      ['Working from {place} for two weeks: what about my laptop?', 'I would like to work from {place} for two weeks. May I take the laptop along?'],
    ],
    slots: { tool: ['a free AI tool', 'an online translator', 'a browser extension'], place: ['Turkey', 'Canada', 'Switzerland'] },
    beats: [say('Good question, {me}, and thank you for asking first. I am sending you the rule and what you can use instead.')],
    end: done('userEducation', 'Answered with the rule that applies and the approved alternative. If anything is unclear, just ask again.'),
  },
  {
    category: 'security.vulnerability', departments: ['IT'], reach: 'site', work: 'fine',
    openings: [
      ['Scanner found an outdated library on {server}', 'The monthly scan reports a critical finding on {server}: outdated TLS library. Not reachable from the internet.'],
    ],
    slots: { server: ['nw-app-03', 'nw-app-07', 'nw-web-02'] },
    beats: [note('Vendor confirms the patch runs with our version. Planned for the next window.'), ask('Can the service be restarted on Thursday at 19:00?', 'Yes, Thursday at 19:00 is fine.')],
    end: done('fixed', 'Patched and restarted on Thursday. The follow-up scan is clean.'),
  },
];
