import { add, ask, done, note, say, vendor, type IncidentStory } from './story';

export const HARDWARE_STORIES: readonly IncidentStory[] = [
  {
    category: 'hardware.laptop',
    openings: [
      ['Laptop battery is empty after {hours}', 'My laptop {asset} used to last the whole day. Now it is empty after {hours}, even if I only write mail.'],
      ['Battery drains while the laptop is asleep', 'I close the lid at night with a full battery and in the morning it is dead. Laptop {asset}, about three years old.'],
      ['Laptop switches off at 30 % battery', 'Without warning {asset} just goes off when the battery shows about 30 %. It has happened three times this week, once during a customer call.'],
    ],
    slots: { hours: ['one hour', 'an hour and a half', 'two hours'] },
    beats: [
      say('Hello {me}, thank you. I will read the battery report of your laptop from here; you do not have to do anything.'),
      note('Battery report: full charge capacity 41 % of design capacity, 812 cycles. Under warranty until March.'),
      vendor('Lenovo Service', 'SR-4471902'),
    ],
    end: done('replaced', 'The battery was worn out and has been replaced under warranty. It should last a full working day again.'),
    reopen: {
      reason: 'It is better, but it still goes off at about 20 %.',
      end: done('fixed', 'The new battery needed a calibration and the laptop a firmware update. Both are done; we let it run down to 3 % as a test.'),
    },
  },
  {
    category: 'hardware.laptop', work: 'stopped',
    openings: [
      ['Laptop does not start this morning', 'I press the power button on {asset}, the light comes on, the screen stays black. I have tried another socket.'],
      ['Black screen after the update, nothing works', 'Yesterday evening Windows said it was updating. Today there is only a black screen with a cursor. Laptop {asset}.'],
    ],
    beats: [
      say('Good morning {me}. Please unplug the dock and everything else, hold the power button for 20 seconds, then press it once. Tell me what you see.'),
      add('Now the logo shows up, then black again.'),
      note('Graphics driver from last night’s update. Rolled back from the recovery environment with {me} on the phone.'),
    ],
    end: done('fixed', 'The new display driver did not fit this model. We went back to the previous one and paused this update for your laptop.'),
  },
  {
    category: 'hardware.laptop',
    openings: [
      ['Laptop is extremely slow since {weekday}', 'Since {weekday} everything takes ages on {asset}. Opening a mail takes ten seconds. I restarted twice.'],
      ['Fan is loud all the time and programs freeze', 'The fan of {asset} never stops and Excel freezes for a minute again and again. It sits on a desk, nothing covers it.'],
    ],
    slots: { weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday'] },
    beats: [
      ask('Could you press Ctrl + Shift + Esc the next time it is slow and send me a picture of the list, sorted by CPU?', 'Here it is: something called SearchIndexer is at 80 % all the time.'),
      note('Search index is corrupt: 14 GB and growing. Rebuilt remotely.'),
    ],
    end: done('fixed', 'The search index was damaged and kept the processor busy. It has been rebuilt; the laptop is quiet again.'),
  },
  {
    category: 'hardware.monitor-dock',
    openings: [
      ['Second monitor stays black at desk {desk}', 'At desk {desk} only the left monitor works. The right one says "No signal". My colleague had the same yesterday.'],
      ['Monitors flicker when connected to the dock', 'Every few minutes both screens go dark for a second. With the cable straight into the laptop it does not happen. Desk {desk}.'],
      ['Dock does not charge the laptop', 'The monitors work, but the laptop does not charge through the dock at desk {desk}. I have to bring my own charger.'],
    ],
    slots: { desk: ['2.14', '3.07', '1.22', '4.03', '2.31'] },
    beats: [
      say('Hi {me}, could you unplug the power of the dock for 30 seconds and plug it in again? If that does not help I will come by with a new cable.'),
      add('Tried it, no change.'),
      note('Cable at the desk is a phone charging cable. Replaced it, labeled the new one.'),
    ],
    end: done('replaced', 'The cable between dock and laptop was the wrong type. There is a new one at the desk now, please leave it there.'),
  },
  {
    category: 'hardware.printer-scanner', site: 'Rotterdam', departments: ['Operations'], reach: 'team',
    openings: [
      ['Label printer {printer} prints empty labels', 'The Zebra printer {printer} at the packing table feeds labels, but nothing is on them. We print at another table for now and walk a lot.'],
      ['Label printer {printer} cuts the barcode in half', 'Since the shift change the barcode on the labels from {printer} is shifted. The customer’s gate cannot read them.'],
    ],
    slots: { printer: ['RTM-L02', 'RTM-L05', 'RTM-L07', 'RTM-L11'] },
    beats: [
      say('Hello {me}, I am in the building and will be there in 15 minutes.'),
      note('Wrong media type set after a roll change, calibration was off. Spare print head noted as low stock.'),
    ],
    end: done('configurationChange', 'The printer had the wrong label size set after the roll was changed. It is calibrated again. A short guide now hangs beside it.'),
  },
  {
    category: 'hardware.printer-scanner', site: 'Rotterdam', departments: ['Operations'],
    openings: [
      ['Handheld scanner {scanner} freezes while picking', 'Scanner {scanner} hangs after every tenth pick. Taking the battery out helps for a while.'],
      ['Handheld {scanner} does not read small barcodes', 'With {scanner} I have to scan small codes five times. The other scanners read them at once.'],
    ],
    slots: { scanner: ['HS-018', 'HS-023', 'HS-031', 'HS-040'] },
    beats: [
      note('Firmware is two versions behind. Window is scratched. Swapped with a pool device.'),
      vendor('Zebra Repair Center', 'RMA-20988'),
    ],
    end: done('replaced', 'You have another scanner from the pool. The old one was repaired and goes back into the pool.'),
  },
  {
    category: 'hardware.phone-tablet',
    openings: [
      ['Screen of my work phone is cracked', 'I dropped my phone on the stairs. It still works, but the glass is broken in one corner and cuts my finger.'],
      ['Work phone does not charge any more', 'I tried three cables. It only charges if I hold the plug at an angle.'],
      ['iPhone restarts by itself several times a day', 'It just shows the apple and comes back after a minute. Calls get lost.'],
    ],
    beats: [
      say('Sorry to hear that, {me}. I have a replacement here. Which site will you be at tomorrow?'),
      add('I will be at {site} all week.'),
      say('Good, it will be at the reception of {site} tomorrow from 9:00. Please keep the old phone until the new one works; you need it to move the Authenticator app.'),
    ],
    end: done('replaced', 'Replacement phone handed over and enrolled, number moved. The old phone was collected.'),
  },
  {
    category: 'hardware.peripheral', work: 'fine',
    openings: [
      ['Headset crackles in calls', 'My headset crackles as soon as I move the cable. Customers have started to ask.'],
      ['Mouse wheel jumps', 'The wheel of my mouse scrolls up when I scroll down. Not urgent.'],
      ['Space key of the docked keyboard sticks', 'Every second space is missing when I type on the external keyboard.'],
    ],
    beats: [say('Hi {me}, no need to repair that. A new one is on its way to {site} with the internal mail.')],
    end: done('replaced', 'A replacement was sent. Please put the broken one into the gray box at the reception.'),
  },
  {
    category: 'hardware.meeting-room', reach: 'team',
    openings: [
      ['No sound in meeting room {room}', 'The people online could not hear us in {room}. We ended up sitting around one laptop. There is another customer meeting in there tomorrow at ten.'],
      ['Room panel in {room} shows "offline"', 'The panel outside and inside {room} says offline, so we cannot start a Teams meeting from it.'],
      ['People online cannot hear us from {room}', 'In {room} we see and hear the others, but they do not hear us. The microphone light is off.'],
    ],
    beats: [
      say('Thanks {me}. I have restarted the room system from here and will test it with a call in a minute.'),
      note('Audio device was disconnected from the room computer after the cleaning. USB cable was loose, fixed with a clamp.'),
    ],
    end: done('fixed', 'A cable behind the screen was loose. The room was tested with a call, sound and picture are fine.'),
    reopen: {
      reason: 'It happened again in our meeting just now, after about twenty minutes.',
      end: done('replaced', 'The USB hub in the room got too warm and switched off. It has been replaced, and the room ran for three hours without a break.'),
    },
  },
  {
    category: 'hardware.desktop', reach: 'team',
    openings: [
      ['Shared computer at gate {gate} is stuck at the logo', 'The computer at gate {gate} where the drivers check in shows only the maker’s logo. Drivers have to come to the office instead.'],
      ['Check-in computer at gate {gate} is very slow', 'Checking in one driver takes five minutes at gate {gate}, because every click waits.'],
    ],
    slots: { gate: ['1', '2', '4', '6'] }, departments: ['Operations'],
    beats: [
      say('I am on my way to the gate, {me}. Please send the drivers to the next gate until then.'),
      note('Disk is failing (SMART: 214 reallocated sectors). Replaced the device with the spare one and enrolled it.'),
    ],
    end: done('replaced', 'The computer was replaced. Check-in works again, and the spare one will be restocked.'),
  },
];
