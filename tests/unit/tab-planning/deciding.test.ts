// If this fails, the inbox says "later" to what is overdue, meetings count their time wrong, or the slot finder blames the wrong cause.
import type { CollisionView } from '../../../shared/changes/change-views';
import type { InboxRow } from '../../../shared/changes/planning-views';
import { itemRows } from '../../../tab/src/planning/calendar/item-rows';
import { votersOf } from '../../../tab/src/planning/calendar/voters';
import { groupOf, practiceOfId, sorted } from '../../../tab/src/planning/inbox/groups';
import { clockText, moodOf, nextItem, secondsOf } from '../../../tab/src/planning/meetings/timer';
import { mostBlocking } from '../../../tab/src/planning/most-blocking';

const NOW = '2026-03-02T22:30:00.000Z';
const row = (id: string, decideUntil?: string): InboxRow => ({ id, practice: practiceOfId(id), title: id, state: 'assess', requesterName: 'Bob', ...(decideUntil && { decideUntil }) });

describe('what waits', () => {
  it('is late, due before midnight of the reader, or later', () => {
    // Half past eleven in Berlin.
    const at = (decideUntil?: string) => groupOf(row('CHG0000001', decideUntil), NOW, 'Europe/Berlin');
    expect([at('2026-03-02T22:29:59.000Z'), at('2026-03-02T22:59:00.000Z'), at('2026-03-02T23:00:00.000Z'), at()]).toEqual(['overdue', 'today', 'later', 'later']);
    expect(groupOf(row('CHG0000001', '2026-03-02T23:30:00.000Z'), NOW, 'Europe/London')).toBe('today');
  });

  it('stands in the order in which it has to be decided, whatever practice it is of', () => {
    const rows = [row('REQ0000001'), row('CHG0000002', '2026-03-05T00:00:00.000Z'), row('FEX0000001', '2026-03-01T00:00:00.000Z'), row('TPL0000001', '2026-03-04T00:00:00.000Z')];
    expect(sorted(rows, NOW, 'Europe/Berlin').map(({ group, rows: own }) => [group, own.map(({ id, practice }) => `${practice} ${id}`)])).toEqual([
      ['overdue', ['freezeExceptions FEX0000001']], ['later', ['changeTemplates TPL0000001', 'changes CHG0000002', 'tickets REQ0000001']],
    ]);
  });
});

describe('a meeting', () => {
  it('counts all turns of an item together and says when its time is over', () => {
    expect(secondsOf({ seconds: 120, openedAt: '2026-03-02T22:29:00.000Z' }, Date.parse(NOW))).toBe(180);
    // The clock of this machine is behind the server's.
    expect(secondsOf({ seconds: 0, openedAt: '2026-03-02T22:31:00.000Z' }, Date.parse(NOW))).toBe(0);
    expect([479, 480, 600, 601].map((seconds) => moodOf(seconds, 10))).toEqual(['ok', 'soon', 'soon', 'over']);
    expect([0, 65, 3_600].map(clockText)).toEqual(['0:00', '1:05', '60:00']);
  });

  it('goes on with the next item that is not decided, from the beginning again if need be', () => {
    const item = (changeId: string, isDecided = false) => ({ changeId, title: changeId, seconds: 0, ...(isDecided && { decision: 'approved' as const }) });
    expect(nextItem([item('a'), item('b', true), item('c'), item('d', true)], 'c')?.changeId).toBe('a');
    expect(nextItem([item('a'), item('b', true), item('c')], 'a')?.changeId).toBe('c');
    expect(nextItem([item('a'), item('b', true)], 'a')).toBeUndefined();
  });
});

describe('planning', () => {
  const collision = (key: string): CollisionView => ({ key, reason: 'itemFrozen', severity: 'block', from: NOW, to: NOW, text: key });
  it('blames what blocks for the longest time, over all its stretches', () => {
    const refused = [
      { from: '2026-03-02T00:00:00.000Z', to: '2026-03-02T02:00:00.000Z', collisions: [collision('freeze'), collision('freeze'), collision('busy')] },
      { from: '2026-03-03T00:00:00.000Z', to: '2026-03-03T01:00:00.000Z', collisions: [collision('freeze')] },
      { from: '2026-03-04T00:00:00.000Z', to: '2026-03-04T02:30:00.000Z', collisions: [collision('other')] },
    ];
    expect(mostBlocking(refused, 2).map(({ collision: { key }, minutes }) => [key, minutes])).toEqual([['freeze', 180], ['other', 150]]);
  });

  it('names everybody whose vote stands, once', () => {
    const vote = (name: string) => ({ personId: name, name, decision: 'approved' as const, at: NOW });
    const step = { id: 'peer', label: 'Peer', stage: 1, state: 'approved' as const, quorum: '', because: '', reasons: [], groupIds: [], awaited: [], isBoard: false };
    expect(votersOf({ steps: [{ ...step, votes: [vote('Carol')] }, { ...step, id: 'cm', votes: [vote('Mona'), vote('Carol')] }] })).toEqual(['Carol', 'Mona']);
    expect(votersOf(undefined)).toEqual([]);
  });

  it('shows a freeze of everything on every line, and a maintenance window on the lines it names', () => {
    const range = { from: '2026-03-02T00:00:00.000Z', to: '2026-03-16T00:00:00.000Z' };
    const band = (kind: 'freeze' | 'window', itemIds: string[]) => ({ kind, id: kind, name: kind, itemIds, from: '2026-03-03T00:00:00.000Z', to: '2026-03-04T00:00:00.000Z' });
    const bands = [band('freeze', []), band('window', ['CIT1']), band('window', [])];
    expect(itemRows([], bands, range, 'CIT1', 'Server').map(({ name, bands: own }) => [name, own.map(({ kind }) => kind)])).toEqual([['Server', ['freeze', 'window']]]);
    expect(itemRows([], bands, range, undefined, undefined)).toEqual([]);
  });
});
