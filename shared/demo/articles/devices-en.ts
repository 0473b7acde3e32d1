import type { DemoArticle } from './article-type';

const base = { language: 'en', audience: 'everyone', ownerKey: 'martin.scholz' } as const;

export const DEVICE_ARTICLES: readonly DemoArticle[] = [
  {
    ...base,
    key: 'install-software',
    title: 'Install approved software yourself',
    categoryKey: 'software.installation-update',
    keywords: 'install, software, company portal, approved, program, update, uninstall',
    body: `More than a hundred programs are ready for you in the **Company Portal**. You need neither administrator rights nor a ticket.

**Install**

1. Search for **Company Portal** in the Start menu and open it. On a Mac it is in **Applications**.
2. Choose **Apps** and search for the program.
3. Press **Install**. You may go on working; close the program first if you are updating it.
4. After some minutes it says **Installed**. A few programs ask for a restart.

On a company phone, the app of the same name works in the same way.

**It fails or waits forever**

1. Check that the laptop is online and plugged in. Some installations do not start on battery.
2. In the Company Portal, choose **Devices, this device, Check access**.
3. Restart the laptop and press **Install** or **Retry** again.
4. Is the disk nearly full? Empty the recycle bin and free up space in OneDrive.

Still failing? Write to us with the name of the program and the error number shown below **Failed**.

**The program is not there**

- It may be approved, but need a license: order **License: new or upgrade**, or **Install approved software**.
- It is not on the list: see "Ask for software that is not on the list".

**Please do not**

- install programs from the internet, even if Windows lets you. Many free programs are free for private use only.
- use portable versions from a USB stick.
- ask a colleague for the file.

**Updates** come by themselves, usually at night. Restart when Windows asks you; a laptop that has not been restarted for a week is the most frequent reason for odd behavior.`,
  },
  {
    ...base,
    key: 'request-software',
    title: 'Ask for software that is not on the list',
    categoryKey: 'software.license',
    keywords: 'new software, not approved, purchase, license, review, security check, tool',
    body: `We are glad about good tools. Before we buy one, we check whether it is safe, lawful and worth its price. This takes about ten working days, so please ask early.

**First look around**

- Search the **Company Portal**. There may be something similar.
- Ask in the team **Digital Workplace**. Somebody may already use it.
- Think of what we have: Forms for surveys, Planner for tasks, Power BI for charts, Whiteboard for drawing, Power Automate for simple workflows.

**Order it**

Order **Software that is not on the list** and tell us:

- the product, the vendor and the web page
- how many people will use it, and for what
- which data will be in it. Personal or confidential data need a closer look.
- the cost, if you know it
- what you have tried instead, and why it was not enough

**What happens then**

1. Your manager decides whether it is needed.
2. Security and data protection look at it: Where are the data? Can we sign in with our accounts? What happens at the end of the contract?
3. Above the budget limit, Finance decides as well.
4. We buy it, add it to the list and install it for you.

You see in the ticket who is looking at it now.

**Please wait with**

- trial versions with company data
- paying with your own credit card: it cannot be refunded
- accepting terms on behalf of the company

**AI tools, browser extensions and add-ins** are software too. Please ask, even if they are free: they often read everything you see on the screen.

Was it refused? The ticket says why, and usually what to use instead.`,
  },
  {
    ...base,
    key: 'add-printer',
    title: 'Add a printer and print from your laptop',
    categoryKey: 'printing.cannot-print',
    keywords: 'printer, print, add, follow-me, badge, release, paper jam, queue, offline, driver',
    body: `In all offices you print to one queue, **FollowMe**, and collect the paper at any printer with your badge. So nothing confidential lies around, and you need not know printer names.

**Print**

1. Print as usual and choose **FollowMe**.
2. Go to any printer in the building and hold your badge to the reader.
3. The first time, it asks for your e-mail address and password, to remember the badge.
4. Choose **Print all**, or pick single jobs. What you do not collect is deleted after 24 hours.

**FollowMe is missing**

1. Open **Settings, Bluetooth & devices, Printers & scanners**.
2. Press **Add device**, wait, and choose **FollowMe**.
3. Not offered? You have to be in the office network or connected to the VPN. Restart the laptop and try again.

**Label printers and special printers** have their own names, shown on a sticker. Add them in the same way, by this name.

**It does not print**

1. Look at the display of the printer: paper, toner, jam, open door?
2. Try another printer with your badge. If that works, tell us the number on the sticker of the first one.
3. Open the queue on your laptop, cancel old jobs and print again.
4. A single PDF does not print? Choose **Print as image** under **Advanced** in the print window.

**Both sides, color, staples**

Two-sided and black-and-white is the default. You find everything else under **Printer properties** in the print window.

**Scan to mail:** hold your badge to the reader, choose **Scan**, and the PDF comes to your own inbox.

**At home** you may use your own printer for internal papers. Please do not print confidential papers or personal data there.`,
  },
  {
    ...base,
    key: 'slow-laptop',
    title: 'Laptop is slow: quick checks',
    categoryKey: 'hardware.laptop',
    keywords: 'slow, laptop, performance, hangs, freezes, fan, memory, disk full, restart',
    body: `These checks take ten minutes and help in three of four cases.

1. **Restart.** Choose **Restart**, not **Shut down** and not closing the lid. If it is the first time in a week, that was probably it.
2. **See what is busy.** Press **Ctrl + Shift + Esc** for the Task Manager and press **CPU**, then **Memory**, to sort. End a program that is at the top for minutes and that you do not need. Browsers with fifty tabs are often at the top.
3. **Free the disk.** Under **Settings, System, Storage** at least 15 % should be free. Empty the recycle bin, run **Cleanup recommendations**, and free up space in OneDrive.
4. **Let updates finish.** Open **Settings, Windows Update**. While an update is being installed, everything is slow. Plug in the charger and leave it on during lunch.
5. **Check the power.** A weak or wrong charger makes the laptop slow down to save itself. Use the original one, or the dock.
6. **Let it breathe.** Is it hot and loud? Put it on a hard surface and keep the openings clear.

**Only one thing is slow?**

- **Only the internet:** run a speed test, move closer to the access point, or use a cable.
- **Only Outlook:** see "Mailbox is full".
- **Only one business system:** ask a colleague. If it is slow for them too, report it and say that several people are affected.
- **Only over VPN:** use it only for what needs it.

**When you write to us**, tell us since when it is slow, whether it is always or at certain times, and what was at the top of the Task Manager. If the laptop is older than four years, we will probably replace it: order **New laptop**.`,
  },
  {
    ...base,
    key: 'blue-screen',
    title: 'Blue screen, or the laptop will not start',
    categoryKey: 'hardware.laptop',
    keywords: 'blue screen, bluescreen, does not start, black screen, bitlocker, recovery key, boot, power',
    body: `**The laptop shows nothing at all**

1. Unplug everything: dock, monitor, USB devices.
2. Plug the original charger directly into the laptop and into another wall socket. Wait ten minutes.
3. Hold the power button for 20 seconds, let go, and press it once.
4. Does a lamp light up or a fan turn? Connect a monitor: maybe only the screen is broken.

**A blue screen with a sad face**

1. Take a picture with your phone. The **stop code** at the bottom tells us most.
2. The laptop restarts by itself. If it starts normally, save your work and install updates under **Settings, Windows Update**.
3. Did it begin with a new device or dock? Unplug it and see whether it stays away.
4. If it happens a second time within a week, write to us with the picture.

**It asks for a recovery key**

This can happen after an update or with a new dock. Your files are safe.

1. On another device, open https://aka.ms/myrecoverykey and sign in.
2. Choose the laptop whose key ID is shown on the blue screen.
3. Type the 48 digits.

If you cannot sign in there, the helpdesk can read you the key after checking who you are.

**It starts and restarts in a circle**

Switch it off during the start three times in a row. Windows then offers **Troubleshoot, Advanced options, Startup Repair**. Let it finish; this may take half an hour.

**You cannot work?**

Say so when you write to us: it makes your ticket more urgent. You can read mail and join meetings from your phone meanwhile, and we can lend you a laptop. What is in OneDrive is there as soon as you sign in.`,
  },
  {
    ...base,
    key: 'two-monitors',
    title: 'Connect two monitors through a dock',
    categoryKey: 'hardware.monitor-dock',
    keywords: 'monitor, dock, docking station, two screens, display, usb-c, black, flicker, resolution',
    body: `One cable from the dock to the laptop carries picture, network and power.

**Connect**

1. Plug the dock's own power supply in. Without it, monitors stay dark.
2. Connect both monitors to the dock, one cable each. Use DisplayPort if both sides have it, otherwise HDMI.
3. Connect the dock to the USB-C port of the laptop. If there are several, take the one with a lightning bolt or a small screen beside it.
4. Press **Windows + P** and choose **Extend**.

**Arrange**

1. Right-click the desktop and choose **Display settings**.
2. Press **Identify**, then drag the numbered boxes until they stand as on your desk.
3. Set **Resolution** and **Scale** to the recommended values.
4. Choose your main screen and tick **Make this my main display**.

**A monitor stays black**

1. Is it switched on, and is the right input chosen in its menu?
2. Pull the USB-C cable, pull the power of the dock, wait 30 seconds, plug in the power, then USB-C.
3. Change the two monitor cables over. If the other one is black now, it is the cable; if the same one stays black, it is the monitor or the port.
4. Try another USB-C cable. Charging cables of phones look alike but carry no picture.
5. Install pending updates, also the optional ones for drivers, and restart.

**It flickers, or goes dark for a second**

Set the **refresh rate** to 60 Hz under **Display settings, Advanced display**. If that helps, the cable is too long or too weak.

**The lid**

To work with the lid closed: **Control Panel, Power Options, Choose what closing the lid does**, and set **Do nothing** when plugged in.

Broken, or missing a cable? Order **Monitor, dock or accessory**.`,
  },
  {
    ...base,
    key: 'order-laptop',
    title: 'Order a laptop or accessory: what to expect',
    categoryKey: 'hardware',
    keywords: 'order, laptop, accessory, delivery, approval, replacement, monitor, headset, how long',
    body: `Order from the catalog, in the chat or in the tab. You need no separate mail to your manager.

**Which laptop?**

- **Standard, 14 inch:** right for nearly everybody.
- **Light, 13 inch:** if you are on the road more than two days a week.
- **Power, 16 inch:** for large data, design and development.

Each comes with a charger. Tick what else you need: dock, mouse, keyboard, headset, bag.

**What happens then**

1. **Approval.** Your manager gets a card and decides, usually on the same day. If they are away, their deputy does. Accessories need no approval.
2. **Preparation.** We take a device from stock, or order one, and set it up. Five working days from the approval is our promise; accessories take three.
3. **Handover.** You collect it at the IT desk of your site, or we send it home. Please bring your badge.
4. **Confirmation.** The ticket asks whether you have received it. Press **It works**, and it is recorded in your name.

You can see at any time who has your order, and until when.

**When is a laptop replaced?**

After four years, or earlier if a repair is not worthwhile. You need not watch the date: we write to you.

**Your old laptop**

Move files that are not in OneDrive before the handover; we erase the old device after 14 days. Bring it along, with the charger.

**For a new colleague**

Do not order single things. Order **New colleague** once: it brings account, devices, access and badge together.

**Something is wrong or broken on arrival?** Press **Reopen** in the ticket within five days and tell us what. That is quicker than a new order.`,
  },
];
