// If this fails, a classifier decides where it should ask, asks where it is sure, or keywords of the organization no longer count.
import { readModel, SHIPPED_MODEL } from '../../../bot/classifier/model-store';
import { createDesk } from '../../../shared/app/desk';
import type { CategoryModels } from '../../../shared/catalog';
import type { Summary } from '../../../shared/kernel';
import { findCategory, foundFor } from '../../../shared/routing';
import { TINY } from '../../_support/learning';
import { madeTickets, trained } from '../classifier/made-tickets';

let models: Required<CategoryModels>;

const HARDWARE = 'CAT0000001';
const LAPTOP = 'CAT0000002';
const ACCESS = 'CAT0000003';
const STORAGE = 'CAT0000004';
const SECURITY = 'CAT0000005';
const OWN = { Hardware: HARDWARE, Access: ACCESS, Purchase: 'CAT0000006', Printing: 'CAT0000007' } as const;

beforeAll(async () => {
  const own = trained(madeTickets(120, 1).map(({ text, label }) => ({ text, label: OWN[label as keyof typeof OWN] })), TINY);
  models = { own, shipped: await readModel(SHIPPED_MODEL) };
});

interface Given {
  readonly mode?: string;
  readonly use?: readonly (keyof CategoryModels)[];
  /** Changes of entries, by id. */
  readonly entries?: Readonly<Record<string, object>>;
}

function find(text: string, { mode, use = ['shipped'], entries = {} }: Given = {}) {
  const desk = createDesk();
  const put = (practice: string, entry: { readonly id: string }): void => {
    const summary = { version: 1, retired: false, practice, ...entry, ...entries[entry.id] } as unknown as Summary;
    desk.apply({ practice, id: entry.id, version: 1, active: true, summary, types: [], at: '', by: 'system' });
  };
  const category = (id: string, name: string, more: object = {}): void => put('categories', { id, name, ...more } as { id: string });
  category(HARDWARE, 'Equipment', { topic: 'hardware', keywords: 'device' });
  category(LAPTOP, 'Notebook', { parentId: HARDWARE, keywords: 'laptop, docking station' });
  category(ACCESS, 'Sign-in', { topic: 'access' });
  category(STORAGE, 'Drives', { topic: 'storage' });
  category(SECURITY, 'Security', { keywords: 'phishing, stolen' });
  category(OWN.Purchase, 'Buying');
  category(OWN.Printing, 'Paper');
  put('settings', { id: 'SET0000001', classifier: mode } as { id: string });
  desk.useModels(Object.fromEntries(use.map((name) => [name, models[name]])));
  return findCategory(desk.directory, text);
}

const BROKEN = 'my laptop screen is black and the docking station does not work';
const FULL = 'disk full on file server, please add storage space';

test('sure decides, and keywords make the decision exact', () => {
  expect(find(FULL)).toEqual({ how: 'sure', categoryId: STORAGE, model: 'shipped', confidence: expect.closeTo(1, 1) });
  expect(find(BROKEN)).toMatchObject({ how: 'sure', categoryId: LAPTOP, model: 'shipped' });
  expect(find('screen flickers, the keyboard is broken')).not.toMatchObject({ categoryId: LAPTOP });
});

test('keywords that point somewhere else make it ask where the shipped classifier is sure, and count more where it is not', () => {
  const elsewhere = { [LAPTOP]: { keywords: 'notebook' } };
  expect(find(`${BROKEN}, maybe stolen`, { entries: elsewhere })).toMatchObject({ how: 'likeliest', likeliest: [{ categoryId: HARDWARE, confidence: expect.closeTo(1, 1) }, { categoryId: SECURITY }] });
  expect(find('need permission for printer, phishing')).toEqual({ how: 'words', categoryId: SECURITY });
});

test('unsure asks with at most three, likeliest first, and nothing that is unlikely', () => {
  expect(find('phone cannot connect to mailbox')).toEqual({
    how: 'likeliest', likeliest: [{ categoryId: HARDWARE, confidence: expect.closeTo(0.63, 1) }, { categoryId: STORAGE, confidence: expect.closeTo(0.36, 1) }],
  });
  expect(find('need permission for printer', { entries: { [SECURITY]: { topic: 'hrSupport' } } })).toMatchObject({
    how: 'likeliest', likeliest: [{ categoryId: SECURITY }, { categoryId: HARDWARE }, { categoryId: STORAGE }],
  });
});

test('where the own classifier is not sure, a keyword comes first if its guess is less likely than not, and decides if they agree', () => {
  const asked = (text: string, keyword: string) => find(text, { use: ['own'], entries: { [SECURITY]: { keywords: keyword }, [LAPTOP]: { keywords: '' } } });
  expect(asked('invoice and password of the battery', 'invoice')).toMatchObject({ how: 'likeliest', likeliest: [{ categoryId: SECURITY }, { categoryId: ACCESS, confidence: expect.closeTo(0.45, 1) }, { categoryId: HARDWARE }] });
  expect(asked('please help with my laptop and the invoice', 'invoice')).toMatchObject({ how: 'likeliest', likeliest: [{ categoryId: HARDWARE, confidence: expect.closeTo(0.59, 1) }, { categoryId: SECURITY }, { categoryId: OWN.Purchase }] });
  expect(find('please help with my laptop and the invoice', { use: ['own'] })).toEqual({ how: 'words', categoryId: LAPTOP });
});

test('another language is left to the keywords, as is everything where no category stands for a topic', () => {
  expect(find('Mein Laptop startet nicht')).toEqual({ how: 'words', categoryId: LAPTOP });
  expect(find('Das Fahrrad ist kaputt')).toEqual({ how: 'nothing' });
  const unmapped = Object.fromEntries([HARDWARE, ACCESS, STORAGE].map((id) => [id, { topic: undefined }]));
  expect(find(FULL, { entries: unmapped })).toEqual({ how: 'nothing' });
  expect(find(BROKEN, { entries: unmapped })).toEqual({ how: 'words', categoryId: LAPTOP });
  expect(find(FULL, { use: [] })).toEqual({ how: 'nothing' });
});

test('a topic that several categories stand for decides nothing, and a retired category is none', () => {
  expect(find(FULL, { entries: { [SECURITY]: { topic: 'storage' } } })).toMatchObject({ how: 'likeliest', likeliest: [{ categoryId: STORAGE }, { categoryId: SECURITY }] });
  expect(find(FULL, { entries: { [STORAGE]: { retired: true } } })).not.toMatchObject({ categoryId: STORAGE });
});

test('what was learned from own tickets decides first; where it cannot read, the shipped classifier does', () => {
  expect(find('invoice and quote of the supplier', { use: ['own', 'shipped'] })).toMatchObject({ how: 'sure', categoryId: OWN.Purchase, model: 'own' });
  expect(find(FULL, { use: ['own', 'shipped'] })).toMatchObject({ how: 'sure', categoryId: STORAGE, model: 'shipped' });
  expect(find('invoice and quote of the supplier, stolen', { use: ['own'] })).toMatchObject({ how: 'sure', categoryId: OWN.Purchase });
});

test('only proposing never decides by a classifier; switched off leaves keywords', () => {
  expect(find(FULL, { mode: 'propose' })).toMatchObject({ how: 'likeliest', likeliest: [{ categoryId: STORAGE }] });
  expect(find(BROKEN, { mode: 'propose' })).toMatchObject({ how: 'likeliest', likeliest: [{ categoryId: LAPTOP }] });
  expect(find('Mein Laptop startet nicht', { mode: 'propose' })).toEqual({ how: 'words', categoryId: LAPTOP });
  expect(find(FULL, { mode: 'off', use: ['own', 'shipped'] })).toEqual({ how: 'nothing' });
  expect(find(BROKEN, { mode: 'off', use: ['own', 'shipped'] })).toEqual({ how: 'words', categoryId: LAPTOP });
});

test('a ticket keeps what was found, also where somebody chose something else', () => {
  const sure = find(FULL);
  expect(foundFor(sure, SECURITY)).toEqual(sure);
  const asked = find(FULL, { entries: { [SECURITY]: { topic: 'storage' } } });
  expect(foundFor(asked, SECURITY)).toMatchObject({ how: 'likeliest', categoryId: SECURITY, confidence: expect.any(Number) });
  expect(foundFor(asked, undefined)).toMatchObject({ how: 'likeliest', categoryId: STORAGE });
  expect(foundFor({ how: 'nothing' }, SECURITY)).toBeUndefined();
});
