// If this fails, cards do not follow when somebody begins or ends to stand in for somebody else.
import { newlySubstituted, substitutesAt, type Delegation } from '../../../shared/approvals';

const entry = (fromId: string, toId: string, startsAt: string, endsAt: string, retired = false): Delegation =>
  ({ id: 'DEL0000001', version: 1, createdAt: startsAt, updatedAt: startsAt, fromId, toId, startsAt, endsAt, retired });

const DAYS = [entry('nils', 'dora', '2026-03-02', '2026-03-04'), entry('nils', 'paul', '2026-03-03', '2026-03-05'), entry('mona', 'paul', '2026-03-02', '2026-03-09', true)];

test.each<[string, string, readonly string[]]>([
  ['before it begins', '2026-03-01', []],
  ['from its first instant on', '2026-03-02', ['dora']],
  ['several at once', '2026-03-03', ['dora', 'paul']],
  ['no more at its end', '2026-03-04', ['paul']],
])('who stands in: %s', (_name, now, wanted) => {
  expect([...(substitutesAt(DAYS, now).get('nils') ?? [])].sort()).toEqual(wanted);
  expect(substitutesAt(DAYS, now).has('mona')).toBe(false);
});

test('only those for whom others stand in than before are named', () => {
  const [first, second] = [substitutesAt(DAYS, '2026-03-02'), substitutesAt(DAYS, '2026-03-03')];
  expect(newlySubstituted(first, second)).toEqual(['nils']);
  expect(newlySubstituted(second, new Map())).toEqual(['nils']);
  expect(newlySubstituted(new Map(), first)).toEqual(['nils']);
  expect(newlySubstituted(first, substitutesAt([...DAYS].reverse(), '2026-03-02'))).toEqual([]);
});
