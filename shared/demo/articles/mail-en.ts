import type { DemoArticle } from './article-type';

const base = { language: 'en', audience: 'everyone', ownerKey: 'tim.albers' } as const;

export const MAIL_ARTICLES: readonly DemoArticle[] = [
  {
    ...base,
    key: 'phone-mail',
    title: 'Set up company mail on your phone',
    categoryKey: 'email.mobile-mail',
    keywords: 'phone, mail, outlook app, iphone, android, mobile, company portal, calendar',
    body: `Use the **Outlook** app. Other mail apps, such as the one that comes with the phone, cannot connect, because they do not protect company data well enough.

**On a company phone**

1. Outlook is installed already. If not, get it from the **Company Portal** app.
2. Open it, enter your company e-mail address and press **Add account**.
3. Sign in and confirm in the Authenticator app.
4. Allow notifications if you want to see new mail at once.

**On your private phone**

This is allowed, and voluntary. The app keeps company mail in a separate, encrypted area. We cannot see your photos, messages or location.

1. Install **Outlook** from the App Store or Google Play. On Android, also install **Company Portal**; you need not sign in there.
2. Add your account as above.
3. Set a PIN for the app when asked.

**Good to know**

- Calendar and contacts are in the same app, at the bottom of the screen.
- Under **Settings, Notifications** you can switch off mail after work. Please do.
- If you lose the phone, or leave the company, only the company area is erased.

**If no mail arrives**

1. Check that the phone is online and that the date and time are set automatically.
2. Did you change your password? Open Outlook; it asks for the new one.
3. Remove the account under **Settings, your account, Delete account**, and add it again. Nothing is lost: everything is on the server.

Does it say that the device does not meet the rules? Install the latest system update and set a screen lock, then try again.`,
  },
  {
    ...base,
    key: 'outlook-password',
    title: 'Outlook does not open or keeps asking for a password',
    categoryKey: 'email.mailbox',
    keywords: 'outlook, does not start, password, keeps asking, safe mode, add-in, profile, crash',
    body: `Your mail is safe: it is on the server, and you can read it at https://outlook.office.com at any time. Start there if you are in a hurry, and repair Outlook later.

**Outlook keeps asking for a password**

1. Press **Cancel** in the password window and close Outlook.
2. Sign in at https://outlook.office.com. If this fails too, your password is the problem: see "Reset your own password".
3. Search for **Credential Manager** in the Start menu, open **Windows Credentials**, and remove all entries that begin with **MicrosoftOffice** or contain your address.
4. Restart the laptop and open Outlook.

**Outlook does not open or hangs at the start**

1. Open the Task Manager with **Ctrl + Shift + Esc**, select Outlook and press **End task**.
2. Press **Windows + R**, type \`outlook.exe /safe\` and press Enter.
3. If it opens now, an add-in is to blame. Choose **File, Options, Add-ins**, then **Go** beside COM Add-ins, remove all ticks and restart Outlook. Switch the add-ins on again one by one.
4. If it does not open, repair Office: **Settings, Apps, Installed apps, Microsoft 365, Modify, Quick Repair**.

**Still no luck**

A new profile helps in most cases: open **Control Panel, Mail, Show Profiles, Add**, choose a name, enter your address, and set the new profile as the default. Signatures stay; only the view settings have to be set again.

Write to us if that does not help either, and tell us at which step you are.`,
  },
  {
    ...base,
    key: 'mailbox-full',
    title: 'Mailbox is full: archive and clean up',
    categoryKey: 'email.mailbox',
    keywords: 'mailbox full, quota, archive, clean up, large attachments, storage, delete',
    body: `When your mailbox is full you can still read, but not send. Ten minutes of cleaning up usually make enough room for a year.

**See how full it is**

In Outlook, choose **File**. Under **Mailbox Settings** you see how much space is left. On the web: **Settings, General, Storage**.

**Make room quickly**

1. Right-click **Deleted Items** and choose **Empty Folder**. Do the same with **Junk Email**.
2. Sort the inbox by size: **Filter, Sort, Size**. Save large attachments to OneDrive or to the team's site, then delete the mails.
3. Look into **Sent Items** in the same way. Forwarded attachments are often there twice.
4. Empty **Deleted Items** once more.

**Let Outlook do it in future**

- **Archive:** every mailbox has an online archive with its own space. It appears as **Online Archive** below your folders. Mail older than two years moves there by itself; you can also drag folders into it. Search finds both.
- **Newsletters:** select one, press **Sweep** on the web, and choose to keep only the latest.
- **Links instead of attachments:** share the file from OneDrive. It takes no space, and everybody sees the latest version.

**Please keep in mind**

Invoices, contracts and customs papers have to be kept for years. They belong into the document archive, not into your mailbox. Move them there before you delete.

Is the archive missing, or is the mailbox full again within a month? Write to us. Sometimes a rule or a device creates copies.`,
  },
  {
    ...base,
    key: 'shared-mailbox',
    title: 'Ask for and use a shared mailbox',
    categoryKey: 'email.shared-mailbox',
    keywords: 'shared mailbox, team mailbox, info address, send as, members, order',
    body: `A shared mailbox is one address for a team, such as claims@nordwind.example. Everybody sees the same mail, and answers come from the team's address. It has no password of its own: you open it with your account.

**Is it the right thing?**

- The team answers customers together: **shared mailbox**.
- You only want to inform a group: **distribution list**.
- You work on files together: a **team** in Teams.

**Order it**

Order **Shared mailbox or distribution list**. Name at least one owner, who later decides on members, and say whether members may send as this address. It is ready one working day after your manager has approved.

**Open it**

In Outlook it appears by itself, below your own mailbox, within an hour after you were added. Restart Outlook if it does not. On the web, right-click **Folders** and choose **Add shared folder or mailbox**. On the phone, press your picture, the envelope with the plus, and **Add shared mailbox**.

**Send from it**

1. Write a new mail and choose **Options, From**.
2. Press **From, Other email address** and type the shared address.
3. Next time it is offered in the list.

**Work in it together**

- Agree how you mark what you are working on, for example with a colored category per person.
- Move what is done into a folder **Done**, so that the inbox shows what is open.
- Remember that deleting a mail deletes it for everybody.

**Add or remove a member**

The owner orders a change with the names. New members see the mailbox within an hour.`,
  },
  {
    ...base,
    key: 'automatic-reply',
    title: 'Set an automatic reply',
    categoryKey: 'email.mailbox',
    keywords: 'automatic reply, out of office, vacation, absence, holiday, deputy',
    body: `Set it before your vacation; people then know when you are back and who helps meanwhile.

**In Outlook on the laptop**

1. Choose **File, Automatic Replies**. In the new Outlook: **Settings, Accounts, Automatic replies**.
2. Switch it on and set the start and the end, so it ends by itself.
3. Write one text for colleagues and, if you want, another one for people outside.
4. Save.

**In Teams**

Press your picture, **Set status message, Schedule out of office**. It is the same setting: you need it only once.

**On the phone**

In the Outlook app: **Settings, your account, Automatic replies**.

**A text you can use**

> Thank you for your message. I am away until Friday, 14 August, and will answer after that. For urgent shipments please write to dispatch@nordwind.example. For everything else, my colleague Laura Simon will be glad to help.

**Good to know**

- Everybody gets the reply only once per absence, even if they write often.
- Do not tell people outside where you are or that your home is empty.
- Decline or hand over meetings too: when you set the dates, Outlook offers **Decline new invitations**.
- If somebody shall read your mail meanwhile, do not pass on your password. Give them access: right-click **Inbox, Properties, Permissions**.

**You forgot to set it?**

You can set it at https://outlook.office.com from anywhere. If you cannot, for example because you are ill, your manager can ask us to do it for you.`,
  },
];
