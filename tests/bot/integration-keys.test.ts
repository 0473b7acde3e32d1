// If this fails, a program acts in somebody's name and they do not hear of it, or a key ends and nobody was told.
import { startBotDesk, type BotDesk } from '../_support/bot-desk';

let desk: BotDesk;
beforeAll(async () => (desk = await startBotDesk({ known: ['bob', 'erik'] })));
afterAll(() => desk.close());

const texts = (key: 'bob' | 'erik'): (string | undefined)[] => desk.chat(key).map(({ text }) => text);

it('whose key it is hears of everything that happens to it; of its end who made it, too', async () => {
  const { test, server } = desk;
  const erik = server.as('erik');
  const made = await erik.act('integrationKeys.add', undefined, { name: 'Disk watch', personId: test.people.bob.id, reads: ['tickets'], days: 90 });
  const { id } = made.json.record;
  await desk.drain();
  expect(texts('bob')).toEqual([expect.stringMatching(new RegExp(`^Erik Evans made the integration key “Disk watch” \\(${id}\\): until .*May 31.* a program acts with it in your name\\.`))]);
  expect(texts('erik')).toEqual([]);

  // Fourteen days before, and three: once each, also when it was forgotten to look in between.
  for (const [day, count] of [[75, 0], [76, 1], [77, 1], [87, 2], [91, 2]] as const) {
    test.clock.set(new Date(Date.parse('2026-03-02T09:00:01.000Z') + day * 86_400_000).toISOString());
    await desk.drain();
    for (const person of ['bob', 'erik'] as const) expect({ day, person, told: texts(person).filter((text) => text?.includes('of Bob Brown ends on')).length }).toEqual({ day, person, told: count });
  }

  const record = (await erik.get(`/api/integrationKeys/${id}`)).json.record;
  expect(record.state).toBe('expired');
  const rotated = await erik.act('integrationKeys.rotate', record, { days: 30, overlapHours: 24 });
  await desk.drain();
  expect(texts('bob').at(-1)).toMatch(/^Erik Evans gave a new secret to the integration key “Disk watch”/);
  await server.as('bob').act('integrationKeys.revoke', rotated.json.record);
  await desk.drain();
  expect(texts('erik').at(-1)).toMatch(/^Bob Brown revoked the integration key “Disk watch”/);
  for (const said of [...texts('bob'), ...texts('erik')]) expect(said).not.toMatch(/bhk_/);
});
