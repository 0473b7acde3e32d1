import type { DemoArticle } from './article-type';

const base = { language: 'en', audience: 'everyone', ownerKey: 'nadia.haddad' } as const;

export const ACCOUNT_ARTICLES: readonly DemoArticle[] = [
  {
    ...base,
    key: 'reset-password',
    title: 'Reset your own password',
    categoryKey: 'identity.password',
    keywords: 'password, forgot, reset, expired, change, sspr, sign in',
    body: `You can set a new password yourself at any time, day or night. It takes about two minutes. You need the phone or security key with which you confirm sign-ins.

**If you have forgotten it**

1. Open https://aka.ms/sspr on any device, for example on your phone.
2. Enter your company e-mail address and the letters from the picture.
3. Confirm that it is you: approve the request in the Authenticator app, or enter the code you receive.
4. Choose a new password and press **Finish**.

**If you know it and only want to change it**

1. Open https://myaccount.microsoft.com and choose **Password**.
2. Enter the present one once and the new one twice.

**What makes a good password**

- At least 14 characters. Three or four words that do not belong together are easy to remember.
- Not used anywhere else, and without your name, the company or a year.

**Afterward**

- Lock your laptop with **Windows + L** and unlock it with the new password. In the office this works at once. At home, connect to the VPN first.
- Outlook, Teams and your phone ask for the new password within an hour. Enter it once in each.

The page says that you may not reset the password? Then no second method is registered for you. Write to the helpdesk; we check who you are in a short video call and help you.`,
  },
  {
    ...base,
    key: 'set-up-mfa',
    title: 'Set up or change how you confirm sign-ins (MFA)',
    categoryKey: 'identity.mfa',
    keywords: 'mfa, authenticator, two factor, verification code, new phone, security key, number',
    body: `Besides your password, a second proof keeps your account safe: usually the Microsoft Authenticator app on your phone. Even somebody who knows your password cannot get in without it.

**Set it up for the first time**

1. Install **Microsoft Authenticator** from the App Store or Google Play.
2. On your laptop, open https://aka.ms/mysecurityinfo and sign in.
3. Press **Add sign-in method**, choose **Microsoft Authenticator** and follow the steps until a QR code is shown.
4. In the app, press **+**, choose **Work or school account**, then **Scan QR code**.
5. Type the number you see on the laptop into the app. Done.

**Move to a new phone**

1. Keep the old phone until the new one works.
2. Repeat the steps above with the new phone.
3. On the same page, delete the old phone from the list.

**Add a second method now**

Add your office number or a security key as well. If your phone breaks on a Sunday, you can still get in.

**You no longer have the old phone**

Then you cannot confirm the change yourself. Order **Set up or reset multi-factor sign-in**. We check who you are and remove the old method. If the phone was lost or stolen, say so: we then end all sessions at once.

Never approve a sign-in that you did not start. Press **No, it's not me** and tell us right away.`,
  },
  {
    ...base,
    key: 'account-locked',
    title: 'What to do when your account is locked',
    categoryKey: 'identity.account-locked',
    keywords: 'locked, locked out, blocked, too many attempts, sign in, account',
    body: `After several wrong passwords your account locks itself for a while. That protects you from somebody guessing. Most of the time the reason is harmless: a device that still uses your old password.

**Do this first**

1. Wait 15 minutes without trying again. Every attempt starts the waiting time anew.
2. Check **Caps Lock** and the keyboard language at the bottom right of the screen.
3. Sign in once at https://myaccount.microsoft.com. If this works, the account is fine.
4. If not, set a new password at https://aka.ms/sspr. This also unlocks the account.

**It locks again and again**

Something keeps trying the old password. Look through this list:

- the mail app and the Wi-Fi settings of your phone and tablet
- a second laptop, or a meeting-room computer on which you are still signed in
- mapped network drives and saved passwords: search for **Credential Manager** in the Start menu, open **Windows Credentials** and remove entries with your name
- a remote desktop session that you disconnected but did not sign out of

Sign out everywhere, restart the laptop and sign in with the new password.

**When to write to us**

- The lock comes back although you went through the list. Tell us the time of the last lock to the minute, so we can find the device.
- You did not try to sign in at all. Then somebody else may be guessing: report it as a security concern.`,
  },
  {
    ...base,
    key: 'application-access',
    title: 'Get access to an application, and for how long',
    categoryKey: 'identity.permission-missing',
    keywords: 'access, permission, application, role, access denied, expiry, end date, extend',
    body: `You can ask for access to any business system yourself. You get what you need for your work, for as long as you need it, and no more. That is not mistrust: it limits the damage if an account is ever misused.

**How to ask**

1. Order **Access to an application**. For a folder or site, order **Access to a folder or SharePoint site**.
2. Choose the system and say which role you need. If you do not know its name, name a colleague who does the same work.
3. Give an end date and one or two sentences on what you need it for. Your manager reads them before deciding.

**What happens then**

- Your manager approves or asks back. You see in the ticket who has it now.
- We check that the new right does not clash with one you have. Nobody may both create a supplier and release payments to it, for example.
- We grant the access and tell you. Sign out of the system and in again to see it.

Most requests are done within one working day after the approval.

**How long it lasts**

- Normal access lasts up to a year and is then reviewed.
- Access for a project ends with the project, access for external people with their contract.
- Administrator rights are given for one task and at most eight hours.

Please ask for an extension a few days before the end. It is a new request with the same approval, so it needs the same time.`,
  },
];
