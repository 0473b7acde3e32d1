import type { DemoArticle } from './article-type';

const base = { language: 'en', audience: 'everyone', ownerKey: 'carol.jansen' } as const;

export const COMPANY_ARTICLES: readonly DemoArticle[] = [
  {
    ...base,
    key: 'first-day',
    title: 'New starter: your first day checklist',
    categoryKey: 'feedback.how-to',
    keywords: 'new, starter, first day, onboarding, checklist, welcome, account, laptop, badge',
    body: `Welcome! With this list your laptop, phone and account are ready before lunch.

**When you arrive**

1. Collect your badge at the reception and your laptop at the IT desk.
2. You get a sheet with your user name and a **temporary access pass**. It works for one hour and replaces the password until you have set one.

**Sign in: about 20 minutes**

1. Connect the laptop to power, choose the wireless network **Nordwind** and sign in with the pass.
2. Set up how you confirm sign-ins: see "Set up or change how you confirm sign-ins (MFA)".
3. Choose a password at https://myaccount.microsoft.com.
4. Restart once, so that all settings arrive.

**Make yourself at home**

- Open **Teams** and **Outlook**. Your team's channels and calendar are already there.
- Press the blue cloud to see that **OneDrive** syncs. Save everything there; the disk of the laptop is not backed up.
- Open the **Company Portal** and install what you need.
- Print a test page with **FollowMe** and your badge.
- Add mail to your phone if you like: see "Set up company mail on your phone".

**In the first week**

- Do the security training. The invitation is in your inbox; it takes 30 minutes.
- Check that you can open the systems you need. Something missing? Order **Access to an application**, and name a colleague with the same work.
- Learn what a suspicious mail looks like: see "Report a phishing message".

**Questions?**

Write to the helpdesk bot in Teams in your own words, in English or German. No question is too small. Your manager gets a short list too, and we ask you on the first day whether everything works.`,
  },
  {
    ...base,
    key: 'how-helpdesk-works',
    title: 'How the helpdesk works: priorities, response times, how to escalate',
    categoryKey: 'feedback.how-to',
    keywords: 'helpdesk, priority, response time, sla, escalate, contact, opening hours, status, reopen',
    body: `**How to reach us**

Write to the bot in Teams, in your own words. You see at once whether an article helps, or you get a ticket with one press. We work Monday to Friday, 8:00 to 18:00 Hamburg time, except on public holidays. For outages and security, somebody is on call around the clock.

**What we ask, and why**

Two questions decide how urgent it is: *How many people are affected?* and *Can you work?* Please answer honestly; it keeps the queue fair.

- **P1**, many people, nobody can work: first answer in 15 minutes, solved in 4 hours, day and night.
- **P2**, a team cannot work, or many work with difficulty: answer in 30 minutes, solved in 8 working hours.
- **P3**, you cannot work, or a team works with difficulty: answer in 4 working hours, solved in 3 working days.
- **P4**, everything else: answer in 8 working hours, solved in 5 working days.

Orders have their own times, shown in the catalog.

**What happens to your ticket**

- You see who has it, until when, and what they are doing.
- If we ask you something, the clock waits for your answer.
- When it is solved, you get a card: **It works**, or **Reopen**. Without an answer the ticket closes after five days.
- Please rate it. We read every comment.

**If it takes too long**

1. Write in the ticket what has changed, for example that you now cannot work at all. We look at the priority again.
2. Still nothing? Ask for the lead of the group in the ticket. Every group has one.
3. You are unhappy with the answer: write **complaint** to the bot. It goes to Carol Jansen, who leads the Service Desk, and you get an answer within one working day.

**Security**

Lost devices, phishing and strange sign-ins: write **security concern**. Only the security team sees it.`,
  },
];
