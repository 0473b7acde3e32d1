// If this fails, people are offered tickets about something else, or are not told that theirs is known.
import { isAboutSame } from '../../../shared/app/similar';
import { tellingWords } from '../../../shared/app/telling-words';

const about = (text: string, categoryId?: string) => ({ words: tellingWords(text), categoryId });
const isSame = (left: string, right: string, category?: string): boolean => isAboutSame(about(left, category), about(right, category));

test.each([
  ['VPN drops every hour in Outlook', 'Since this morning my VPN stops working, and Outlook does not start'],
  ['Printers on floor 3 are jammed', 'printer floor 3 jam'],
  ['Drucker im 3. Stock klemmt', 'Der Drucker im Stock 3 klemmt schon wieder'],
])('“%s” and “%s” are about the same', (left, right) => {
  expect([isSame(left, right), isSame(right, left)]).toEqual([true, true]);
});

test.each([
  ['VPN drops every hour', 'The printer is out of toner'],
  ['It does not work since yesterday, please help', 'Something stopped working yesterday, please help'],
  ['Outlook crashes', 'Outlook license for a new colleague'],
  ['', 'VPN'],
])('“%s” and “%s” are not', (left, right) => {
  expect([isSame(left, right), isSame(right, left)]).toEqual([false, false]);
});

test('within a category one telling word is enough', () => {
  expect(isSame('VPN broken', 'VPN slow', 'CAT1')).toBe(true);
  expect(isAboutSame(about('VPN broken', 'CAT1'), about('VPN slow', 'CAT2'))).toBe(false);
});

test('a long text costs no more than its beginning', () => {
  expect(tellingWords('ab cd '.repeat(1_000) + 'zanzibar').has('zanzibar')).toBe(false);
  expect(tellingWords(Array.from({ length: 5_000 }, (_entry, index) => `w${index}`).join(' ')).size).toBeLessThanOrEqual(40);
});
