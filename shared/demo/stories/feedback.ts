import { add, ask, done, note, say, wait, type IncidentStory } from './story';

export const FEEDBACK_STORIES: readonly IncidentStory[] = [
  {
    category: 'feedback.how-to', work: 'fine',
    openings: [
      ['How do I schedule a mail for tomorrow morning?', 'I write mails in the evening but do not want people to get them at night. Is there a way?'],
      ['How can I see who has read my channel post?', 'Is there a way to see who has read an announcement in a channel?'],
      ['How do I book a room together with a meeting?', 'I always forget the room. Can I do both in one step?'],
      ['How do I get my old chats on the new laptop?', 'I got a new laptop. Do I have to copy my Teams chats?'],
    ],
    beats: [say('Hello {me}, gladly. I am sending you the steps with pictures. If it does not work, I can also show you on your screen.'), add('That was easy. Thank you!')],
    end: done('userEducation', 'Explained step by step, and the requester has tried it with success.'),
  },
  {
    category: 'feedback.complaint', work: 'fine',
    openings: [
      ['Waiting for an answer for a week', 'I wrote about my monitor a week ago and nobody has answered. That is not good enough.'],
      ['Ticket was closed although nothing works', 'My last ticket was closed without anybody asking me. The problem is still there.'],
    ],
    beats: [
      say('Dear {me}, you are right, and I am sorry. Your ticket was handed over twice and lay with nobody. I am taking care of it personally.'),
      note('Went through the history: lost between two groups. Discussed in the lead round, rule for handovers agreed.'),
    ],
    end: done('fixed', 'The matter behind the complaint is solved. Handovers between groups now need a named person.'),
  },
  {
    category: 'feedback.suggestion', work: 'fine',
    openings: [
      ['Suggestion: reminder before access expires', 'It would be great to be reminded a week before an access expires, not on the day itself.'],
      ['Idea: loaner headsets at the reception', 'Could the reception keep two headsets for people who forgot theirs?'],
      ['Suggestion: printer names on the floor plan', 'A floor plan with printer names would help visitors from other sites.'],
    ],
    beats: [say('Thank you {me}, that is a good idea. I will take it to our round on Thursday.'), wait('To be decided in the monthly round of the leads')],
    end: done('delivered', 'The leads liked it. It will be done within the next month, and you will be told.'),
  },
  {
    category: 'feedback.other', work: 'fine',
    openings: [
      ['Found a USB stick in the parking lot', 'I found a USB stick in the parking lot. I did not plug it in. Where should I take it?'],
      ['Somebody left a tablet in the canteen', 'There is a company tablet in the canteen since this morning. Nobody seems to miss it.'],
    ],
    beats: [ask('Could you bring it to the IT desk, or leave it at the reception with a note?', 'It is at the reception now.'), note('Collected and handed to Security.')],
    end: done('fixed', 'It has been collected and is in safe hands. Thank you for being careful.'),
  },
  {
    category: 'identity.permission-missing', misfiled: { category: 'feedback.other', reason: 'Permission question, belongs to Identity & Access' },
    openings: [
      ['Not sure who can help: cannot approve invoices any more', 'Since the reorganization I can no longer approve invoices of my team. I do not know whom to ask.'],
      ['Deputy cannot approve while I am away', 'I will be away next week, and my deputy does not see the approve button.'],
    ],
    departments: ['Sales', 'Operations', 'Customer Service', 'Management', 'Finance'],
    beats: [note('Role is tied to the old cost center. New one requested, control owner agreed.'), say('You have the role for your new cost center, {me}. Please sign out and in again.')],
    end: done('fixed', 'The role was tied to the old cost center and has been moved to the new one.'),
  },
];
