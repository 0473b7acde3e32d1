// If this fails, somebody outside can tell from an answer that a restricted ticket exists, or what is in it.
import fc from 'fast-check';
import { allActions, practices } from '../../shared/app';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';
import type { PersonKey } from '../_support/people';

const OUTSIDERS = ['alice', 'bob', 'carol', 'dora', 'erik', 'fay', 'gus'] as const;
const WORDS = ['vpn', 'drops', 'laptop', 'stolen', 'printer', 'jam', 'password', 'locked', 'badge', 'wifi', 'meeting', 'room', 'salary', 'leak'] as const;
/** More of them: BELLHOP_STORES=200. */
const STORES = Number(process.env['BELLHOP_STORES'] ?? 2);

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
const report = fc.record({ by: fc.constantFrom('alice', 'ivy', 'dora', 'bob'), title: words, description: words, category: fc.constantFrom('vpn', 'security', 'printer') });
const step = fc.record({ verb: fc.constantFrom('reply', 'addNote', 'take', 'resolve', 'watch'), by: fc.constantFrom('bob', 'carol', 'hugo', 'fay', 'alice'), at: fc.nat(20), text: words, minutes: fc.nat(90) });
const story = fc.record({ open: fc.array(report, { minLength: 1, maxLength: 6 }), secret: fc.array(report, { minLength: 1, maxLength: 3 }), steps: fc.array(step, { maxLength: 8 }), queries: fc.array(words, { minLength: 2, maxLength: 4 }) });
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

interface World {
  readonly test: TestApp;
  readonly server: TestServer;
  /** Numbers that restricted tickets have here, or would have. */
  readonly hiddenIds: readonly string[];
}

/** The same story twice: once with what only its requester and the Security group know, once without. */
async function tell({ open, secret, steps }: Story, isWith: boolean): Promise<World> {
  const test = await createTestApp();
  const told: string[] = [];
  const file = ({ by, category, ...input }: Story['open'][number], more: object = {}) =>
    test.report({ ...input, categoryId: test.categories[category as keyof typeof test.categories], ...more }, by);
  for (const one of open) told.push((await file(one)).id);
  const last = Number(told.at(-1)?.slice(3));
  const hiddenIds = secret.map((_one, at) => `INC${String(last + at + 1).padStart(7, '0')}`);
  if (isWith) {
    for (const one of secret) {
      const { id } = await file({ ...one, by: 'ivy', category: 'security' }, { isRestricted: true });
      await test.perform('hugo', 'tickets.take', id);
      await test.perform('hugo', 'tickets.reply', id, { text: one.description });
    }
  }
  for (const { verb, by, at, text, minutes } of steps) {
    test.clock.advance(minutes * 60_000);
    const id = told[at % told.length] as string;
    const opened = await test.app.open(id, test.actor(by));
    if (!('record' in opened)) continue;
    const input = verb === 'resolve' ? { resolutionCode: 'solved', notes: text } : verb === 'take' || verb === 'watch' ? {} : { text };
    await test.app.perform({ action: `tickets.${verb}`, id, version: opened.record.version, input, actor: test.actor(by) });
  }
  return { test, server: await startTestServer(test), hiddenIds };
}

/** Everything that can be asked for without knowing of the ticket, and what can be asked about its number. */
function addresses({ queries, secret }: Story, ids: readonly string[]): readonly string[] {
  const texts = [...queries, ...secret.map(({ title }) => title), ...ids].map(encodeURIComponent);
  const lists = practices.flatMap((practice) => practice.lists.map(({ name }: { name: string }) => name));
  return [
    ...lists.flatMap((list) => [`/api/lists/${list}?total=true&limit=100`, `/api/counts/${list}`]),
    ...texts.flatMap((text) => [`/api/search?q=${text}`, `/api/search?q=${text}&practice=tickets`, `/api/draft?text=${text}`, `/api/lists/tickets.open?q=${text}&withResolved=true&total=true`]),
    ...ids.flatMap((id) => [`/api/tickets/${id}`, `/api/changes/${id}`, `/api/history/${id}`, `/api/tickets/${id}/clocks`, `/api/tickets/${id}/responses`, `/api/files/${id}/1`]),
    '/api/me', '/api/people?q=i', '/api/approvals', '/api/audit', '/api/automation/runs', '/api/duty', '/api/calendar?from=2026-03-01&to=2026-04-01', '/api/change-scores', '/api/classifier',
    '/api/service-levels/attainment?from=2026-03-01&to=2026-03-31', '/api/service-levels/attainment/tickets?from=2026-03-01&to=2026-03-31', '/api/service-levels/recompute',
  ];
}

/** What is another with every answer, whatever is asked for. */
const HEADERS_OF_THE_MOMENT = new Set(['date', 'keep-alive', 'connection', 'x-request-id']);

async function answersTo(world: World, person: PersonKey, asked: Story): Promise<readonly string[]> {
  const client = world.server.as(person);
  const answers: string[] = [];
  const keep = (what: string, { status, text, headers }: { status: number; text: string; headers: Headers }): void => {
    const sent = [...headers].filter(([name]) => !HEADERS_OF_THE_MOMENT.has(name)).map(([name, value]) => `${name}: ${value}`);
    answers.push([`${person} ${what}`, status, ...sent, text].join('\n').replaceAll(world.test.tenant, 'tenant'));
  };
  for (const address of addresses(asked, world.hiddenIds)) keep(address, await client.get(address));
  for (const { name } of allActions()) {
    // What is refused is noted, and of one instant in no order.
    world.test.clock.advance(1);
    keep(name, await client.post(`/api/${name}`, { id: world.hiddenIds[0], version: 1 }));
  }
  return answers;
}

test('with and without restricted tickets, every answer to an outsider is the same to the byte', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(story, async (asked) => {
      const worlds = [await tell(asked, true), await tell(asked, false)] as const;
      try {
        for (const person of OUTSIDERS) {
          const [withThem, without] = [await answersTo(worlds[0], person, asked), await answersTo(worlds[1], person, asked)];
          expect(withThem.filter((answer, at) => answer !== without[at])).toEqual(without.filter((answer, at) => answer !== withThem[at]));
          compared += without.length;
        }
        // What is hidden is there, for those who know of it.
        const [first] = worlds[0].hiddenIds;
        expect((await worlds[0].server.as('ivy').get(`/api/tickets/${first}`)).status).toBe(200);
      } finally {
        for (const { test, server } of worlds) await server.close().then(() => test.close());
      }
    }),
    { numRuns: STORES, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(STORES * 500);
}, 1_800_000);
