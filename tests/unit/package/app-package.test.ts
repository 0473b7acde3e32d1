// If this fails, Teams refuses the app package, or shows it with missing icons, wrong links or half in English.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { understand } from '../../../bot/chat/understand';
import { browserLink, TAB_ENTITY_ID } from '../../../bot/config/links';
import { CREATE_TICKET, SEARCH_ARTICLES, SEARCH_TICKETS } from '../../../bot/teams/extension/routes';

const ROOT = path.resolve(__dirname, '../../..');
const SCHEMAS = path.join(ROOT, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
const SETTINGS = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  AAD_APP_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  BOT_DOMAIN: 'bellhop.example.com',
  DEVELOPER_NAME: 'Nordwind',
  WEBSITE_URL: 'https://www.nordwind.example',
  PRIVACY_URL: 'https://www.nordwind.example/privacy',
  TERMS_URL: 'https://www.nordwind.example/terms',
};

interface Manifest {
  readonly manifestVersion: string;
  readonly version: string;
  readonly id: string;
  readonly staticTabs: readonly { readonly entityId: string; readonly name?: string; readonly contentUrl?: string }[];
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly supportsFiles: boolean;
    readonly commandLists: readonly { readonly scopes: readonly string[]; readonly commands: readonly { readonly title: string; readonly description: string }[] }[];
  }[];
  readonly composeExtensions: readonly {
    readonly botId: string;
    readonly commands: readonly {
      readonly id: string;
      readonly type: string;
      readonly title: string;
      readonly description: string;
      readonly parameters?: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
  readonly localizationInfo: { readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[] };
  readonly icons: { readonly color: string; readonly outline: string };
  readonly validDomains: readonly string[];
  readonly webApplicationInfo: { readonly id: string; readonly resource: string };
}

/** Packing checks the manifest against Microsoft's schema; it must not need the network for that. */
const OFFLINE = `--import=data:text/javascript,${encodeURIComponent('globalThis.fetch = () => { throw new Error("offline"); }')}`;

function pack(settings: Record<string, string>, out: string): void {
  const env = { ...process.env, NODE_OPTIONS: OFFLINE, ...settings };
  execFileSync(process.execPath, ['env/package-app.mjs', '--env', 'dev', '--out', out], { cwd: ROOT, env, stdio: 'pipe' });
}

/** Reads the directory at the end of the archive, as every unzip program does. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    files.set(archive.toString('utf8', at + 46, at + 46 + nameLength), inflateRawSync(archive.subarray(start, start + packed)));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** Width, height and the pixels as RGBA, of a PNG without interlacing. */
function readPng(png: Buffer): { width: number; height: number; pixels: number[][] } {
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const lines: number[][] = [];
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    const line: number[] = [];
    for (let x = 0; x < stride; x += 1) {
      const [left, up, corner] = [line[x - channels] ?? 0, lines[y - 1]?.[x] ?? 0, x >= channels ? (lines[y - 1]?.[x - channels] ?? 0) : 0];
      line.push(((raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)) & 0xff);
    }
    lines.push(line);
  }
  const pixels = lines.flatMap((line) => Array.from({ length: width }, (_, x) => [...line.slice(x * channels, (x + 1) * channels), ...(channels === 3 ? [255] : [])]));
  return { width, height, pixels };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 0) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

const folder = mkdtempSync(path.join(tmpdir(), 'bellhop-package-'));
let files: Map<string, Buffer>;
let manifest: Manifest;

const content = (name: string): Buffer => files.get(name) ?? Buffer.alloc(0);

beforeAll(() => {
  const out = path.join(folder, 'app.zip');
  pack(SETTINGS, out);
  files = unzip(readFileSync(out));
  manifest = JSON.parse(content('manifest.json').toString()) as Manifest;
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the package holds the manifest, its translations and both icons, nothing else', () => {
  expect([...files.keys()].sort()).toEqual(['color.png', 'de.json', 'manifest.json', 'outline.png']);
  expect(content('color.png')).toEqual(readFileSync(path.join(ROOT, 'appPackage/color.png')));
});

test('packing twice gives the same bytes', () => {
  const again = path.join(folder, 'again.zip');
  pack(SETTINGS, again);
  expect(readFileSync(again)).toEqual(readFileSync(path.join(folder, 'app.zip')));
});

test('packing without settings names each one that is missing', () => {
  const empty = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, '']));
  expect(() => pack(empty, path.join(folder, 'none.zip'))).toThrow(/TEAMS_APP_ID, BOT_DOMAIN, BOT_ID, AAD_APP_CLIENT_ID/);
});

test('packing checks the manifest against the schema of Microsoft and says what Teams would refuse', () => {
  expect(() => pack({ ...SETTINGS, BOT_ID: 'my-bot' }, path.join(folder, 'wrong.zip'))).toThrow(/botId must match pattern/);
});

test('the version is the version of Bellhop', () => {
  expect(manifest.version).toBe((JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version);
});

test('the German texts hold against the schema of translations', () => {
  interface Rule {
    readonly maxLength?: number;
  }
  const file = path.join(SCHEMAS, `v${manifest.manifestVersion}/MicrosoftTeams.Localization.schema.json`);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as { required: string[]; properties: Record<string, Rule>; patternProperties: Record<string, Rule> };
  const german = JSON.parse(content('de.json').toString()) as Record<string, string>;
  for (const [key, text] of Object.entries(german)) {
    const rule = schema.properties[key] ?? Object.entries(schema.patternProperties).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
    expect({ key, isKnown: rule !== undefined, fits: text.length <= (rule?.maxLength ?? Infinity) }).toEqual({ key, isKnown: true, fits: true });
  }
  expect(Object.keys(german)).toEqual(expect.arrayContaining(schema.required));
});

test('everything people read in the manifest is there in German', () => {
  const german = JSON.parse(content('de.json').toString()) as Record<string, string>;
  const tabs = manifest.staticTabs.flatMap((tab, at) => (tab.name ? [`staticTabs[${at}].name`] : []));
  const commands = manifest.bots[0]?.commandLists.flatMap((list, l) =>
    list.commands.flatMap((_, c) => ['title', 'description'].map((key) => `bots[0].commandLists[${l}].commands[${c}].${key}`)),
  );
  const extension = manifest.composeExtensions[0]?.commands.flatMap((command, c) => [
    `composeExtensions[0].commands[${c}].title`,
    `composeExtensions[0].commands[${c}].description`,
    ...(command.parameters ?? []).flatMap((_, p) => ['title', 'description'].map((key) => `composeExtensions[0].commands[${c}].parameters[${p}].${key}`)),
  ]);
  const wanted = ['name.short', 'name.full', 'description.short', 'description.full', ...tabs, ...(commands ?? []), ...(extension ?? [])];
  expect(Object.keys(german).filter((key) => key !== '$schema').sort()).toEqual(wanted.sort());
});

test('texts fit where Teams shows them', () => {
  // The schema allows more; Teams cuts these off (command menu of the compose box, app tiles).
  const english = manifest.bots.flatMap((bot) => bot.commandLists.flatMap((list) => list.commands));
  for (const command of english) {
    expect(command.title.length).toBeLessThanOrEqual(32);
    expect(command.description.length).toBeLessThanOrEqual(128);
  }
  const german = JSON.parse(content('de.json').toString()) as Record<string, string>;
  const tooLong = Object.entries(german).filter(([key, text]) => (/commands\[\d\]\.title$/.test(key) && text.length > 32) || (key === 'description.short' && text.length > 80));
  expect(tooLong).toEqual([]);
});

test('the bot works in personal chats, channels and group chats, and takes files', () => {
  expect(manifest.bots).toMatchObject([{ botId: SETTINGS.BOT_ID, scopes: ['personal', 'team', 'groupChat'], supportsFiles: true }]);
  expect(manifest.composeExtensions[0]?.botId).toBe(SETTINGS.BOT_ID);
});

test('the message extension offers what the bot answers', () => {
  const commands = manifest.composeExtensions[0]?.commands.map(({ id, type }) => ({ id, type }));
  expect(commands).toEqual([
    { id: SEARCH_TICKETS, type: 'query' },
    { id: SEARCH_ARTICLES, type: 'query' },
    { id: CREATE_TICKET, type: 'action' },
  ]);
});

test('a command picked from the list is understood, in either language', () => {
  const german = JSON.parse(content('de.json').toString()) as Record<string, string>;
  const titles = manifest.bots[0]?.commandLists.flatMap((list, l) =>
    list.commands.flatMap(({ title }, c) => [title, german[`bots[0].commandLists[${l}].commands[${c}].title`] ?? '']),
  );
  for (const title of titles ?? []) {
    const { kind } = understand(title, { inThread: false, isAgent: true, hasFiles: false });
    expect({ title, isUnderstood: !['draft', 'unclear', 'didYouMean'].includes(kind) }).toEqual({ title, isUnderstood: true });
  }
});

test('links from cards find the tab that the manifest names', () => {
  const tab = manifest.staticTabs.find((entry) => entry.entityId === TAB_ENTITY_ID);
  expect(tab?.contentUrl).toBe(browserLink({ publicUrl: `https://${SETTINGS.BOT_DOMAIN}` }, '/queue'));
  expect(new Set(manifest.staticTabs.map((entry) => entry.entityId)).size).toBe(manifest.staticTabs.length);
});

test('Teams may frame the tab and get a token for it', () => {
  expect(manifest.validDomains).toEqual([SETTINGS.BOT_DOMAIN]);
  expect(manifest.webApplicationInfo).toEqual({ id: SETTINGS.AAD_APP_CLIENT_ID, resource: `api://${SETTINGS.BOT_DOMAIN}/${SETTINGS.AAD_APP_CLIENT_ID}` });
});

test('the color icon is 192 pixels wide, opaque and has its drawing in the middle', () => {
  const { width, height, pixels } = readPng(content('color.png'));
  expect([width, height]).toEqual([192, 192]);
  expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  expect(new Set(pixels.map((pixel) => pixel.join())).size).toBeGreaterThan(20);
});

test('the outline icon is 32 pixels wide, white on nothing', () => {
  const { width, height, pixels } = readPng(content('outline.png'));
  expect([width, height]).toEqual([32, 32]);
  const drawn = pixels.filter(([, , , alpha]) => alpha !== 0);
  expect(drawn.length).toBeGreaterThan(50);
  expect(drawn.length).toBeLessThan(600);
  expect(drawn.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([]);
});
