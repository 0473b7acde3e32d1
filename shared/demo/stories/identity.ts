import { add, ask, done, note, say, wait, waitForChange, type IncidentStory } from './story';

export const IDENTITY_STORIES: readonly IncidentStory[] = [
  {
    category: 'identity.password', work: 'stopped',
    openings: [
      ['Forgot my password after the vacation', 'Back from three weeks of vacation and I cannot remember my password. The reset page says I am not registered.'],
      ['Password reset page sends no code', 'I want to reset my password, but the code never arrives on my phone.'],
      ['New password works in Teams but not on the laptop', 'I changed my password at home. Teams is fine, but the laptop only accepts the old one.'],
    ],
    beats: [
      say('Hello {me}, I will call you in Teams on your phone in five minutes for a short identity check. Please have your badge ready.'),
      note('Identity checked by video and badge. Temporary pass issued, valid for one hour.'),
    ],
    end: done('fixed', 'A new password has been set, and your phone is registered, so that next time you can do it yourself.'),
  },
  {
    category: 'identity.mfa', work: 'stopped',
    openings: [
      ['New phone: Authenticator asks me to confirm on the old one', 'I have a new phone and the old one is already reset. I cannot confirm any sign-in.'],
      ['Authenticator shows no request', 'When I sign in, nothing arrives on my phone. I have waited for minutes.'],
      ['Cannot confirm sign-in, phone broke yesterday', 'My phone fell into the water yesterday and I cannot confirm sign-ins. I have mail only in the open Outlook.'],
    ],
    beats: [
      say('No problem, {me}. I need to check that it is you: I will call you in Teams with video now.'),
      note('Manager confirmed in writing, video check done. Old method removed, sessions ended.'),
    ],
    end: done('fixed', 'The old phone was removed and the new one registered. We also added the office number as a second method.'),
  },
  {
    category: 'identity.account-locked', work: 'stopped',
    openings: [
      ['Account locked every morning', 'Every morning my account is locked before I have even typed anything. It has to be unlocked each time.'],
      ['Locked out after three attempts', 'I typed my password wrongly three times and now nothing works.'],
      ['Account locked while I was in a meeting', 'I did not type anything. After the meeting I was locked out everywhere.'],
    ],
    beats: [
      say('I have unlocked your account, {me}. Let us find out what locks it: do you have a second device, such as a tablet, with company mail?'),
      add('Yes! An old tablet at home. I had forgotten about it.'),
      note('Lockouts come from a tablet, last sign-in with the password of August.'),
    ],
    end: done('userEducation', 'An old tablet kept trying the old password. It has been removed from the account.'),
  },
  {
    category: 'identity.permission-missing',
    openings: [
      ['No access to the {folder} folder', 'When I open {folder} I get "You do not have permission". My colleague in the same team can open it.'],
      ['Access denied in {system} since my move to the new team', 'Since I changed teams I cannot open {system} any more. I still have to finish two old cases.'],
      ['{system} opens, but all buttons are gray', 'I can sign in to {system} and read everything, but I cannot save.'],
    ],
    slots: { folder: ['Tenders', 'Customs archive', 'Price lists', 'Fleet'], system: ['the ERP', 'the CRM', 'transport management'] },
    beats: [
      ask('Who is your manager now, and until when do you need it?', 'My manager is in the directory, that is up to date. I need it until the end of the year.'),
      note('Role was removed by the mover rule. Re-added with an end date after the owner agreed.'),
    ],
    end: done('fixed', 'You have the access again. It ends on 31 December; ask for an extension a few days before.'),
  },
  {
    category: 'identity.group-membership', work: 'fine',
    openings: [
      ['Please remove me from group {group}', 'I get all alerts of {group} although I left that project a year ago.'],
      ['Member of the wrong department group', 'The directory shows me in the group {group}. So I get the wrong newsletter and the wrong printer list.'],
    ],
    slots: { group: ['PRJ-Hall4', 'DEP-Dispatch', 'APP-Fleet-Readers', 'DEP-Sales-North'] },
    beats: [say('Thanks for telling us, {me}. Fewer rights are always a good wish.')],
    end: done('fixed', 'Removed from the group. It takes effect at the next sign-in.'),
  },
  {
    category: 'identity.single-sign-on', reach: 'team',
    openings: [
      ['{system} asks for a password again and again', 'Until last week {system} opened without a password. Now it asks each of us several times a day.'],
      ['Sign-in to {system} ends in a loop', 'I press "Sign in with company account" in {system}, see the Microsoft page flash, and am back where I was.'],
    ],
    slots: { system: ['the travel portal', 'the HR system', 'the learning platform', 'the freight exchange'] },
    beats: [
      note('Signing certificate on the vendor’s side was renewed; our copy is the old one.'),
      waitForChange('CHG-2304'),
      say('The certificate will be exchanged this evening at 18:30. Afterward please close the browser once.'),
    ],
    end: done('resolvedByChange', 'The certificate between us and the vendor was exchanged. Sign-in works without a password again.'),
  },
  {
    category: 'identity.privileged-access', departments: ['IT'],
    openings: [
      ['Elevated role does not activate', 'I activate the role {role} for a planned change; after ten minutes it still says pending.'],
      ['Activation of {role} has been waiting for an hour', 'I need {role} for a change tonight. Nobody approves the activation.'],
    ],
    slots: { role: ['SharePoint Administrator', 'Exchange Administrator', 'Intune Administrator'] },
    beats: [note('Approval was waiting with somebody on leave. Added the deputy as a second approver.'), wait('Deputy rule is being confirmed by the security officer')],
    end: done('configurationChange', 'The deputy can approve now as well. Activation takes two minutes again.'),
  },
  {
    category: 'identity.account-locked', work: 'stopped', site: 'Rotterdam', departments: ['Operations'],
    openings: [['Scanner login of the night shift is locked', 'Our shared scanner login was locked after somebody typed the PIN wrongly. Two of us cannot pick.']],
    beats: [say('Unlocked, please try again.'), note('Shared login should go; proposed badge sign-in for handhelds to the owner.')],
    end: done('fixed', 'The login is unlocked. We are looking into signing in with the badge instead.'),
  },
];
