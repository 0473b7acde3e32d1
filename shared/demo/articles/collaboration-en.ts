import type { DemoArticle } from './article-type';

const base = { language: 'en', audience: 'everyone', ownerKey: 'grace.mensah' } as const;

export const COLLABORATION_ARTICLES: readonly DemoArticle[] = [
  {
    ...base,
    key: 'teams-no-sound',
    title: 'Teams: no sound or camera in a meeting',
    categoryKey: 'collaboration.teams-meetings',
    keywords: 'teams, meeting, no sound, microphone, camera, headset, speaker, muted, video',
    body: `**In the meeting right now?**

1. Look at the microphone and camera buttons at the top. A line through them means: switched off. Press them.
2. Press the small arrow beside the microphone and choose the right device. After you plug in a headset, Teams sometimes stays with the old one.
3. Check the headset itself: many have a mute button on the cable, and many laptops a slide in front of the camera.
4. Leave and join again. If it is urgent, join from the Teams app on your phone, or with **Call me**.

**Before the next meeting**

Open **Settings, Devices** in Teams and press **Make a test call**. You hear yourself after a few seconds.

**Nobody hears you**

- Open **Windows Settings, Privacy & security, Microphone**, and switch on access for apps and for desktop apps.
- Open **Settings, System, Sound** and check that the level moves when you speak.
- Pull the headset out, count to ten and plug it into another port, if possible not through the dock.

**Your camera stays black**

- Only one program can use it. Close other meeting programs and browser tabs with video.
- Check **Privacy & security, Camera** in the same way.
- Restart the laptop.

**You hear nothing, or an echo**

- Choose the speaker in Teams and turn up the volume in Windows.
- Echo: two devices in the same room have their microphone on. Mute one of them.

**In a meeting room**

Join with the room's panel, not with your laptop. If the room has no sound, tell us its name; we can restart the equipment from here.`,
  },
  {
    ...base,
    key: 'teams-recording',
    title: 'Teams: record and find a meeting',
    categoryKey: 'collaboration.teams-meetings',
    keywords: 'teams, recording, record, transcript, find, share, expire, download',
    body: `**Before you record**

Tell everybody and ask whether it is all right. In several countries where we work, recording people without their consent is against the law. Do not record job interviews, staff appraisals, or meetings with health data.

**Record**

1. In the meeting, choose **More, Record and transcribe, Start recording**.
2. Everybody sees a message that it is being recorded.
3. Stop it in the same place. It also stops when everybody has left.

People from outside and guests cannot start a recording.

**Find it**

- **In the chat of the meeting:** the recording appears there after some minutes. Open it and press play.
- **In the calendar:** open the meeting and choose **Recap**.
- **As a file:** in the organizer's OneDrive, folder **Recordings**. For a meeting in a channel: in the channel's **Files**, folder **Recordings**.

**Share it**

Everybody who was invited can watch it. To let others see it, open the file, press **Share** and enter their names. Please do not download it and send it around: copies cannot be taken back.

**Keep it**

Recordings are deleted after 120 days. Both the file and the chat show the date. If it has to stay longer, the organizer opens the file details and changes the **expiration date**.

**The button is gray**

- You joined as a guest or by phone only.
- The organizer has restricted it in the meeting options.
- You joined from the browser: open the Teams app.

If none of this fits, write to us with the title and time of the meeting.`,
  },
  {
    ...base,
    key: 'create-team',
    title: 'Create a team the right way',
    categoryKey: 'collaboration.teams-chat',
    keywords: 'team, create, channel, owner, name, private, guests, order',
    body: `A team is a lasting place for people and files. Before you order one, check whether a chat or a channel is enough.

**What fits?**

- A short question among a few people: a **group chat**.
- A topic inside an existing team: a new **channel**. Every owner can add one.
- A lasting group with files of its own, such as a department, a project or a customer: a **team**.

**Order it**

Order **New team, site or channel**. You need:

- **A name** that others understand, such as "Project Rotterdam Hall 4", not "Our team". Search first: maybe it exists.
- **Two owners**, so that somebody can decide when one is away.
- **Privacy:** private is right nearly always. Open teams can be joined by everybody in the company.
- **Guests:** say so if people from outside will take part, and how sensitive the content is.

The team is ready one working day after your manager has approved.

**Make it work**

1. Keep **General** for announcements and add three to five channels by topic.
2. Pin the files that everybody needs as tabs.
3. Add people to the team rather than sharing single files.
4. Agree when to use @mentions. Mentioning the whole team for everything makes people mute it.

**Look after it**

- Twice a year, the owners are asked whether the team is still needed and whether the guests still belong there. One press is enough.
- When a project ends, choose **Archive team**. Everything stays readable.
- A deleted team can be restored for 30 days. Write to us if that happens by mistake.`,
  },
  {
    ...base,
    key: 'share-outside',
    title: 'Share a file with someone outside',
    categoryKey: 'collaboration.file-sharing',
    keywords: 'share, external, outside, link, customer, partner, large file, sharepoint, onedrive',
    body: `Send a link, not an attachment. You can take a link back, the file may be large, and everybody sees the latest version.

**Share one file or folder**

1. Move the file to OneDrive or to the site of your team.
2. Right-click it and choose **Share**.
3. Press the gear and choose **People you choose**. Decide whether they may edit or only view.
4. Set an **expiration date**, for example the end of the project.
5. Enter the e-mail address of the person, write a line and press **Send**.

They receive a mail with the link and a code, or sign in with their own company account. The link works for this person only: forwarding it does not help others.

**Work together for longer**

If you share a lot with the same people, invite them into a team. Order **Access for an external guest**; it lasts up to 180 days and can be extended.

**What you may share**

- **Public and internal:** yes, with whoever needs it for the work.
- **Confidential:** only with a contract that covers it, view only, with an end date.
- **Personal data of customers or staff:** ask the data protection officer first.

Never use private cloud storage, and never send passwords in the same mail.

**If it does not work**

- *"Your organization does not allow this":* the site is closed for people from outside. Ask its owner, or use another place.
- *The person cannot open it:* check the address letter by letter. They have to use exactly this one.
- *Take it back:* open **Share, Manage access** and remove the person or the link.

Sent something to the wrong person? Remove the link at once and report it as a security concern. Only the security team will see it.`,
  },
  {
    ...base,
    key: 'restore-version',
    title: 'Restore an earlier version of a file',
    categoryKey: 'collaboration.sharepoint-onedrive',
    keywords: 'restore, version, history, deleted, recycle bin, overwritten, recover, file',
    body: `OneDrive, SharePoint and Teams keep earlier versions of every file, and deleted files for 93 days. You can bring both back yourself.

**An earlier version**

1. Right-click the file in OneDrive, SharePoint or the **Files** tab in Teams. In the Explorer this works too, for files in your OneDrive folder.
2. Choose **Version history**. In an open Word, Excel or PowerPoint file: press the file name at the top, then **Version history**.
3. Open the versions to look at them. Nothing changes by looking.
4. Press the three dots beside the right one and choose **Restore**.

The present version is not lost: it stays in the list.

**A deleted file or folder**

1. Open OneDrive or the site in the browser and choose **Recycle bin** on the left.
2. Select what you need and press **Restore**. It returns to where it was.
3. Not there? At the bottom of the page, open the **second-stage recycle bin**. On team sites, the owner can do this.

**Many files at once**

Has a program or a colleague changed or deleted hundreds of files? In OneDrive: **Settings, Options, Restore your OneDrive**, and choose a time before it happened. For a team site, write to us.

**Network drives**

Right-click the folder and choose **Properties, Previous Versions**. They are taken twice a day.

**When you need us**

- It was deleted more than 93 days ago.
- The file was never in OneDrive or on a network drive. A laptop's own disk is not backed up, so please keep everything in OneDrive.
- Files have strange endings or cannot be opened. Do not restore anything: report a security concern.

Otherwise order **Restore a file or mailbox item** and tell us the name, the place and the day you last saw it.`,
  },
  {
    ...base,
    key: 'onedrive-sync',
    title: 'OneDrive does not sync',
    categoryKey: 'collaboration.sharepoint-onedrive',
    keywords: 'onedrive, sync, not syncing, red cross, pending, cloud icon, conflict',
    body: `Look at the cloud symbol at the bottom right of the screen. It tells you what is going on; point at it, or press it, for details.

- **Blue arrows:** it is working. Large uploads take a while.
- **Red cross:** a file cannot be synced. Press it to see which one, and why.
- **Pause sign:** syncing is paused. Press it and choose **Resume syncing**.
- **Gray, or missing:** you are not signed in. Search for **OneDrive** in the Start menu and sign in.

**The usual reasons**

1. **The name:** characters such as \`" * : < > ? / \\ |\` are not allowed, and neither is a space at the end. Rename the file.
2. **The path is too long:** more than 400 characters in all. Shorten folder names, or move the folder higher up.
3. **The file is open:** close it in all programs, also in the preview.
4. **The disk is full:** right-click folders you rarely need and choose **Free up space**. They stay in the cloud.
5. **No permission:** a shared folder was taken away from you or set to read only. Ask its owner.

**Two versions of one file?**

If two people changed it while offline, you find a copy with the name of your laptop. Open both, copy what is missing, delete the copy.

**Start afresh**

Nothing is lost by this; it takes up to an hour:

1. Press the cloud, the gear, **Quit OneDrive**.
2. Press **Windows + R**, enter \`%localappdata%\\Microsoft\\OneDrive\\onedrive.exe /reset\` and press Enter.
3. If the cloud does not come back after two minutes, start OneDrive from the Start menu.

Until it works, use https://onedrive.com in the browser. Please do not unlink the account or delete the folder: changes that were not uploaded would be lost. Write to us instead, with a screenshot of the message.`,
  },
];
