// If this fails, a practice, a database or Bot Framework has leaked through a wall: the next change breaks a surface nobody thought of.
import { builtinModules } from 'node:module';
import { filesIn, importsOf, read, type Import } from './source-files';

/** Which rooms of shared a room may use, besides kernel and strings. Read top down: a room uses only rooms above it. */
const ROOMS: Record<string, readonly string[]> = {
  kernel: [],
  strings: [],
  secrets: [],
  storage: [],
  classifier: [],
  people: [],
  sla: [],
  knowledge: [],
  configuration: [],
  approvals: [],
  scheduling: ['configuration', 'sla'],
  catalog: ['classifier', 'people', 'sla', 'knowledge', 'configuration', 'approvals', 'scheduling'],
  webhooks: ['catalog'],
  'integration-keys': ['catalog'],
  routing: ['classifier', 'catalog', 'people', 'sla'],
  automation: ['catalog', 'scheduling', 'sla'],
  tickets: ['catalog', 'people', 'approvals', 'routing', 'sla', 'automation', 'webhooks'],
  announcements: ['catalog'],
  changes: ['catalog', 'sla', 'people', 'configuration', 'approvals', 'scheduling', 'webhooks'],
  'change-templates': ['catalog', 'configuration', 'approvals', 'changes'],
  'freeze-exceptions': ['catalog', 'approvals', 'scheduling', 'changes'],
  meetings: ['catalog', 'people', 'scheduling', 'changes'],
  handovers: ['catalog', 'people', 'sla', 'routing', 'tickets', 'changes', 'change-templates', 'freeze-exceptions'],
  app: [
    'secrets', 'classifier', 'people', 'sla', 'knowledge', 'configuration', 'approvals', 'scheduling', 'catalog', 'webhooks', 'integration-keys', 'routing', 'automation', 'tickets', 'announcements', 'changes', 'change-templates', 'freeze-exceptions', 'meetings', 'handovers',
    'storage',
  ],
  demo: ['app', 'people', 'sla', 'knowledge', 'configuration', 'approvals', 'scheduling', 'catalog', 'routing', 'automation', 'tickets', 'announcements', 'changes', 'change-templates', 'freeze-exceptions', 'meetings'],
  import: ['app', 'secrets', 'people', 'sla', 'knowledge', 'catalog', 'routing', 'tickets'],
};

/** Packages that exactly one place knows. Bare names; `@fluentui/` stands for every package of that scope. */
const OWNERS: readonly { readonly packages: readonly string[]; readonly owners: readonly string[] }[] = [
  { packages: ['@azure/data-tables', '@azure/storage-blob', 'lmdb'], owners: ['shared/storage/'] },
  { packages: ['@azure/identity'], owners: ['shared/storage/', 'bot/presence/'] },
  { packages: ['botbuilder', 'botbuilder-core', 'botframework-connector', 'botframework-schema', '@microsoft/teams-ai', 'openai'], owners: ['bot/teams/'] },
  { packages: ['@opentelemetry/', 'prom-client'], owners: ['bot/telemetry/'] },
  { packages: ['restify', 'restify-errors'], owners: ['bot/api/', 'bot/server.ts'] },
  { packages: ['react', 'react-dom', '@fluentui/', '@microsoft/teams-js', '@tanstack/'], owners: ['tab/'] },
];

const BROWSER_SAFE = /-(views|schema)$/;
const roomOf = (path: string): string => path.split('/')[1] ?? '';
const told = ({ file, specifier }: Import): string => `${file} imports ${specifier}`;

const shared = filesIn('shared').flatMap(importsOf);
const bot = filesIn('bot').flatMap(importsOf);
const tab = filesIn('tab/src').flatMap(importsOf);
const product = [...shared, ...bot, ...tab];

test('every room of shared is declared', () => {
  expect([...new Set(filesIn('shared').map(roomOf))].filter((room) => !(room in ROOMS))).toEqual([]);
});

test('the rooms of shared have an order, so there are no cycles', () => {
  const order = Object.keys(ROOMS);
  for (const [room, used] of Object.entries(ROOMS)) {
    for (const other of used) expect({ room, other, isAbove: order.indexOf(other) < order.indexOf(room) }).toMatchObject({ isAbove: true });
  }
});

test('shared knows neither bot nor tab', () => {
  expect(shared.filter(({ target }) => target && !target.startsWith('shared/')).map(told)).toEqual([]);
});

test('the kernel imports nothing', () => {
  const outside = shared.filter(({ file, target }) => file.startsWith('shared/kernel/') && !target?.startsWith('shared/kernel/'));
  expect(outside.map(told)).toEqual([]);
});

test('a room uses only the rooms it declares', () => {
  const undeclared = shared.filter(({ file, target }) => {
    if (!target || roomOf(target) === roomOf(file)) return false;
    const isKernelOrStrings = roomOf(target) === 'kernel' || (roomOf(target) === 'strings' && roomOf(file) !== 'storage');
    return !isKernelOrStrings && !ROOMS[roomOf(file)]?.includes(roomOf(target));
  });
  expect(undeclared.map(told)).toEqual([]);
});

test('rooms of shared meet at the front door: index, the storage port, or a browser-safe schema or view', () => {
  const sideDoors = [...shared, ...bot].filter(({ file, target }) => {
    if (!target?.startsWith('shared/') || (file.startsWith('shared/') && roomOf(file) === roomOf(target))) return false;
    const inner = target.split('/').slice(2).join('/');
    return inner !== 'index' && target !== 'shared/storage/port' && !BROWSER_SAFE.test(target) && roomOf(target) !== 'strings';
  });
  expect(sideDoors.map(told)).toEqual([]);
});

test('the application knows the storage port, no adapter', () => {
  const direct = shared.filter(({ file, target }) => !file.startsWith('shared/storage/') && target?.startsWith('shared/storage/') && target !== 'shared/storage/port');
  expect(direct.map(told)).toEqual([]);
});

test.each(OWNERS)('only $owners know $packages', ({ packages, owners }) => {
  const isOwned = (name: string): boolean => packages.some((entry) => (entry.endsWith('/') ? name.startsWith(entry) : name === entry));
  const strangers = product.filter((entry) => entry.package && isOwned(entry.package) && !owners.some((owner) => entry.file.startsWith(owner)));
  expect(strangers.map(told)).toEqual([]);
});

test('the tab takes from shared only views, schemas, kernel and strings', () => {
  const heavy = tab.filter(({ target }) => target && !target.startsWith('tab/') && !BROWSER_SAFE.test(target) && !/^shared\/(kernel|strings)\//.test(target));
  expect(heavy.map(told)).toEqual([]);
});

test('what the tab takes runs in a browser', () => {
  // Type-only imports are erased, so a view may name the type of a record that lives behind the wall.
  const isSafe = ({ target, package: name }: Import): boolean => {
    if (name) return name === 'intl-messageformat';
    return target !== undefined && (BROWSER_SAFE.test(target) || /^shared\/(kernel|strings)\//.test(target));
  };
  const browserFiles = filesIn('shared').filter((file) => BROWSER_SAFE.test(file.replace(/\.ts$/, '')) || /^shared\/(kernel|strings)\//.test(file));
  const unsafe = browserFiles.flatMap(importsOf).filter((entry) => !entry.isTypeOnly && !isSafe(entry));
  expect(unsafe.map(told)).toEqual([]);
});

test('the tab does not import the bot, and the bot does not import the tab', () => {
  const crossed = [...tab.filter(({ target }) => target?.startsWith('bot/')), ...bot.filter(({ target }) => target?.startsWith('tab/'))];
  expect(crossed.map(told)).toEqual([]);
});

test('cards and chat know nothing of Bot Framework, HTTP or storage', () => {
  const wrong = bot.filter(
    ({ file, target }) => /^bot\/(cards|chat)\//.test(file) && target && /^(bot\/(teams|api|jobs|server|main)|shared\/storage)/.test(target),
  );
  expect(wrong.map(told)).toEqual([]);
});

test('every package that is imported is declared, and product code needs no development package', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const isBuiltIn = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);
  const undeclared = (imports: readonly Import[], declared: Record<string, string>): string[] =>
    imports.filter((entry) => entry.package && !isBuiltIn(entry.package) && !(entry.package in declared)).map(told);
  // A late import may fail, and the code that does it goes on without the package.
  const server = [...shared, ...bot].filter((entry) => !entry.isTypeOnly && !entry.isLate);
  expect(undeclared(server, dependencies)).toEqual([]);
  const everything = [...product, ...filesIn('tests').flatMap(importsOf)];
  expect(undeclared(everything, { ...dependencies, ...devDependencies })).toEqual([]);
});
