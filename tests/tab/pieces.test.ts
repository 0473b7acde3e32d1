// If this fails, the tab shows wrong times, drops live updates, runs what an article contains, or draws a form that the server refuses.
import * as fc from 'fast-check';
import type { ClockView } from '../../shared/sla/clock-views';
import type { TimelineEntry } from '../../shared/tickets/ticket-views';
import { fileSize, shortDuration, targetDuration } from '../../tab/src/lib/duration';
import { CHANGE_LIFECYCLE } from '../../shared/changes/change-lifecycle';
import { LEADS, movesTo } from '../../tab/src/changes/board/moves';
import { weekOf } from '../../tab/src/changes/week';
import { lineDiff } from '../../tab/src/lib/line-diff';
import { createEventParser } from '../../tab/src/lib/stream';
import { fromWallTime, toWallTime, workingMorning } from '../../tab/src/lib/zone';
import { excerpt } from '../../tab/src/knowledge/excerpt';
import { parseMarkdown, type Block, type Inline } from '../../tab/src/parts/markdown';
import { DIRECT_ACTIONS } from '../../tab/src/actions/direct-actions';
import { PRACTICE_FORMS } from '../../tab/src/actions/practice-forms';
import { filtersOf, queryOf, type QueueView } from '../../tab/src/tickets/queue/views';
import { clockMood, rowMood } from '../../tab/src/tickets/sla';
import { isWritten } from '../../tab/src/tickets/ticket/is-written';
import { foldTimeline } from '../../tab/src/parts/fold-timeline';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('times', () => {
  it('are short enough for a table and never say nothing', () => {
    expect([10_000, 25 * MINUTE, 2 * HOUR, 2 * HOUR + 10 * MINUTE, 3 * DAY + 4 * HOUR, 9 * DAY + 5 * HOUR].map((ms) => shortDuration(ms, 'en'))).toEqual([
      '1m', '25m', '2h', '2h 10m', '3d 4h', '9d',
    ]);
    expect(shortDuration(-90 * MINUTE, 'en')).toBe('1h 30m');
    expect([45, 240, 510].map((minutes) => targetDuration(minutes, 'en'))).toEqual(['45m', '4h', '8h 30m']);
    expect([900, 2_300, 3_400_000].map((bytes) => fileSize(bytes, 'en'))).toEqual(['900 byte', '2.3 kB', '3.4 MB']);
  });

  it('typed into a form mean the reader’s zone, summer and winter', () => {
    expect(fromWallTime('2026-07-01T09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z');
    expect(fromWallTime('2026-01-01T09:00', 'Europe/Berlin')).toBe('2026-01-01T08:00:00.000Z');
    expect(fromWallTime('', 'Europe/Berlin')).toBeUndefined();
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'), (date, zone) => {
        const wall = toWallTime(date.toISOString(), zone);
        expect(toWallTime(fromWallTime(wall, zone) ?? '', zone)).toBe(wall);
      }),
    );
  });

  it('“in so many working days” leaves the weekend out', () => {
    // A Friday afternoon.
    expect(workingMorning('2026-03-06T14:00:00Z', 'Europe/Berlin', 1)).toBe('2026-03-09T08:00:00.000Z');
    expect(workingMorning('2026-03-06T14:00:00Z', 'Europe/Berlin', 3)).toBe('2026-03-11T08:00:00.000Z');
  });
});

describe('promises', () => {
  const row = { createdAt: '2026-03-02T09:00:00Z', riskAt: '2026-03-02T12:00:00Z', dueAt: '2026-03-02T13:00:00Z', isResolutionPaused: false, isBreached: false };
  it('are fine, at risk from the computed instant on, kept to the minute, and broken after', () => {
    const at = (time: string) => rowMood(row, `2026-03-02T${time}Z`);
    expect([at('11:59:00'), at('12:00:00'), at('13:00:00'), at('13:00:01')]).toEqual(['ok', 'risk', 'risk', 'breached']);
  });
  it('are paused while nothing else is due', () => {
    const { dueAt: _dueAt, ...waiting } = { ...row, isResolutionPaused: true };
    expect(rowMood(waiting, '2026-03-05T09:00:00Z')).toBe('paused');
    expect(rowMood({ ...waiting, isResolutionPaused: false }, '2026-03-05T09:00:00Z')).toBe('none');
  });
  it('of the past stay what they were', () => {
    const clock: ClockView = {
      key: 'sla firstResponse', type: 'sla', metric: 'firstResponse', agreementId: 'SLA0000001', agreementVersion: 1, calendarId: 'CAL0000001', calendarVersion: 1,
      priority: 'P3', targetMinutes: 60, startedAt: row.createdAt, state: 'stopped', usedMinutes: 30, isBreached: false, thresholds: [], previous: [],
    };
    expect([clockMood(clock, '2027-01-01T00:00:00Z'), clockMood({ ...clock, isBreached: true }, row.createdAt), clockMood({ ...clock, state: 'cancelled' }, row.createdAt)]).toEqual([
      'met', 'breached', 'none',
    ]);
  });
});

describe('articles', () => {
  const inlines = (blocks: readonly Block[]): Inline[] =>
    blocks.flatMap((block) => (block.kind === 'list' ? block.items.flatMap(inlines) : block.kind === 'code' ? [] : [...block.children]));
  const linksOf = (parts: readonly Inline[]): string[] => parts.flatMap((part) => ('children' in part ? [...(part.kind === 'link' ? [part.href] : []), ...linksOf(part.children)] : []));

  it('are read as people write them', () => {
    const blocks = parseMarkdown('# Title\n\nOne **bold** and *soft*\nline with `code`.\n\n1. First\n2. Second\n   - inner\n\n> said\n\n```\nlet x\n```\n');
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'list', 'quote', 'code']);
    const list = blocks[2];
    expect(list?.kind === 'list' && [list.isOrdered, list.items.length, list.items[1]?.map((block) => block.kind)]).toEqual([true, 2, ['paragraph', 'list']]);
  });
  it('link to https and to other pages of the tab, and to nothing else', () => {
    const text = '[a](https://x.example/1) [b](javascript:alert(1)) [c](http://x.example) [d](data:text/html,x) [e](#/knowledge/ART0000001) <a href="https://y.example">z</a> [f](//evil.example)';
    expect(linksOf(inlines(parseMarkdown(text))).map((href) => href.replace(/">.*$/, ''))).toEqual(['https://x.example/1', '#/knowledge/ART0000001', 'https://y.example']);
  });
  it('lose no word and never break, whatever is in them', () => {
    const plain = (parts: readonly Inline[]): string => parts.map((part) => ('text' in part ? part.text : plain(part.children))).join('');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('**', '*', '`', '[', '](', ')', '#', '- ', '1. ', '> ', '```', '\n', '\n\n', 'word', '<b>', 'https://x.example'), { maxLength: 40 }), (parts) => {
        const blocks = parseMarkdown(parts.join(''));
        const words = parts.filter((part) => part === 'word').length;
        const code = blocks.map((block) => (block.kind === 'code' ? block.text : '')).join('');
        // Within an address of a link a word may stand that is not shown.
        expect((plain(inlines(blocks)) + code).split('word').length - 1).toBeLessThanOrEqual(words);
      }),
    );
    expect(plain(inlines(parseMarkdown('2 * 3 * 4 and a_b_c')))).toBe('2 * 3 * 4 and a_b_c');
  });
  it('announce themselves with their first sentence', () => {
    expect(excerpt('**Before**\n\n- a list\n')).toBe('Before');
    expect(excerpt('- only\n- a list')).toBe('- only - a list');
  });
});

describe('live updates', () => {
  it('arrive whole, however the network cuts them', () => {
    const stream = ': heartbeat\n\nevent: change\r\ndata: {"id":1}\r\n\r\nevent: gone\ndata: {"id":2}\n\n';
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (sizes) => {
        const events: string[] = [];
        const parse = createEventParser((name, data) => events.push(`${name} ${data}`));
        for (let from = 0, turn = 0; from < stream.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          parse(stream.slice(from, from + size));
          from += size;
        }
        expect(events).toEqual(['change {"id":1}', 'gone {"id":2}']);
      }),
    );
  });
});

describe('history', () => {
  const entry = (seq: number, over: Partial<TimelineEntry> = {}): TimelineEntry => ({
    seq, at: '2026-03-02T09:00:00Z', by: 'x', byName: 'X', channel: 'tab', type: 'WatcherAdded', kind: 'change', line: `change ${seq}`, ...over,
  });
  it('folds changes in a row and keeps everything that somebody wrote', () => {
    const items = foldTimeline([
      entry(1, { type: 'TicketReported' }), entry(2), entry(3), entry(4, { kind: 'message', text: 'Hi' }), entry(5), entry(6), entry(7), entry(8, { type: 'TicketResolved', text: 'Done' }),
    ], isWritten);
    expect(items.map((item) => `${item.kind} ${item.key}`)).toEqual(['written 1', 'change 2', 'change 3', 'written 4', 'folded 5', 'written 8']);
  });
});

describe('views', () => {
  const view: QueueView = { id: 'waiting', list: 'tickets.open', filters: { state: 'onHold', holdReason: 'requester' }, sort: '-updatedAt' };
  it('are changed by the address and changed back', () => {
    const query = new URLSearchParams('state=&priority=P1,P2&sort=dueAt&unknown=1');
    const filters = filtersOf(view, query);
    expect(filters).toEqual({ holdReason: 'requester', priority: 'P1,P2' });
    expect(filtersOf(view, queryOf(view, filters, 'dueAt'))).toEqual(filters);
    expect(queryOf(view, view.filters, view.sort).toString()).toBe('');
  });
});

describe('the board', () => {
  it('knows where each action that moves a change may lead', () => {
    const named = CHANGE_LIFECYCLE.transitions.flatMap(({ action, to }) => (to === undefined ? [] : [{ action: `changes.${action}`, to }]));
    expect(Object.keys(LEADS).sort()).toEqual(named.map(({ action }) => action).sort());
    expect(named.filter(({ action, to }) => !LEADS[action]?.includes(to))).toEqual([]);
  });
  it('offers in a column exactly what the server allows and what may lead there', () => {
    const change = { state: 'authorize' as const, can: ['changes.schedule', 'changes.revert', 'changes.reject', 'changes.comment'] };
    expect(movesTo(change, 'new')).toEqual(['changes.revert', 'changes.reject']);
    expect(movesTo(change, 'scheduled')).toEqual(['changes.schedule']);
    expect(movesTo(change, 'implement')).toEqual([]);
    expect(movesTo(change, 'authorize')).toEqual([]);
  });
});

describe('what changed between two texts', () => {
  it('is told line by line, and both texts can be read from it', () => {
    const text = fc.array(fc.constantFrom('one', 'two', 'three', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before, after);
        const without = (kind: string): string => lines.filter((line) => line.kind !== kind).map((line) => line.text).join('\n');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
    expect(lineDiff('a\nb\nc', 'a\nx\nc').map(({ kind, text: line }) => `${kind} ${line}`)).toEqual(['same a', 'removed b', 'added x', 'same c']);
  });
});

describe('a week', () => {
  it('goes from Monday to Monday at midnight of the reader, also where clocks change', () => {
    expect(weekOf('2026-03-04T22:30:00.000Z', 'Europe/Berlin')).toEqual({ from: '2026-03-01T23:00:00.000Z', until: '2026-03-08T23:00:00.000Z' });
    expect(weekOf('2026-03-29T21:00:00.000Z', 'Europe/Berlin')).toEqual({ from: '2026-03-22T23:00:00.000Z', until: '2026-03-29T22:00:00.000Z' });
    expect(weekOf('2026-03-02T01:00:00.000Z', 'America/New_York')).toEqual({ from: '2026-02-23T05:00:00.000Z', until: '2026-03-02T05:00:00.000Z' });
  });
});

describe('forms', () => {
  it('are left out exactly where there is nothing to ask', () => {
    const schemas = Object.values(PRACTICE_FORMS).flatMap((forms) => Object.entries(forms.schemas));
    const nothingAsked = schemas.filter(([, schema]) => Object.keys(schema).length === 0).map(([name]) => name);
    // Whom, which vote and which link is said by what is pressed.
    expect([...DIRECT_ACTIONS].sort()).toEqual([...nothingAsked, 'tickets.resubmit', 'tickets.startTask', 'tickets.watch', 'tickets.unwatch', 'changes.withdrawVote', 'changes.unlink'].sort());
  });
});
