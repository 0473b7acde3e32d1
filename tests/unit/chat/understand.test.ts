// If this fails, the bot misunderstands people: a greeting becomes a ticket, a command is lost, or a slip is done instead of asked about.
import { readResolution } from '../../../bot/chat/resolution-text';
import { ownWords, understand, type Circumstances } from '../../../bot/chat/understand';

const personal: Circumstances = { inThread: false, isAgent: false, hasFiles: false };
const agent: Circumstances = { ...personal, isAgent: true };
const thread: Circumstances = { ...personal, inThread: true };
const agentThread: Circumstances = { ...agent, inThread: true };

const INC = 'INC0000123';

/** `kind`, or `command take INC0000123 | rest`. */
function said(text: string, circumstances: Circumstances): string {
  const intent = understand(text, circumstances);
  switch (intent.kind) {
    case 'command':
      return ['command', intent.command, intent.id ?? '-', intent.rest && `| ${intent.rest}`].filter(Boolean).join(' ');
    case 'about':
      return `about ${intent.id} | ${intent.text}`;
    case 'search':
      return `search ${intent.q}`.trim();
    case 'new':
    case 'draft':
      return `${intent.kind} ${intent.text}`.trim();
    case 'didYouMean':
      return `didYouMean ${intent.suggestion}`;
    default:
      return intent.kind;
  }
}

const asDraft = (text: string): [string, string] => [text, `draft ${text}`];

describe('what anybody writes in a personal chat', () => {
  test.each<[string, string]>([
    ['help', 'help'], ['Help!', 'help'], ['/help', 'help'], ['Hilfe', 'help'], ['help me please', 'help'], ['?', 'help'], ['What can you do?', 'help'],
    ['Was kannst du?', 'help'], ['Bellhop, help', 'help'], ['I need help', 'help'], ['wie funktioniert das?', 'help'],
    ['hi', 'greeting'], ['Hello there!', 'greeting'], ['Hi Bellhop', 'greeting'], ['good morning', 'greeting'], ['Guten Tag', 'greeting'], ['Moin moin', 'greeting'],
    ['Hallo zusammen', 'greeting'], ['Grüß Gott', 'greeting'], ['hey bot, how are you?', 'greeting'], ['Hallo, wie geht es dir?', 'greeting'], ['bellhop', 'greeting'],
    ['thanks', 'thanks'], ['Thank you so much!', 'thanks'], ['thx', 'thanks'], ['Vielen Dank!', 'thanks'], ['danke, alles gut', 'thanks'], ['Danke für die schnelle Hilfe', 'thanks'],
    ['ok thanks', 'thanks'], ['Super, danke!', 'thanks'], ['it works now, thank you', 'thanks'],
    ['ok', 'acknowledged'], ['Alles klar', 'acknowledged'], ['got it', 'acknowledged'], ['yes', 'acknowledged'], ['nein', 'acknowledged'], ['👍', 'acknowledged'], ['Tschüss', 'acknowledged'], ['perfect!', 'acknowledged'],
    ['my tickets', 'myTickets'], ['Meine Tickets', 'myTickets'], ['show my open tickets', 'myTickets'], ['Zeig mir meine offenen Tickets bitte', 'myTickets'], ['tickets', 'myTickets'],
    ["What's the status of my tickets?", 'myTickets'], ['status', 'myTickets'], ['my requests', 'myTickets'], ['meine Anfragen', 'myTickets'], ['wie steht es um meine Störungen?', 'myTickets'], ['list my incidents', 'myTickets'],
    ['queue', 'queue'], ['my queue', 'queue'], ['show me the queue', 'queue'], ['Warteschlange', 'queue'], ['meine Arbeit', 'queue'], ['my work', 'queue'], ['unassigned tickets', 'queue'],
    ['approvals', 'approvals'], ['my approvals', 'approvals'], ['Genehmigungen', 'approvals'], ['offene Genehmigungen', 'approvals'], ['pending approvals', 'approvals'],
    ['search printer', 'search printer'], ['search for VPN drops', 'search VPN drops'], ['Suche nach Drucker', 'search Drucker'], ['suche: WLAN', 'search WLAN'], ['search', 'search'],
    ['', 'empty'], ['   \n ', 'empty'], ['...', 'unclear'], ['!!!', 'unclear'], ['> what you wrote', 'unclear'],
  ])('%j is %s', (text, expected) => expect(said(text, personal)).toBe(expected));

  test.each<[string, string]>([
    ['INC123', `command show ${INC}`], ['inc 0000123', `command show ${INC}`], ['#INC-123', `command show ${INC}`], ['#REQ12', 'command show REQ0000012'], ['INC0000123?', `command show ${INC}`],
    ['status INC123', `command show ${INC}`], ['Status von INC123', `command show ${INC}`], ["what's with INC123?", `command show ${INC}`], ['wie steht es um INC123', `command show ${INC}`], ['ticket inc123', `command show ${INC}`],
    ['show ticket INC123', `command show ${INC}`], ['INC123 status', `command show ${INC}`], ['zeig mir INC123', `command show ${INC}`],
    ['INC123 any news?', `about ${INC} | any news?`], ['INC123: it happens again', `about ${INC} | it happens again`], ['INC123 ist schon wieder kaputt', `about ${INC} | ist schon wieder kaputt`],
    ['reply INC123 It works now', `command reply ${INC} | It works now`], ['antworte INC123: Ja, gerne', `command reply ${INC} | Ja, gerne`], ['cancel INC123', `command cancel ${INC}`],
    ['reopen INC123 still broken', `command reopen ${INC} | still broken`], ['close INC123', `command close ${INC}`], ['watch INC123', `command watch ${INC}`],
    ['why is INC123 due then?', `command why ${INC}`], ['Why is INC0000123 due on that date', `command why ${INC}`], ['why INC123', `command why ${INC}`], ['INC123 why overdue', `command why ${INC}`], ['explain INC123', `command why ${INC}`],
    ['Warum ist INC123 dann fällig?', `command why ${INC}`], ['wieso ist das Ticket INC123 erst dann fällig', `command why ${INC}`], ['INC123: warum so spät?', `command why ${INC}`], ['why due', 'command why -'],
    ['why is INC123 still broken?', asDraft('why is INC123 still broken?')[1]], ['INC123 why does nobody answer', `about ${INC} | why does nobody answer`],
    ['123', `didYouMean ${INC}`],
  ])('a ticket by number: %j is %s', (text, expected) => expect(said(text, personal)).toBe(expected));

  test.each<[string, string]>([
    asDraft('VPN drops every hour'), asDraft('Mein Drucker druckt nicht'), asDraft('Hi, my laptop does not start'), asDraft('Hallo, ich brauche einen neuen Monitor'), asDraft('printer'),
    asDraft('Help, the printer is on fire'), asDraft('Hilfe, mein Bildschirm flackert'), asDraft('Thanks to the update nothing works'), asDraft('new laptop please'), asDraft('The problem of INC123 is back'),
    asDraft('my ticket machine is broken'), asDraft('My requests to the server time out'), asDraft('Queue of the printer is stuck'), asDraft('Open request form does not load'), asDraft('Resolve the DNS issue in Berlin'),
    asDraft('Note book broken'), asDraft('Can you reset my password?'), asDraft('no sound in Teams'), asDraft('ok but the VPN still drops'), asDraft('Take a look at my keyboard'), asDraft('Approval of my leave is missing in the HR system'),
    ['new: VPN is down', 'new VPN is down'], ['new ticket VPN is down', 'new VPN is down'], ['Neues Ticket: VPN geht nicht', 'new VPN geht nicht'], ['create a ticket for a broken mouse', 'new a broken mouse'],
    ['Bitte eröffne ein Ticket: Maus defekt', 'new Maus defekt'], ['ticket: no network', 'new no network'], ['new ticket', 'new'], ['new', 'new'], ['report', 'new'], ['Störung: Netz weg', 'new Netz weg'],
  ])('a report: %j is %s', (text, expected) => expect(said(text, personal)).toBe(expected));

  test.each<[string, string]>([
    ['hlep', 'didYouMean help'], ['my tickts', 'didYouMean my tickets'], ['meine tikets', 'didYouMean meine tickets'], ['queu', 'didYouMean queue'], ['hifle', 'didYouMean hilfe'], ['Warteschalnge', 'didYouMean warteschlange'],
    ['tkae INC12', 'didYouMean take INC0000012'], ['resovle INC12 fixed Done', 'didYouMean resolve INC0000012 fixed Done'], ['asign INC12 to Bob', 'didYouMean assign INC0000012 to Bob'], ['antwrote INC12 ja', 'didYouMean antworte INC0000012 ja'],
    ['statsu INC12', 'didYouMean status INC0000012'],
  ])('a slip is asked about, never done: %j is %s', (text, expected) => expect(said(text, agent)).toBe(expected));

  test('files alone are files; with words they are a report', () => {
    expect(said('', { ...personal, hasFiles: true })).toBe('files');
    expect(said('hi', { ...personal, hasFiles: true })).toBe('draft hi');
    expect(said('see the screenshot', { ...personal, hasFiles: true })).toBe('draft see the screenshot');
  });

  test('a command without its number asks for the number', () => {
    expect(said('take', agent)).toBe('command take -');
    expect(said('resolve it', agent)).toBe('command resolve -');
    expect(said('assign to Bob', agent)).toBe('command assign - | to Bob');
  });
});

describe('what agents write', () => {
  test.each<[string, string]>([
    ['take INC123', `command take ${INC}`], ['Take inc-123 please', `command take ${INC} | please`], ['übernehme INC123', `command take ${INC}`], ['INC123 übernehmen', `command take ${INC}`], ['INC123 take', `command take ${INC}`], ['claim #INC123', `command take ${INC}`],
    ['resolve INC123 fixed Replaced the cable', `command resolve ${INC} | fixed Replaced the cable`], ['resolve INC123: workaround, restart weekly', `command resolve ${INC} | workaround, restart weekly`], ['löse INC123 Kabel getauscht', `command resolve ${INC} | Kabel getauscht`],
    ['resolve INC123', `command resolve ${INC}`], ['note INC123 Cable was loose', `command note ${INC} | Cable was loose`], ['Notiz INC123: Kabel lose', `command note ${INC} | Kabel lose`], ['INC123 note Cable was loose', `command note ${INC} | Cable was loose`],
    ['assign INC123 to Carol Clark', `command assign ${INC} | to Carol Clark`], ['reassign INC123 to Network: switch port dead', `command assign ${INC} | to Network: switch port dead`], ['weise INC123 Bob zu', `command assign ${INC} | Bob`], ['INC123 an Network zuweisen', `command assign ${INC} | Network`],
    ['hold INC123', `command hold ${INC}`], ['put INC123 on hold', `command hold ${INC}`], ['resume INC123', `command resume ${INC}`],
    ['reply INC123 First line\nSecond line', `command reply ${INC} | First line\nSecond line`],
  ])('%j is %s', (text, expected) => expect(said(text, agent)).toBe(expected));
});

describe('in the thread of a ticket', () => {
  test.each<[string, string]>([
    asDraft('I restarted it, no change'), asDraft('ok'), asDraft('thanks'), asDraft('yes'), asDraft('Hi, any news?'), asDraft('note that it only happens in the morning'), asDraft('new cable did not help'), asDraft('search did not help either'), asDraft('resolve it soon please'), asDraft('why is it due then?'), ['why is INC123 due then', `command why ${INC}`],
    ['help', 'help'], ['my tickets', 'myTickets'], ['INC123', `command show ${INC}`], ['status', 'command show -'],
  ])('the requester writes %j: %s', (text, expected) => expect(said(text, thread)).toBe(expected));

  test.each<[string, string]>([
    ['take', 'command take -'], ['I take it', 'command take -'], ['übernehme ich', 'command take -'], ['note customer is on leave', 'command note - | customer is on leave'], ['Notiz: Kunde im Urlaub', 'command note - | Kunde im Urlaub'],
    ['reply: please restart', 'command reply - | please restart'], ['resolve fixed Replaced the cable', 'command resolve - | fixed Replaced the cable'], ['resolve: Replaced the cable', 'command resolve - | Replaced the cable'],
    ['assign to Carol', 'command assign - | to Carol'], ['assign it to Network', 'command assign - | to Network'], ['zuweisen an Carol', 'command assign - | an Carol'], ['hold', 'command hold -'], ['take INC123', `command take ${INC}`], ['why is it due then?', 'command why -'], ['warum fällig', 'command why -'], asDraft('why?'),
    ['ntoe customer is angry', 'didYouMean note customer is angry'], ['resovle fixed done', 'didYouMean resolve fixed done'],
    asDraft('Have you tried a restart?'), asDraft('Take a look at the second screenshot'), asDraft('Not yet, tomorrow'), asDraft('Resolve happens tonight'), asDraft('ok'),
  ])('an agent writes %j: %s', (text, expected) => expect(said(text, agentThread)).toBe(expected));
});

describe('quotes, signatures and long texts', () => {
  test('commands in a quote or a signature are not commands', () => {
    expect(said('> take INC123\nI think Bob should do that', agent)).toBe('draft > take INC123\nI think Bob should do that');
    expect(said('VPN drops\n-- \nAlice\nhelp desk', personal)).toBe('draft VPN drops\n-- \nAlice\nhelp desk');
    expect(ownWords('VPN drops\n\nSent from my phone')).toBe('VPN drops');
    expect(ownWords('> old\nnew\n> older')).toBe('new');
  });

  test('a long text stays whole', () => {
    const long = `My VPN drops. ${'It is very annoying and happens all the time. '.repeat(300)}`.trim();
    expect(understand(long, personal)).toEqual({ kind: 'draft', text: long });
  });

  test.each(['<script>alert(1)</script>', '[click me](http://evil.example)', 'a'.repeat(10_000), '\u202egnp.exe', '((((((((((', 'INC'.repeat(2_000), '💥 '.repeat(3_000)])('odd text never breaks it', (text) => {
    expect(() => understand(text, agentThread)).not.toThrow();
    expect(() => understand(text, personal)).not.toThrow();
  });
});

test.each<[string, string | undefined, string]>([
  ['fixed Replaced the cable', 'fixed', 'Replaced the cable'],
  ['workaround: restart weekly', 'workaround', 'restart weekly'],
  ['Replaced the cable', 'replaced', 'Replaced the cable'],
  ['user education: showed the menu', 'userEducation', 'showed the menu'],
  ['Behoben Kabel getauscht', 'fixed', 'Kabel getauscht'],
  ['Kein Fehler gefunden. Alles geprüft.', 'noFaultFound', 'Alles geprüft.'],
  ['Cable was loose', undefined, 'Cable was loose'],
  ['fixedly stares', undefined, 'fixedly stares'],
  ['fixed', 'fixed', ''],
])('a resolution in words: %j', (text, code, notes) => expect(readResolution(text)).toEqual({ ...(code && { code }), notes }));
