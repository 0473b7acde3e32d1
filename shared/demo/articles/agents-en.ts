import type { DemoArticle } from './article-type';

const base = { language: 'en', audience: 'agents', ownerKey: 'carol.jansen' } as const;

/** For those who handle tickets; employees never see them. */
export const AGENT_ARTICLES: readonly DemoArticle[] = [
  {
    ...base,
    key: 'verify-identity',
    title: 'Identity check before a reset',
    categoryKey: 'identity.password',
    keywords: 'identity, verification, script, password reset, mfa reset, caller, social engineering',
    ownerKey: 'nadia.haddad',
    body: `Before you reset a password, remove a sign-in method or read out a recovery key, be sure who is asking. Attackers call helpdesks because it works. A friendly, firm check protects the caller as well.

**Accept one of these**

1. **Video call in Teams.** Call the person from the directory, never from a number they give you. Compare the face with the directory picture or the badge held to the camera.
2. **Manager confirms.** Message the manager yourself, taken from the directory. Wait for the answer in writing. A manager cannot confirm their own reset.
3. **At the desk.** Badge with picture, or official identity card.

**Never accept**

- date of birth, staff number, site or manager's name: all of this can be found out
- a code sent to a phone number that was changed today
- pressure: "the board meeting starts in five minutes" is a reason to be slower

**Privileged accounts and VIPs** need two of the three, and Identity & Access does the reset.

**Then**

1. Reset, or issue a temporary access pass valid for one hour. Never choose a password for somebody.
2. End all sessions if a device was lost, or if anything feels odd.
3. Note in the ticket which check you used and who confirmed. Do not paste pictures of identity cards.

**If the check fails**

Say: "I cannot do this today, I will call your manager." Do not say which part failed. Open a restricted ticket for Security with the time, the number and the wording, and mention it to your lead. Do not feel bad if it turns out to be real: you did the right thing.`,
  },
  {
    ...base,
    key: 'major-incident',
    title: 'Major incident runbook',
    categoryKey: 'server.down',
    keywords: 'major incident, outage, p1, runbook, communication, bridge, timeline',
    body: `**When to start it**: a P1; a whole site or more than 50 people cannot work; a business system is down; or you have the feeling that the phone will not stop ringing. Starting once too often is fine.

**First 5 minutes: whoever notices it**

1. Choose one ticket as the main one. Say so in an internal note.
2. Call the lead of the group that owns the service. No answer in five minutes: call their deputy, then Carol Jansen.
3. Do not restart anything yet. The state of the system is evidence.

**First 15 minutes: the lead**

1. Open a Teams meeting and post the link in the main ticket. Roles: one person leads, one fixes, one writes. Nobody does two of them.
2. First message to the people affected: what does not work, for whom, since when, when the next news comes. Write no cause you only suspect.
3. Link new reports to the main ticket as duplicates, so that all of them are told.

**Until it is over**

- News every 30 minutes, also if there is none.
- Write down every step with its time in the main ticket: what, who, result.
- Prefer the quick, safe way back (fail over, roll back) to finding the cause.
- Ask the vendor early. Note their reference.
- After two hours, or at 18:00, plan the handover.

**When it works again**

1. Let two people affected confirm it before you say so.
2. Resolve the main ticket with notes that an employee understands.
3. Last message: works again since, what to do if not.

**Within five working days**: review without blame. Timeline, cause, what went well, what to change, with a name and a date. Open a problem if the cause is not removed.`,
  },
  {
    ...base,
    key: 'remote-support',
    title: 'Remote support: ask first, then help',
    categoryKey: 'feedback.how-to',
    keywords: 'remote support, screen sharing, consent, control, quick assist, privacy',
    body: `A look at the screen often saves an hour of questions. It is also a look into somebody's work, so these rules hold for everybody, at every site. They are agreed with the works council.

**Before**

1. Ask in the ticket or on the phone, and wait for a yes. Silence is no consent.
2. Say what you will look at and how long it will take.
3. Ask the person to close mail, chats and everything confidential.

**Connect**

- Use a Teams call with screen sharing. That is enough for most cases, and the person keeps the mouse.
- If you have to take control, let the person press **Give control**. Show them the button **Take back** in the same bar first, so they can end it at any time.
- For what needs administrator rights, use the support tool from the Company Portal. It asks for consent on the screen and writes a log.

**While connected**

- Say what you are doing. Open only what is needed for the problem.
- Never read mail, chats or private files. If you see something by chance, keep it to yourself. Evidence of a crime goes to Security, nowhere else.
- Do not ask for the password. Let the person type it, and look away: say so.
- Do not record. If a recording is needed for the vendor, ask again, and say who will see it.

**After**

1. Disconnect, and say so.
2. Note in the ticket: consent given at what time, what you changed, how to undo it.
3. Remove tools, temporary accounts and files that you copied.

**Nobody at the device?** Connect only to shared devices such as room panels and handheld scanners, never to a personal laptop, even if it is unlocked.`,
  },
];
