// If this fails, people read a raw key, a wrong day or a nameless item where they should learn why a window is not free.
import { COLLISION_REASONS, collisionWords, describeOccurrence, type Collision, type Occurrence } from '../../../shared/scheduling';
import { hasText, translator } from '../../../shared/strings';

const names: Readonly<Record<string, string>> = { CIT1: 'Payroll database', CIT2: 'Host 7', CHG2: 'CHG0000002 New disks', FRZ1: 'Year end', PER1: 'Ada Ito' };
const nameOf = (id: string): string => names[id] ?? id;
const reader = { zone: 'Europe/Berlin', nameOf };
const collision = (more: Partial<Collision>): Collision => ({
  key: 'key', reason: 'sameItem', severity: 'warn', from: '2026-12-24T08:00:00.000Z', to: '2026-12-24T10:00:00.000Z', ...more,
});
const clean = (text: string): string => text.replaceAll(/\s/g, ' ');
const english = (more: Partial<Collision>): string => clean(collisionWords(collision(more), { ...reader, language: 'en' }));
const german = (more: Partial<Collision>): string => clean(collisionWords(collision(more), { ...reader, language: 'de' }));

it('a freeze says until when it lasts, not until when the change would', () => {
  const endless = { reason: 'itemFrozen', otherId: 'FRZ1' } as const;
  const until = '2027-01-03T23:00:00.000Z';
  const freeze = { ...endless, itemId: 'CIT1', until };
  expect(english(freeze)).toBe('Payroll database is in the freeze “Year end” until Mon, Jan 4, 2027, 12:00 AM.');
  expect(german(freeze)).toBe('Für Payroll database gilt bis Mo., 4. Jan. 2027, 0:00 die Änderungssperre „Year end“.');
  expect(english({ ...endless, until })).toBe('The freeze “Year end” is in force until Mon, Jan 4, 2027, 12:00 AM.');
  expect(english({ ...endless, itemId: 'CIT1' })).toBe('Payroll database is in the freeze “Year end”.');
});

it('other work says whose and on what', () => {
  expect(english({ reason: 'parentItem', itemId: 'CIT1', relatedId: 'CIT2', otherId: 'CHG2', until: '2026-12-24T11:00:00.000Z' })).toBe('CHG0000002 New disks works on Host 7, which Payroll database depends on, until Thu, Dec 24, 2026, 12:00 PM.');
  expect(english({ reason: 'implementerBusy', personId: 'PER1', otherId: 'CHG2' })).toBe('Ada Ito is busy with CHG0000002 New disks until Thu, Dec 24, 2026, 11:00 AM.');
  expect(german({ reason: 'childOutsideWindow', itemId: 'CIT1', relatedId: 'CIT2' })).toBe('Das liegt außerhalb der Wartungsfenster von Host 7, was auf Payroll database beruht.');
});

it.each(COLLISION_REASONS)('%s has a short name and a sentence that names everything', (reason) => {
  expect(hasText(`collision.${reason}`)).toBe(true);
  const involved = { itemId: 'CIT1', relatedId: 'CIT2', otherId: 'CHG2', personId: 'PER1' };
  for (const words of [english({ reason, ...involved }), german({ reason, ...involved })]) {
    expect(words).toMatch(/^\p{Lu}.*\.$/u);
    expect(words).not.toMatch(/[{}]|collisionText/);
    if (reason.startsWith('parent') || reason.startsWith('child')) expect(words).toContain('Host 7');
    expect(words).toContain(reason === 'implementerBusy' ? 'Ada Ito' : 'Payroll database');
  }
});

it.each<[Occurrence, string, string]>([
  [{ kind: 'once', from: '2026-12-24T18:00', to: '2027-01-03T06:00' }, 'Thu, Dec 24, 2026, 6:00 PM to Sun, Jan 3, 2027, 6:00 AM', 'Do., 24. Dez. 2026, 18:00 bis So., 3. Jan. 2027, 6:00'],
  [{ kind: 'weekly', days: ['sat'], from: '22:00', to: '04:00' }, 'Every Saturday, 10:00 PM to 4:00 AM on the next day', 'Jeden Samstag, 22:00 bis 4:00 Uhr am nächsten Tag'],
  [{ kind: 'weekly', days: ['fri', 'mon', 'tue', 'wed', 'thu'], from: '00:00', to: '00:00' }, 'Monday to Friday, all day', 'Montag bis Freitag, ganztägig'],
  [{ kind: 'weekly', days: ['sun', 'sat', 'fri', 'mon', 'tue', 'wed', 'thu'], from: '12:00', to: '13:30' }, 'Every day, 12:00 PM to 1:30 PM', 'Jeden Tag, 12:00 bis 13:30 Uhr'],
  [
    { kind: 'weekly', days: ['sun', 'mon', 'fri'], from: '12:00', to: '13:00', everyWeeks: 2, firstDate: '2026-01-05' },
    'Every 2 weeks: Monday, Friday, and Sunday, 12:00 PM to 1:00 PM, from Jan 5, 2026', 'Alle 2 Wochen: Montag, Freitag und Sonntag, 12:00 bis 13:00 Uhr, ab 5. Jan. 2026',
  ],
  [{ kind: 'monthly', nth: -1, day: 'sun', from: '01:00', to: '05:00' }, 'Last Sunday of the month, 1:00 AM to 5:00 AM', 'Letzter Sonntag im Monat, 1:00 bis 5:00 Uhr'],
  [{ kind: 'monthly', nth: 2, day: 'sat', from: '06:00', to: '06:00' }, 'Second Saturday of the month, 6:00 AM to 6:00 AM on the next day', 'Zweiter Samstag im Monat, 6:00 bis 6:00 Uhr am nächsten Tag'],
  [{ kind: 'yearly', from: '12-20', to: '01-03' }, 'Every year from December 20 through January 3', 'Jedes Jahr vom 20. Dezember bis einschließlich 3. Januar'],
  [{ kind: 'yearly', from: '02-29', to: '02-29' }, 'Every year on February 29', 'Jedes Jahr am 29. Februar'],
])('%j in words', (occurrence, en, de) => {
  expect(clean(describeOccurrence(occurrence, 'en', translator('en')))).toBe(en);
  expect(clean(describeOccurrence(occurrence, 'de', translator('de')))).toBe(de);
});
