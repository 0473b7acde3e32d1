import type { DemoArticle } from './article-type';

const base = { language: 'en', audience: 'everyone', ownerKey: 'stefan.vogel' } as const;

export const NETWORK_ARTICLES: readonly DemoArticle[] = [
  {
    ...base,
    key: 'connect-vpn',
    title: 'Connect to the VPN',
    categoryKey: 'network.vpn',
    keywords: 'vpn, home office, remote, connect, tunnel, certificate, client',
    body: `The VPN gives you access to internal systems such as file servers and the ERP when you are not in the office. Teams, Outlook, OneDrive and SharePoint work without it.

**Before the first time**

- You need a company laptop. Private devices cannot connect.
- Your laptop has been in the office, or was set up by us, at least once.
- You can confirm sign-ins with the Authenticator app.

No VPN yet? Order **VPN for working from elsewhere**.

**Connect**

1. Check that the internet works: open any public website.
2. Press the network symbol at the bottom right of the screen and choose **VPN**.
3. Select the company connection and press **Connect**.
4. Sign in if asked, and confirm on your phone.
5. A small lock or the word **Connected** shows that it works.

**In a hotel, train or airport**

Open a browser first. Many networks show a page on which you have to accept the terms; until then, the VPN cannot connect. If it still does not work, use the hotspot of your phone.

**If it does not connect**

- **Wrong password:** you changed it recently. Type it anew instead of using the saved one.
- **No request on the phone:** open the Authenticator app by hand and pull down to refresh.
- **Certificate error:** the laptop has not been online for a long time. Restart it, leave it online for 15 minutes and try again.
- **Connected, but nothing opens:** see the article "VPN connects but nothing opens".

Still stuck? Write to us with the time, the place and the exact message. A screenshot helps most.`,
  },
  {
    ...base,
    key: 'vpn-nothing-opens',
    title: 'VPN connects but nothing opens',
    categoryKey: 'network.vpn',
    keywords: 'vpn, connected, no access, network drive, dns, home router, nothing opens',
    body: `The VPN says **Connected**, but the file server, the intranet or the ERP does not open. Go through these steps in order; most people are done after step 3.

1. **Disconnect, wait ten seconds, connect again.** After standby the connection often looks alive but is not.
2. **Check one public website.** If that does not open either, the problem is your own internet connection. Restart the router and try again.
3. **Restart the laptop.** Really choose **Restart**, not **Shut down**: shutting down keeps parts of the old network settings.
4. **Use full names.** Open the drive by its full path, for example \`\\\\files.nordwind.example\\team\`, instead of a shortcut.
5. **Switch off other VPN or security programs.** Private VPN services and some virus scanners redirect all traffic.
6. **Try the hotspot of your phone.** If it works there, your home router is in the way. Often its address range is the same as ours. Change it in the router's settings to, for example, 192.168.77.x, or ask us how.

**Only one system does not open?**

Then it is probably not the VPN. Ask a colleague in the office whether it works there. If it does, your permission may be missing or expired: order **Access to an application**.

**Write to us with**

- what opens and what does not
- whether it works with the phone's hotspot
- the time of your last attempt
- a screenshot of the VPN window

With these four facts we can usually say what it is without calling you back.`,
  },
  {
    ...base,
    key: 'office-wifi',
    title: 'Join the office wireless network',
    categoryKey: 'network.wireless',
    keywords: 'wifi, wi-fi, wlan, wireless, office, connect, phone, laptop, certificate',
    body: `All our offices and warehouses have the same wireless network, **Nordwind**. A laptop or phone that we have set up knows it already and connects by itself.

**Company laptop**

1. Press the network symbol at the bottom right of the screen and switch on Wi-Fi.
2. Choose **Nordwind** and tick **Connect automatically**.
3. You are not asked for a password: the laptop identifies itself with a certificate.

**Company phone or tablet**

The network is installed with the company portal. If it is missing, open the **Company Portal** app, choose your device and press **Check status**. After a minute, choose **Nordwind** in the Wi-Fi settings.

**Private phone**

Please use **Nordwind-Guest**. Private devices cannot join the company network.

**It does not connect**

1. Switch Wi-Fi off and on. On the laptop, also check that airplane mode is off.
2. Choose **Nordwind**, press **Forget**, then select it again.
3. Connect the laptop to a network cable or to the VPN for 15 minutes, so that it can renew its certificate, and restart it.

**It connects but is slow or drops**

- Move a few steps: shelves, elevators and glass walls weaken the signal.
- Use a dock with a network cable for long video calls.
- Tell us the room or the aisle, the time and how many people are affected. For handheld scanners, also the number on the device. We can then look at exactly that access point.`,
  },
  {
    ...base,
    key: 'guest-wifi',
    title: 'Guest wireless for visitors',
    categoryKey: 'network.wireless',
    keywords: 'guest, visitor, wifi, wi-fi, voucher, code, conference',
    body: `Visitors use the network **Nordwind-Guest**. It leads to the internet only; internal systems cannot be reached from it.

**One visitor or a few**

1. Your guest chooses **Nordwind-Guest** on the phone or laptop. A page opens by itself. If not, ask them to open any website.
2. They enter their name, their e-mail address and **your** company e-mail address as the host.
3. You receive a message with a button. Press **Allow**. Access lasts until midnight.

Please allow only people you know and expect. You are their host on the network as well as in the building.

**A workshop with many guests**

Ask us at least one working day before, or order **IT support for a meeting or event**. You get one code for everybody and for the time of the event. Print it, or show it on the first slide. More than 50 people in one room? Tell us, so we can check the capacity.

**Longer visits**

Consultants and craftspeople who come every day can get access for up to 30 days. If they also need to work in our systems, order **Access for an external guest** for them.

**If it does not work**

- The page does not open: switch off mobile data and any VPN, then open http://neverssl.com.
- You get no message: check that your address was typed correctly, and look in the **Other** tab of your inbox.
- The guest's company laptop blocks such pages: the hotspot of their phone is the quickest way.`,
  },
];
