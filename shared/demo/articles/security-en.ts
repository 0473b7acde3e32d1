import type { DemoArticle } from './article-type';

const base = { language: 'en', audience: 'everyone', ownerKey: 'ingrid.solberg' } as const;

export const SECURITY_ARTICLES: readonly DemoArticle[] = [
  {
    ...base,
    key: 'lost-device',
    title: 'Lost or stolen laptop or phone: first steps',
    categoryKey: 'security.lost-device',
    keywords: 'lost, stolen, laptop, phone, theft, wipe, police, train',
    body: `Tell us at once, also at night and on weekends, also if you think you may find it again. The first hour counts. Nobody will blame you for reporting it; please never wait until Monday.

**Within the first hour**

1. Write **lost device** to the helpdesk bot, from any phone or computer, or ask a colleague to do so. The report is visible to the security team only.
2. Say which device it is, when and where you last had it, and whether it was switched on or locked.
3. If you can sign in somewhere else, change your password at https://aka.ms/sspr.

**What we do**

- We end all sessions of your account and remove the lost phone as a way to confirm sign-ins.
- We lock the device, or erase it as soon as it is online. Your files are in OneDrive and stay there.
- We have the SIM card blocked.

**What you do next**

- **Stolen:** report it to the police and ask for the reference number. The insurance needs it.
- **Lost:** call the lost-property office of the railway, airline, taxi company or hotel.
- Tell your manager.
- Think about what was on the device or on paper beside it: customer data, contracts, access cards. Tell us, because some losses have to be reported to the authorities within 72 hours.

**A replacement**

We lend you a laptop, usually on the same working day. You do not need to order anything; the security team arranges it with you.

If the device turns up again, do not switch it on. Bring it to us first.`,
  },
  {
    ...base,
    key: 'report-phishing',
    title: 'Report a phishing message',
    categoryKey: 'security.phishing',
    keywords: 'phishing, suspicious mail, fake, scam, link, attachment, report, invoice, ceo',
    body: `Phishing messages look like mail from a bank, a parcel service, Microsoft or your own boss. They want you to open a link, enter your password, open a file or pay something quickly.

**How to recognize one**

- It is urgent: an account will be closed, a payment is overdue, the boss needs a favor.
- The sender's name is familiar, but the address behind it is not. Point at the name to see the address.
- The link leads somewhere else than it says. Point at it without clicking.
- It asks for a password, a code or a change of bank details.

**Report it**

1. Do not click, answer or forward it.
2. In Outlook, select the message, press **Report** and choose **Report phishing**. On the phone: three dots, **Report junk**, **Phishing**.
3. The message disappears from your inbox and the security team receives it.

A suspicious Teams message, text message or call? Write to the helpdesk bot and choose **security concern**. Only the security team sees it.

**You clicked, or entered something?**

That happens to experts too. Be quick:

1. Change your password at https://aka.ms/sspr.
2. Tell the helpdesk bot at once what you clicked and what you entered.
3. Leave the laptop switched on, but disconnect it from the network: switch off Wi-Fi and pull the cable.
4. If it was about money, call your bank contact in Finance as well.

We check your account, end open sessions and look for the same message in other inboxes.

Not sure? Report it anyway. Ten false alarms are better than one missed attack.`,
  },
];
