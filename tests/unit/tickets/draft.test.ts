// If this fails, what an employee writes freely becomes a badly titled, badly placed or wrongly urgent draft.
import { alice, givenDesk, NOW } from '../../_support/given';
import { draftOf, readText, titleOf } from '../../../shared/tickets';
import { suggestCategories } from '../../../shared/routing';

const config = givenDesk().directory;

describe('title', () => {
  it.each([
    ['VPN drops every hour', 'VPN drops every hour'],
    ['hi there, my VPN drops every hour. It started on Monday.', 'My VPN drops every hour'],
    ['Hallo Team, der Drucker im 3. Stock druckt nicht', 'Der Drucker im 3. Stock druckt nicht'],
    ['wlan   geht\nnicht', 'Wlan geht nicht'],
  ])('%j', (text, title) => expect(titleOf(text)).toBe(title));

  it('is cut at a word and stays short', () => {
    const title = titleOf('word '.repeat(100));
    expect(title.length).toBeLessThanOrEqual(92);
    expect(title.endsWith('word…')).toBe(true);
  });
});

describe('reach, work and kind', () => {
  it.each([
    ['VPN drops every hour', { reach: 'me', work: 'workaround', kind: 'incident' }],
    ['Nobody can log in, everyone is down', { reach: 'everyone', work: 'stopped', kind: 'incident' }],
    ['Our whole team cannot open the shared mailbox', { reach: 'team', kind: 'incident' }],
    ['Der Drucker geht nicht, das ganze Büro ist betroffen', { reach: 'site', work: 'stopped', kind: 'incident' }],
    ['I need a new laptop', { reach: 'me', work: 'fine', kind: 'request' }],
    ['Ich brauche ein neues Headset, keine Eile', { work: 'fine', kind: 'request' }],
    ['How do I set an automatic reply?', { work: 'fine' }],
    ['My new laptop is broken', { kind: 'incident' }],
  ])('%j', (text, expected) => expect(readText(text)).toMatchObject(expected));
});

describe('category', () => {
  it.each([
    ['The VPN tunnel is down', 'CAT0000002'],
    ['shared mailbox is gone', 'CAT0000003'],
    ['my mailbox is full', 'CAT0000004'],
    ['Netzwerk weg', 'CAT0000001'],
  ])('%j', (text, categoryId) => expect(suggestCategories(config, text)[0]?.categoryId).toBe(categoryId));

  it('says nothing rather than something wrong', () => expect(suggestCategories(config, 'the coffee machine is cold')).toEqual([]));
});

it('puts it all together, with the group and the time it would be solved by', () => {
  expect(draftOf('VPN drops for my team', alice, config, NOW)).toEqual({
    title: 'VPN drops for my team', description: 'VPN drops for my team', kind: 'incident', reach: 'team', work: 'workaround', priority: 'P3', how: 'words',
    categoryId: 'CAT0000002', category: 'Network › VPN', groupId: 'GRP0000001', groupName: 'Network', dueAt: '2026-11-20T20:00:00.000Z',
  });
});
