import { add, ask, done, note, say, vendor, wait, waitForChange, type IncidentStory } from './story';

export const NETWORK_STORIES: readonly IncidentStory[] = [
  {
    category: 'network.vpn',
    openings: [
      ['VPN drops every {minutes} minutes', 'At home the VPN disconnects about every {minutes} minutes. Teams keeps running, but the ERP loses my entries.'],
      ['VPN connects but nothing opens', 'The VPN says connected, but neither the file server nor the intranet opens. Restarted twice.'],
      ['ERP loses the connection at home', 'In the office all is well. At home the ERP says "connection lost" every few minutes, although the VPN shows green.'],
    ],
    slots: { minutes: ['ten', 'fifteen', 'twenty', 'thirty'] },
    beats: [
      say('Hello {me}, thank you for the exact description. Does it also happen with the hotspot of your phone?'),
      add('With the hotspot it is stable.'),
      ask('Then it is the home network. What type is your router, and does it use addresses that begin with 10.20?', 'It is a Fritzbox, and yes, 10.20.0.1.'),
      note('Address range of the home network overlaps with Rotterdam. Sent the steps to change it.'),
    ],
    end: done('userEducation', 'The home router used the same addresses as our network. After changing them the VPN is stable.'),
    reopen: {
      reason: 'It was good for a day, now it drops again.',
      end: done('fixed', 'An outdated VPN client was the second cause. It has been updated and stayed connected for two days.'),
    },
  },
  {
    category: 'network.wireless', reach: 'team',
    openings: [
      ['Wi-Fi drops in meeting room {room}', 'In {room} all laptops lose the Wi-Fi for a minute or two, several times per meeting.'],
      ['No Wi-Fi at the far end of floor {floor}', 'At the desks near the kitchen on floor {floor} there is hardly any signal since the new walls were built.'],
      ['Wi-Fi in the canteen is unusable at noon', 'Between 12 and 13 nothing loads in the canteen at {site}.'],
    ],
    slots: { floor: ['2', '3', '4'] },
    beats: [
      say('Thanks {me}. I can see the access point restarting. I will watch it today and exchange it tomorrow if it goes on.'),
      note('Access point overheats, 11 restarts in 24 h. Replacement from stock.'),
    ],
    end: done('replaced', 'The access point was faulty and has been replaced. No drops since then.'),
  },
  {
    category: 'network.wireless', site: 'Rotterdam', departments: ['Operations'], reach: 'team',
    openings: [
      ['Scanners lose connection in aisle {aisle}', 'In aisle {aisle} the handheld scanners lose the connection and we have to walk back to the start of the aisle.'],
      ['Forklift terminals reconnect slowly near aisle {aisle}', 'When a forklift turns into aisle {aisle} the terminal takes half a minute to come back.'],
    ],
    slots: { aisle: ['12', '17', '21', '24'] },
    beats: [
      note('New high racks with metal pallets shadow the aisle. One more access point needed.'),
      say('The new racks block the signal, {me}. We will hang one more access point; until then we have turned up the power of the neighbors.'),
      waitForChange('CHG-2317'),
    ],
    end: done('resolvedByChange', 'An additional access point was installed. Measured with three scanners in the whole aisle: stable.'),
  },
  {
    category: 'network.wired',
    openings: [
      ['Network socket at desk {desk} is dead', 'The cable at desk {desk} gives no network. On Wi-Fi I can work.'],
      ['Cable connection is slower than Wi-Fi', 'With the network cable at desk {desk} a download takes ten times as long as on Wi-Fi.'],
    ],
    slots: { desk: ['1.08', '2.19', '3.15', '4.11'] },
    beats: [
      ask('Which number is printed on the socket?', 'It says 2-B-17.'),
      note('Port was shut after the move, patched to the wrong switch. Corrected.'),
    ],
    end: done('fixed', 'The socket was connected to the wrong port. It works at full speed now.'),
  },
  {
    category: 'network.internet', reach: 'site',
    openings: [
      ['Internet very slow at {site}', 'Websites take a minute, video calls freeze. Everybody here at {site} says the same.'],
      ['Web pages time out at our site', 'Since ten o’clock about every second web page does not load here. Mail is delayed as well.'],
    ],
    beats: [
      say('We see it too, {me}: the line is full. We have switched to the backup line and are talking to the provider.'),
      vendor('Line provider', 'INC-5540918'),
      note('Provider found packet loss on their router in the exchange.'),
    ],
    end: done('restoredByVendor', 'The provider repaired a faulty router. We are back on the main line and will watch it for two days.'),
  },
  {
    category: 'network.dns',
    openings: [
      ['{name} cannot be found', 'The browser says that {name} cannot be found. Colleagues in London can open it.'],
      ['Intranet only opens with the number', 'intranet.nordwind.example does not open. With the number that a colleague gave me it does.'],
    ],
    slots: { name: ['tms.nordwind.example', 'reports.nordwind.example', 'files.nordwind.example'] },
    beats: [note('Old name server entry on the local DHCP scope.'), say('Please restart the laptop once, {me}; it has to learn a new address list.')],
    end: done('configurationChange', 'The site was given an old name server. This is corrected, and a restart brings the new one.'),
  },
  {
    category: 'network.firewall', departments: ['IT', 'Operations', 'Finance'],
    openings: [
      ['Connection to the carrier’s server is blocked', 'The file transfer to {carrier} stops with "connection refused" since the weekend. The shipment data have to go out today.'],
      ['Bank software cannot reach the bank', 'The payment program says "server not reachable". The bank says that everything is fine on their side.'],
    ],
    slots: { carrier: ['Kowalski Transport', 'the port community system', 'North Sea Lines'] },
    beats: [
      ask('Could you send me the name of the server and the port from the error message?', 'sftp.partner.example, port 2222.'),
      note('They moved to a new address. Existing rule allows the old one only. Covered by the standard change for approved partners.'),
      waitForChange('CHG-2322'),
    ],
    end: done('resolvedByChange', 'The partner had moved to a new address. The firewall rule was updated and a test transfer went through.'),
  },
  {
    category: 'network.remote-site', reach: 'site', site: 'Gdańsk',
    openings: [
      ['Whole office on the backup line', 'Everything is slow here since the morning; the box in the corner says "LTE". Calls break up.'],
      ['Office network down for some minutes, again and again', 'Every half hour everything is gone for two or three minutes: phones, printers, internet.'],
    ],
    beats: [
      say('Hello {me}, the main line is down because of construction work in your street. You are on the backup line. I have asked the provider for a time.'),
      vendor('Line provider', 'INC-5541377'),
      add('There are people digging right in front of the building, yes.'),
    ],
    end: done('restoredByVendor', 'The provider repaired the cut cable. The office is back on the main line.'),
  },
  {
    category: 'network.vpn', departments: ['Sales', 'Management'],
    openings: [['VPN does not work in the hotel', 'In the hotel the VPN does not connect. On the train it worked with the hotspot.']],
    beats: [say('Please open any website first, {me}: most hotels want you to accept their terms before anything else passes.'), wait('{me} is traveling and will try again tomorrow in the next hotel')],
    end: done('userEducation', 'After accepting the hotel’s terms in the browser the VPN connects.'),
  },
];
