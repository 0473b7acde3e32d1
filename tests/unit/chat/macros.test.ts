// If this fails, agents cannot run a macro where they are: by writing its name, or by a press on the card.
import { actionTitles, cardText } from '../../_support/card-check';
import { cardOf, filled, openOffice, textOf, type Office } from './office';

let here: Office;

beforeAll(async () => {
  here = await openOffice();
  const { app } = here;
  await app.perform('erik', 'macros.add', undefined, { name: 'Ask for a picture', actions: [{ action: 'tickets.take', input: {} }, { action: 'tickets.reply', input: { text: 'A picture of {{ticket.id}}, please, {{requester.firstName}}.' } }] });
  await app.perform('erik', 'macros.add', undefined, { name: 'Ask for the time', actions: [{ action: 'tickets.addNote', input: { text: 'When?' } }] });
});
afterAll(() => here.app.close());

test('by its name, or the beginning of it', async () => {
  const { id } = await here.app.report();
  expect(cardText(await cardOf(here.say('bob', `macro ${id} ask for a pic`)))).toContain(`The macro has run on ${id}.`);
  const ticket = await here.open(id);
  expect(ticket).toMatchObject({ assigneeName: 'Bob Brown', state: 'inProgress' });
  expect(ticket?.timeline.at(-1)).toMatchObject({ text: `A picture of ${id}, please, Alice.`, byName: 'Bob Brown', channel: 'chat' });
});

test('one that could be several asks which, with those that are possible now', async () => {
  const { id } = await here.app.report();
  const form = await cardOf(here.say('bob', `Makro ${id} ask`));
  expect(JSON.stringify(form)).toContain('Ask for a picture');
  expect(JSON.stringify(form)).toContain('Ask for the time');
  expect((await here.open(id))?.version).toBe(1);
});

test('is a button of the card of those who handle it, and of nobody else', async () => {
  const { id } = await here.app.report();
  expect(actionTitles(await cardOf(here.say('bob', `show ${id}`)))).toContain('Run macro');
  expect(actionTitles(await cardOf(here.say('alice', `show ${id}`)))).not.toContain('Run macro');
});

test('a canned response is filled into the form that sends it; without a name it says which there are', async () => {
  await here.app.perform('erik', 'cannedResponses.add', undefined, { name: 'Hello', text: 'Dear {{requester.firstName}}, {{agent.firstName}} here.' });
  const { id } = await here.app.report();
  expect(filled(await cardOf(here.say('bob', `canned ${id} hel`)))).toEqual({ 'reply.text': 'Dear Alice, Bob here.' });
  expect(await textOf(here.say('bob', `canned ${id}`))).toBe(`There is one: “Hello”. Write: canned ${id} and the beginning of its name.`);
  expect((await here.open(id))?.version).toBe(1);
});
