// If this fails, passwords and card numbers are stored for everybody who may read a ticket, or ordinary words are taken out of what people write.
import fc from 'fast-check';
import { maskAll, maskText, maskUnder } from '../../../shared/secrets';
import { areLabelledTicketsLeftOut, readLabelledTickets } from '../../_support/labelled-tickets';

const onTickets = areLabelledTicketsLeftOut ? test.skip : test;

/** Put together here, so that nobody's scanner takes this file for a leak. */
const joined = (...parts: readonly string[]): string => parts.join('');
const JWT = joined('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIn0', '.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P');
const PEM = joined('-----BEGIN RSA PRIV', 'ATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEowIBAAKCAQEA7\nabc+/=\n-----END RSA PRIV', 'ATE KEY-----');

test.each([
  ['password: Hunter2!', 'password: •••••• (password)'],
  ['My password is Hunter2!, please reset it', 'My password is •••••• (password), please reset it'],
  ['Password:\nHunter2!\nThanks', 'Password:\n•••••• (password)\nThanks'],
  ['**Password:** Hunter2!', '**Password:** •••••• (password)'],
  ['pw=sommer', 'pw=•••••• (password)'],
  ['user: bob pw: abc123', 'user: bob pw: •••••• (password)'],
  ['I changed my password to Sommer2024! yesterday', 'I changed my password to •••••• (password) yesterday'],
  ['the new password Hunter2! does not work', 'the new password •••••• (password) does not work'],
  ['password for the SAP system is Hunter2!', 'password for the SAP system is •••••• (password)'],
  ['Password (SAP): Hunter2', 'Password (SAP): •••••• (password)'],
  ['password -> P@ssword', 'password -> •••••• (password)'],
  ['{"user":"bob","password": "hunter two 2"}', '{"user":"bob","password": "•••••• (password)"}'],
  ['DB_PASSWORD=swordfish', 'DB_PASSWORD=•••••• (password)'],
  ['PIN is 1234', 'PIN is •••••• (password)'],
  ['Passwort lautet Sommer2024', 'Passwort lautet •••••• (password)'],
  ['Das Kennwort lautet wie folgt: Sommer2024.', 'Das Kennwort lautet wie folgt: •••••• (password).'],
  ['Mein Passwort ist Winter#25 und geht nicht', 'Mein Passwort ist •••••• (password) und geht nicht'],
  ['Das Kennwort ist „Regenbogen“', 'Das Kennwort ist „•••••• (password)“'],
  ['Passwort für SAP: Winter2024!', 'Passwort für SAP: •••••• (password)'],
  ['Das Passwort für den Benutzer mmueller ist Sommer2024!', 'Das Passwort für den Benutzer mmueller ist •••••• (password)'],
  ['Passwort auf Winter#2025 geändert, geht nicht', 'Passwort auf •••••• (password) geändert, geht nicht'],
  ['WLAN-Passwort: Gast-Netz_2026', 'WLAN-Passwort: •••••• (password)'],
  ['Meine SIM-PIN lautet 4711.', 'Meine SIM-PIN lautet •••••• (password).'],
  ['Server=tcp:db.example;User ID=bob;Password=abc;def1;Encrypt=True', 'Server=tcp:db.example;User ID=bob;Password=•••••• (password);Encrypt=True'],
  ['git clone https://bob:Hunter2@git.example.com/x', 'git clone https://bob:•••••• (password)@git.example.com/x'],
])('a password in %j', (text, masked) => {
  expect(maskText(text)).toEqual({ value: masked, kinds: ['password'] });
});

test.each([
  [JWT, '•••••• (token)'],
  [`Authorization: Bearer ${JWT}`, 'Authorization: Bearer •••••• (token)'],
  ['Bearer abcdef1234567890abcdef is sent', 'Bearer •••••• (token) is sent'],
  [joined('ghp_', 'abcdefghijklmnopqrstuvwxyz0123456789'), '•••••• (token)'],
  [joined('github_', 'pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz'), '•••••• (token)'],
  [joined('the key AKIA', 'IOSFODNN7EXAMPLE is mine'), 'the key •••••• (token) is mine'],
  [joined('xoxb-', '123456789012-abcdefGHIJ'), '•••••• (token)'],
  [joined('sk-', 'proj-abcdefghijklmnop1234567890'), '•••••• (token)'],
  ['https://x.blob.core.windows.net/c/f?sv=2022&sig=abcDEF123%2Bxyz%3D&se=2026', 'https://x.blob.core.windows.net/c/f?sv=2022&sig=•••••• (token)&se=2026'],
  ['AccountName=x;AccountKey=abcdEFGH1234567890+/==;EndpointSuffix=core', 'AccountName=x;AccountKey=•••••• (token);EndpointSuffix=core'],
  ['api key: 9f8e7d6c5b4a39281706', 'api key: •••••• (token)'],
  ['Der API-Schlüssel lautet 9f8e7d6c5b4a39281706', 'Der API-Schlüssel lautet •••••• (token)'],
  [joined('client_secret = abC8', 'Q~abcdefghijklmnopqrstuvwxyz0123456'), 'client_secret = •••••• (token)'],
  ['BitLocker: 123456-123456-123456-123456-123456-123456-123456-123456', 'BitLocker: •••••• (token)'],
])('a token in %j', (text, masked) => {
  expect(maskText(text)).toEqual({ value: masked, kinds: ['token'] });
});

test('a private key is taken out whole, also when its end is missing', () => {
  expect(maskText(`Here: ${PEM} thanks`)).toEqual({ value: 'Here: •••••• (private key) thanks', kinds: ['privateKey'] });
  expect(maskText(`Here: ${PEM.slice(0, 80)}`)).toEqual({ value: 'Here: •••••• (private key)', kinds: ['privateKey'] });
});

test.each([
  'password is wrong', 'password: expired', 'password: please reset', 'password is 90 days old', 'password is 12-character', 'password: wrong!!', 'Password: Ask Bob (ext. 4711)',
  'Forgot password: Office365', 'Reset password to get access', 'password for user: bob42', 'password manager 7.0.1 crashes', 'password INC0000123', 'password: bob@example.com',
  'Password: https://reset.example.com/a1b2c3', 'password: 30.11.2026', 'password: 10:30', 'password: ********', 'password: <password>', 'password = $PASSWORD', 'password=null', 'password: CTRL+ALT+DEL',
  'passwordless sign-in: SSO2 does not work', 'Boarding pass for gate 12', 'pin 4 of the connector', 'PIN is blocked', 'please pin 1234 of them', 'password=\nThanks', 'ping: 10.0.0.1', 'token expired: 12:30', 'The token ring card 3Com905 is old', 'secret: none', 'token: seats[0]?.token',
  'Passwort ist abgelaufen', 'Passwort ist 90 Tage alt', 'Das Passwort lautet nicht mehr so', 'Kennwort: falsch', 'Passwort-Ablauf 30.11.2026', 'Passwort vergessen, bitte um Rückruf 0711 1234567', 'PIN gesperrt',
  'Bearer of bad news and understandings', 'https://example.com:8080/path@2', '6f9619ff-8b86-d011-b42d-00cf4fc964ff', '12345678-1234-1234-1234-123456789012', 'INC0000123 and REQ0000456',
  'task-sk-force-and-something-long-here', 'at 20261130113253123',
])('nothing secret in %j', (text) => {
  expect(maskText(text)).toEqual({ value: text, kinds: [] });
});

/** Beginnings and lengths of numbers that are given out today. */
const CARDS = fc.constantFrom<readonly [string, number]>(
  ['4', 16], ['4', 19], ['51', 16], ['55', 16], ['2221', 16], ['2720', 16], ['34', 15], ['37', 15], ['36', 14], ['300', 14], ['6011', 16], ['65', 16], ['3528', 16], ['62', 17], ['6304', 13], ['5018', 19],
);

function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + (at % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]! : Number(digit)), 0);
  return (10 - (sum % 10)) % 10;
}

const cardNumber = fc.tuple(CARDS, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 })).map(([[begin, length], digits]) => {
  const all = `${begin}${digits.join('')}`.slice(0, length - 1);
  return `${all}${checkDigit(all)}`;
});

const inGroups = (digits: string, separator: string): string => (digits.match(/.{1,4}/g) ?? []).join(separator);

test('every number that a card can have is masked, however it is written; with one digit off it is none', () => {
  fc.assert(
    fc.property(cardNumber, fc.constantFrom('', ' ', '-', '\u00a0'), fc.integer({ min: 1, max: 9 }), (digits, separator, off) => {
      const said = (number: string): string => `Please charge ${inGroups(number, separator)}, it is urgent`;
      expect(maskText(said(digits))).toEqual({ value: 'Please charge •••••• (card number), it is urgent', kinds: ['cardNumber'] });
      const wrong = `${digits.slice(0, -1)}${(Number(digits.at(-1)) + off) % 10}`;
      // The first sixteen digits of a longer one, in their groups, may be a good number with something behind it.
      if (separator === '' || wrong.length <= 16) expect(maskText(said(wrong)).kinds).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a number with its date, in the groups of its issuer, or beside another one', () => {
  expect(maskText('4111 1111 1111 1111 12/28').value).toBe('•••••• (card number) 12/28');
  expect(maskText('Amex 3782 822463 10005 01/27').value).toBe('Amex •••••• (card number) 01/27');
  expect(maskText('Room A12 4111 1111 1111 1111 2nd floor').value).toBe('Room A12 •••••• (card number) 2nd floor');
  expect(maskText('4111 1111 1111 1111 5500 0000 0000 0004').value).toBe('•••••• (card number) •••••• (card number)');
});

test.each([
  'Serial number 4111111111111111', 'Seriennummer: 4111 1111 1111 1111', 'SN-4111111111111111', 'Ticket 4111111111111111', 'IMEI 490154203237518', 'Auftrag 5500000000000004', 'https://example.com/4111111111111111',
  'IBAN DE89 3704 0044 0532 0130 00', 'DE89370400440532013000', 'Konto DE 89 3704 0044 0532 0130 00', '+49 151 2345 6789 012', '0049 170 1234567890', '4915112345678', '4111-1111-1111-1111-aaaa', '0.4111111111111111',
])('no card number in %j', (text) => {
  expect(maskText(text)).toEqual({ value: text, kinds: [] });
});

test('what is masked stays as it is when it is masked again, whatever stood around it', () => {
  const piece = fc.constantFrom('password', 'password: ', 'Passwort ist ', 'Hunter2!', 'pw=', ' ', '\n', 'api key: ', '9f8e7d6c5b4a39281706', '4111 1111 1111 1111', '"', JWT, PEM, 'PIN 1234', 'words', '(', ')', ';', '•');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = maskText(pieces.join(' '));
      expect(maskText(once.value)).toEqual({ value: once.value, kinds: [] });
    }),
    { numRuns: 2_000 },
  );
});

test('several kinds are named once each; every text in a value is looked at, and nothing else is touched', () => {
  const { value, kinds } = maskAll({ id: 'INC0000123', count: 4, answers: { a: 'PIN: 1234', b: ['pw=sommer', null, 'Card 4111111111111111'] }, ok: true });
  expect(value).toEqual({ id: 'INC0000123', count: 4, answers: { a: 'PIN: •••••• (password)', b: ['pw=•••••• (password)', null, 'Card •••••• (card number)'] }, ok: true });
  expect(kinds).toEqual(['password', 'cardNumber']);
});

test('what is asked for announces an answer as words in a text do', () => {
  expect(maskUnder('Password:', 'Hunter2!')).toEqual({ value: '•••••• (password)', kinds: ['password'] });
  expect(maskUnder('WLAN-Passwort *', 'Sommer#26')).toEqual({ value: '•••••• (password)', kinds: ['password'] });
  expect(maskUnder('PIN of the card?', '481516')).toEqual({ value: '•••••• (password)', kinds: ['password'] });
  for (const [label, text] of [['Password', '90 days'], ['Which password?', 'That of SAP 2'], ['Reason', 'Hunter2!'], ['Model', 'T14s-4711']] as const) expect(maskUnder(label, text)).toEqual({ value: text, kinds: [] });
  expect(maskUnder(`password: ${'Hunter2!'} of`, 'pw: Winter#3')).toEqual({ value: 'pw: •••••• (password)', kinds: ['password'] });
});

const UNITS = [
  'pw=', 'password:', 'password: "', 'password for a a a ', 'passwort', 'password (', 'pass pass ', 'pin ', 'api_access_', 'pw=;a', 'pw=a;a=', 'eyJ', '-eyJaaaaaaaaa', 'eyJaaaaaaaa.', joined('-----BEGIN PRIV', 'ATE KEY-----'), '-----BEGIN ', '-',
  '1', '4 ', '4111 ', '4111111111111111 ', '123456-', 'serial4111111111111 ', 'a1Q~', 'a://b:', 'http://a:b', '?sig=', 'Bearer ', 'Bearer aaaaaaaaaaaaaaaaaaaaa', 'sk-', '-sk-aaaaaaaaaaaaaaaaaaaaaaa', 'passwort für alle ', ' ', '\n', 'a', '•',
];

/** Milliseconds of this process, the best of three: others use the machine, too. */
function cost(text: string): number {
  const tries = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    maskText(text);
    return process.cpuUsage(before).user / 1_000;
  });
  return Math.min(...tries);
}

test.each(UNITS)('a hostile text of many %j takes time in proportion to its length', (unit) => {
  const textOf = (chars: number): string => unit.repeat(Math.ceil(chars / unit.length));
  // Sixteen times as long: with every pair of places looked at, it would take 256 times as long.
  const [short, long] = [cost(textOf(12_500)), cost(textOf(200_000))];
  expect(long / Math.max(short, 3)).toBeLessThan(100);
});

onTickets('real tickets are left as they are: none of their words is taken for a secret', () => {
  const tickets = readLabelledTickets();
  const masked = tickets.filter(({ text }) => maskText(text).kinds.length > 0);
  expect(tickets.filter(({ text }) => /passw/.test(text)).length).toBeGreaterThan(1_000);
  expect(masked.length / tickets.length).toBeLessThan(0.001);
});

onTickets('and still are where a colon or a verb stands behind the word, as people write it', () => {
  // The tickets come without signs: whatever word follows is taken for the value.
  const spots = ['is', 'was', 'ist'];
  const texts = readLabelledTickets().filter(({ text }) => text.includes('passw')).map(({ text }) => text.replace(/(passwords?) (\w+)/g, (_whole, label: string, next: string, at: number) => `${label}${at % 2 ? ':' : ` ${spots[at % 3]}`} ${next}`));
  expect(texts.filter((text) => maskText(text).kinds.length > 0)).toEqual([]);
});
