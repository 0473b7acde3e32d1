// If this fails, something ships that nobody has looked at: a license that asks for more than its notice, a program that runs during the
// installation, a package without a hash, or a bill of materials that leaves things out.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, importsOf, read, ROOT } from './source-files';

interface Shipped {
  readonly part: 'server' | 'tab';
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

interface Review {
  readonly package: string;
  readonly declared?: string;
  readonly license: string;
  readonly proof: string;
  readonly says: string;
}

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const { shippedPackages, idOf, TAB_PACKAGES } = jest.requireActual<{
  shippedPackages(): readonly Shipped[];
  idOf(entry: Shipped): string;
  TAB_PACKAGES: readonly string[];
}>('../../env/supply/shipped.mjs');
const { isMet, licensed } = jest.requireActual<{
  isMet(expression: string | undefined, allowed: readonly string[]): boolean;
  licensed(packages?: readonly Partial<Shipped>[]): readonly (Shipped & { readonly isAllowed: boolean })[];
}>('../../env/supply/licenses.mjs');
const { REVIEWED } = jest.requireActual<{ REVIEWED: readonly Review[] }>('../../env/supply/reviewed-licenses.mjs');
const { problemsOf } = jest.requireActual<{ problemsOf(accepted: unknown): readonly string[] }>('../../env/supply/advisories.mjs');

const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(packages).filter(([folder]) => folder !== '');
const shipped = shippedPackages();
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Readonly<Record<string, string>> };

/** What would run during an installation, and why nothing is missing when it does not. */
const WITHOUT_SCRIPT: Readonly<Record<string, string>> = {
  'botbuilder-dialogs': 'Removes doubled copies of recognizers; with them there, each recognizer has its own.',
  'dtrace-provider': 'Compiles probes for DTrace; without them restify takes the stand-in that comes with it.',
  lmdb: 'Looks whether it has to compile; the compiled form comes as a package for each platform.',
  'msgpackr-extract': 'The same; and msgpackr does without it where there is none.',
};

/** The form that npm would compile comes as packages for these platforms. */
const PLATFORMS = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64'];

test('what ships on the server is what npm installs without development packages', () => {
  const byNpm = locked.filter(([, { dev }]) => !dev).map(([folder]) => folder);
  expect(byNpm.length).toBeGreaterThan(200);
  expect(shipped.filter(({ part }) => part === 'server').map(({ folder }) => folder)).toEqual(byNpm.sort());
});

test('what the tab imports ships with it', () => {
  const imported = filesIn('tab/src').flatMap(importsOf).filter((entry) => entry.package && !entry.isTypeOnly);
  const names = new Set(imported.map((entry) => entry.package ?? ''));
  expect([...names].filter((name) => !(name in dependencies)).sort()).toEqual([...TAB_PACKAGES].sort());
  expect(shipped.filter(({ part }) => part === 'tab').map(({ name }) => name)).toEqual(expect.arrayContaining([...TAB_PACKAGES, 'scheduler']));
});

test('everything that ships has a license that was allowed or reviewed', () => {
  expect(licensed().filter(({ isAllowed }) => !isAllowed).map(idOf)).toEqual([]);
});

test('the lock file tells the licenses that the packages themselves name', () => {
  const differing = shipped.filter(({ folder, license }) => {
    const manifest = path.join(ROOT, folder, 'package.json');
    // Packages of other platforms are not there.
    return existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { license?: string }).license !== license;
  });
  expect(differing.map(idOf)).toEqual([]);
});

test.each(REVIEWED)('the license of $package stands in its file $proof', ({ package: id, declared, proof, says }) => {
  const entry = shipped.find((candidate) => idOf(candidate) === id);
  expect(entry).toMatchObject(declared ? { license: declared } : { name: id.slice(0, id.lastIndexOf('@')) });
  expect(readFileSync(path.join(ROOT, entry?.folder ?? '', proof), 'utf8')).toContain(says);
});

test('a review holds for one version and for what its package said then', () => {
  const allowed = (version: string, license: string): boolean | undefined => licensed([{ name: 'ical.js', version, license }])[0]?.isAllowed;
  const version = shipped.find(({ name }) => name === 'ical.js')?.version ?? '';
  expect([allowed(version, 'MPL-2.0'), allowed('99.0.0', 'MPL-2.0'), allowed(version, 'GPL-3.0-only')]).toEqual([true, false, false]);
});

test.each<[string | undefined, boolean]>([
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only OR MIT AND ISC', true],
  ['(GPL-3.0-only OR MIT) AND AGPL-3.0-only', false],
  ['(MIT AND (ISC OR GPL-3.0-only))', true],
  ['MIT WITH Some-exception', false],
  ['MIT OR', false],
  ['(MIT', false],
  ['MIT ISC', false],
  ['SEE LICENSE IN license.txt', false],
  ['UNLICENSED', false],
  ['', false],
  [undefined, false],
])('with MIT and ISC allowed, the license %p is met: %p', (expression, expected) => {
  expect(isMet(expression, ['MIT', 'ISC'])).toBe(expected);
});

test('the list of accepted advisories is well formed, and what it points at exists', () => {
  const accepted = JSON.parse(read('env/supply/accepted-advisories.json')) as { risks: readonly { packages: readonly string[]; decision: string }[] };
  expect(problemsOf(accepted)).toEqual([]);
  expect(accepted.risks.filter(({ decision }) => !existsSync(path.join(ROOT, decision)))).toEqual([]);
});

test('the page about the supply chain tells what is accepted, until when, and which licenses were read', () => {
  const { advisories, risks } = JSON.parse(read('env/supply/accepted-advisories.json')) as Record<'advisories' | 'risks', readonly { id: string; until: string; decision?: string }[]>;
  const page = read('docs/supply-chain.md');
  const names = REVIEWED.map(({ package: id }) => `\`${id.slice(0, id.lastIndexOf('@'))}\``);
  const wanted = [...advisories.map(({ id }) => id), ...[...advisories, ...risks].map(({ until }) => until), ...risks.map(({ decision }) => path.basename(decision ?? '')), ...names];
  expect([...wanted, ...Object.keys(WITHOUT_SCRIPT)].filter((word) => !page.includes(word))).toEqual([]);
});

test('every package of the archived Bot Framework that ships is named as a risk', () => {
  const { risks } = JSON.parse(read('env/supply/accepted-advisories.json')) as { risks: readonly { id: string; packages: readonly string[] }[] };
  const family = shipped.map(({ name }) => name).filter((name) => /^(botbuilder|botframework)|^@microsoft\/(teams-ai$|recognizers-text)/.test(name));
  expect(family).toContain('botframework-connector');
  expect([...(risks.find(({ id }) => id === 'bot-framework-archived')?.packages ?? [])].sort()).toEqual([...new Set(family)].sort());
});

test('every package in the lock file has a hash', () => {
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([folder]) => folder)).toEqual([]);
});

test('nothing that ships needs to run a program during the installation', () => {
  const withScript = shipped.filter(({ folder }) => packages[folder]?.hasInstallScript).map(({ name }) => name);
  expect([...new Set(withScript)].sort()).toEqual(Object.keys(WITHOUT_SCRIPT).sort());
  const names = shipped.map(({ name }) => name);
  for (const platform of PLATFORMS) expect(names).toContain(`@lmdb/lmdb-${platform}`);
});

test('the bill of materials names everything that ships, with hash and license, and no place it comes from', () => {
  const bill = (): string => execFileSync(process.execPath, ['env/supply.mjs', 'sbom'], {
    cwd: ROOT,
    encoding: 'utf8',
    // Nobody listens there: the lock file has to be enough.
    env: { ...process.env, SOURCE_DATE_EPOCH: '1764547200', npm_config_registry: 'http://127.0.0.1:9/' },
  });
  const text = bill();
  interface Component {
    readonly 'bom-ref': string;
    readonly scope: string;
    readonly hashes?: readonly unknown[];
    readonly licenses?: readonly unknown[];
  }
  const { bomFormat, components, dependencies: edges } = JSON.parse(text) as {
    bomFormat: string;
    components: readonly Component[];
    dependencies: readonly { ref: string; dependsOn: readonly string[] }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  const refs = components.map((component) => component['bom-ref']);
  expect([...refs].sort()).toEqual([...new Set(shipped.map(idOf))].sort());
  expect(components.filter(({ hashes, licenses }) => !hashes?.length || !licenses?.length)).toEqual([]);
  expect(components.find((component) => component['bom-ref'].startsWith('react-dom@'))?.scope).toBe('required');
  expect(edges.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.includes(ref))).toEqual([]);
  expect(text.match(/https?:\/\/(?!cyclonedx\.org\/)[^"]*/g)).toBeNull();
  // The same lock file and the same day: the same file.
  expect(bill()).toBe(text);
});
