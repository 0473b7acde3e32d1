// If this fails, an agreement does not mean what its settings say: updates, holds, starts, days, calendars, hand-overs.
import { evaluateClocks, type ClockView } from '../../../shared/sla';
import { levelsOf } from './random-levels';
import { at, history, minutes, onHold, promise, tell } from './told-clock';

describe('periodic updates', () => {
  const updates = promise({ metric: 'periodicUpdate', updateMode: 'betweenUpdates', targets: { any: minutes(120) } });

  it('between updates: one is owed after each of ours, from the start', () => {
    expect(tell(history(['02 10:00', 'agent'], ['02 13:30', 'agent']), '02 14:00', updates)).toEqual([
      'replied: 60 of 120 min 02 09:00-02 10:00 kept', 'replied: 210 of 120 min 02 10:00-02 13:30 late', 'running: 30 of 120 min from 02 13:30, due 02 15:30',
    ]);
  });

  it('after the requester: one is owed for the request itself, then only when they have written', () => {
    const asked = { ...updates, updateMode: 'afterRequester' as const };
    expect(tell(history(['02 10:00', 'agent']), '02 12:00', asked)).toEqual(['replied: 60 of 120 min 02 09:00-02 10:00 kept', 'nothing owed']);
    expect(tell(history(['02 10:00', 'agent'], ['02 13:00', 'requester'], ['02 13:30', 'requester']), '02 14:00', asked)).toEqual([
      'replied: 60 of 120 min 02 09:00-02 10:00 kept', 'running: 60 of 120 min from 02 13:00, due 02 15:00',
    ]);
  });

  it('none is owed of a record that is resolved; reopened, the next one is', () => {
    const resolved = history(['02 10:00', { state: 'resolved' }], ['02 14:00', { state: 'inProgress' }]);
    expect(tell(resolved, '02 11:00', updates)).toEqual(['replied: 60 of 120 min 02 09:00-02 10:00 kept', 'nothing owed']);
    expect(tell(resolved, '02 15:00', updates)).toEqual(['replied: 60 of 120 min 02 09:00-02 10:00 kept', 'running: 60 of 120 min from 02 14:00, due 02 16:00']);
  });

  it('a promise that comes later counts from the last update', () => {
    const forUrgent = { ...updates, targets: { P1: minutes(120) } };
    expect(tell(history(['02 10:00', 'agent'], ['02 11:00', { priority: 'P1' }]), '02 11:30', forUrgent)).toEqual(['running: 90 of 120 min from 02 10:00, due 02 12:00']);
  });
});

describe('the next reply', () => {
  const reply = promise({ metric: 'nextReply', targets: { any: minutes(120) } });

  it('waits while the record is on hold', () => {
    const held = history(['02 09:30', 'agent'], ['02 11:00', 'requester'], ['02 11:30', { state: 'onHold' }], ['02 13:30', { state: 'inProgress' }]);
    expect(tell(held, '02 12:00', reply)).toEqual(['paused since 02 11:30: 30 of 120 min from 02 11:00, due -']);
    expect(tell(held, '02 14:00', reply)).toEqual(['running: 60 of 120 min from 02 11:00, due 02 15:00']);
  });

  it('is not owed of a resolved record, nor after it was reopened, until the requester writes', () => {
    const facts = history(['02 09:30', 'agent'], ['02 11:00', 'requester'], ['02 12:00', { state: 'resolved' }], ['02 13:00', { state: 'inProgress' }], ['02 14:00', 'requester']);
    expect(tell(facts, '02 13:30', reply)).toEqual(['replied: 60 of 120 min 02 11:00-02 12:00 kept', 'nothing owed']);
    expect(tell(facts, '02 14:30', reply).at(-1)).toBe('running: 30 of 120 min from 02 14:00, due 02 16:00');
  });

  it('is owed since the first question nobody has answered, though the promise came later or was off for a while', () => {
    const forUrgent = { ...reply, targets: { P1: minutes(120) } };
    const asked = history(['02 09:30', 'agent'], ['02 10:00', 'requester'], ['02 11:00', { priority: 'P1' }]);
    expect(tell(asked, '02 11:30', forUrgent)).toEqual(['running: 90 of 120 min from 02 10:00, due 02 12:00']);
    expect(tell(asked, '02 11:30', { ...forUrgent, startMode: 'match' })).toEqual(['running: 30 of 120 min from 02 11:00, due 02 13:00']);
    const back = history(['02 09:15', { priority: 'P1' }], ['02 09:30', 'agent'], ['02 10:00', 'requester'], ['02 10:30', { priority: 'P3' }], ['02 11:00', { priority: 'P1' }]);
    expect(tell(back, '02 11:30', forUrgent)).toEqual(['detached: 30 of 120 min 02 10:00-02 10:30 kept', 'running: 90 of 120 min from 02 10:00, due 02 12:00']);
  });

  it('is not owed again for a question that was answered while nothing was promised', () => {
    const answered = history(['02 09:30', 'agent'], ['02 10:00', 'requester'], ['02 10:15', { priority: 'P4' }], ['02 10:30', 'agent'], ['02 11:00', { priority: 'P3' }]);
    expect(tell(answered, '02 11:30', { ...reply, targets: { P3: minutes(120) } })).toEqual(['detached: 15 of 120 min 02 10:00-02 10:15 kept', 'nothing owed']);
  });
});

describe('the first response', () => {
  const response = promise({ metric: 'firstResponse', targets: { P1: minutes(60) } });
  const raised = history(['02 09:30', 'agent'], ['02 11:00', { priority: 'P1' }]);

  it('that was given before it was promised counts as given then', () => {
    expect(tell(raised, '02 12:00', response)).toEqual(['stopped 02 09:30: 30 of 60 min from 02 09:00, due 02 10:00']);
  });

  it('that was given is not owed again by a promise that counts from now on', () => {
    expect(tell(raised, '02 12:00', { ...response, startMode: 'match' })).toEqual([]);
    const back = history(['02 09:10', { priority: 'P1' }], ['02 09:20', { priority: 'P3' }], ['02 09:30', 'agent'], ['02 11:00', { priority: 'P1' }]);
    for (const retarget of ['carry', 'reset'] as const) expect(tell(back, '02 12:00', { ...response, retarget }).at(-1)).toBe('nothing owed');
  });
});

describe('conditions of an agreement', () => {
  const inProgress = [[{ field: 'state', is: ['inProgress'] }]];

  it('reset starts the clock over each time it holds anew', () => {
    const reset = promise({ conditions: { reset: [[{ field: 'assigneeId', is: ['PER9'] }]] } });
    const facts = history(['02 11:00', { assigneeId: 'PER9' }], ['02 12:00', { priority: 'P2' }], ['02 13:00', { assigneeId: null }], ['02 14:00', { assigneeId: 'PER9' }]);
    expect(tell(facts, '02 15:00', reset)).toEqual([
      'reset: 120 of 480 min 02 09:00-02 11:00 kept', 'reset: 180 of 480 min 02 11:00-02 14:00 kept', 'running: 60 of 480 min from 02 14:00, due 03 14:00',
    ]);
  });

  it('resume keeps a pause until it holds', () => {
    const facts = history(['02 10:00', { state: 'onHold' }], ['02 11:00', { state: 'assigned' }], ['02 12:00', { state: 'inProgress' }]);
    expect(tell(facts, '02 13:00', promise())).toEqual(['running: 180 of 480 min from 02 09:00, due 03 10:00']);
    expect(tell(facts, '02 13:00', promise({ conditions: { pause: onHold, resume: inProgress } }))).toEqual(['running: 120 of 480 min from 02 09:00, due 03 11:00']);
  });

  it('start: from receipt with its pauses, or from when it holds', () => {
    const late = promise({ conditions: { pause: onHold, start: inProgress } });
    const facts = history(['02 10:00', { state: 'onHold' }], ['02 12:00', { state: 'inProgress' }]);
    expect(tell(facts, '02 11:00', late)).toEqual([]);
    expect(tell(facts, '02 13:00', late)).toEqual(['running: 120 of 480 min from 02 09:00, due 03 11:00']);
    expect(tell(facts, '02 13:00', { ...late, startMode: 'match' })).toEqual(['running: 60 of 480 min from 02 12:00, due 03 12:00']);
  });

  it('valid for records received from its first instant on, and before its last', () => {
    const facts = history();
    expect(tell(facts, '02 10:00', promise({ validFrom: at('02 09:00') }))).toHaveLength(1);
    expect(tell(facts, '02 10:00', promise({ validFrom: at('02 09:01') }))).toEqual([]);
    expect(tell(facts, '02 10:00', promise({ validTo: at('02 09:00') }), promise({ id: 'SLA2', order: 2, targets: { any: minutes(60) } }))).toEqual([
      'running: 60 of 60 min from 02 09:00, due 02 10:00',
    ]);
  });

  it('the lowest order that applies and has a target for the priority counts', () => {
    const vip = promise({ id: 'SLA2', conditions: { applies: [[{ field: 'site', is: ['New York'] }]] }, targets: { P1: minutes(60), P3: minutes(120) } });
    const all = promise({ id: 'SLA3', order: 2 });
    expect(tell(history(), '02 09:30', all, vip)).toEqual(['running: 30 of 480 min from 02 09:00, due 02 17:00']);
    expect(tell(history(['02 09:00', { requesterId: 'PER1' }]), '02 09:30', all, vip).at(-1)).toBe('running: 30 of 120 min from 02 09:00, due 02 11:00');
    expect(tell(history(['02 09:00', { requesterId: 'PER1', priority: 'P2' }]), '02 09:30', all, vip)).toEqual(['running: 30 of 480 min from 02 09:00, due 02 17:00']);
  });
});

describe('targets', () => {
  const target = (value: number, unit: 'hours' | 'days' | 'endOfDays', dayMinutes?: number) => promise({ conditions: {}, targets: { any: { value, unit } }, ...(dayMinutes && { dayMinutes }) });

  it('in hours, in days of the agreement, or as the close of a business day', () => {
    expect(tell(history(), '02 10:00', target(1.5, 'hours'))).toEqual(['running: 60 of 90 min from 02 09:00, due 02 10:30']);
    expect(tell(history(), '02 10:00', target(2, 'days', 450))).toEqual(['running: 60 of 900 min from 02 09:00, due 03 16:00']);
    expect(tell(history(), '02 10:00', target(2, 'endOfDays'))).toEqual(['running: 60 of 960 min from 02 09:00, due 03 17:00']);
  });

  it('the close of the first business day after a Saturday is that of Monday', () => {
    const { facts: [born] } = history();
    const saturday = { receivedAt: at('07 12:00'), facts: born ? [{ ...born, at: at('07 12:00') }] : [] };
    expect(tell(saturday, '07 13:00', target(1, 'endOfDays'))).toEqual(['running: 0 of 480 min from 07 12:00, due 09 17:00']);
  });

  it('what the ordered item promises replaces the target of the resolution', () => {
    expect(tell(history(['02 09:00', { offeringId: 'badge' }]), '02 09:10', promise()).at(-1)).toBe('running: 10 of 30 min from 02 09:00, due 02 09:30');
  });

  it('as many minutes in other units are the same promise: nothing starts over', () => {
    const agreement = promise({ retarget: 'reset', targets: { P3: minutes(120), P2: { value: 2, unit: 'hours' } } });
    expect(tell(history(['02 10:00', { priority: 'P2' }]), '02 10:30', agreement)).toEqual(['running: 90 of 120 min from 02 09:00, due 02 11:00']);
  });

  it('under a calendar that never opens nothing is due, late or warned of, and it shows', () => {
    for (const agreement of [promise({ calendarId: 'NEVER' }), promise({ calendarId: 'NEVER', targets: { any: { value: 1, unit: 'endOfDays' } } })]) {
      const [view] = evaluateClocks(history(), levelsOf({ agreements: [agreement], calendars: [{ ...agreement, id: 'NEVER', zone: 'UTC', weekly: {} }], people: [], groups: [], categories: [], offerings: [] }));
      expect(view).toMatchObject({ state: 'running', usedMinutes: 0, thresholds: [], neverOpens: true });
      expect(view).not.toHaveProperty('dueAt');
    }
    expect(tell(history(['02 10:00', { state: 'onHold' }]), '20 10:00', promise({ calendarId: 'NEVER' }))).toEqual(['paused since 02 10:00: 0 of 480 min from 02 09:00, due -, never opens']);
  });
});

describe('whose calendar counts', () => {
  const oneHour = (calendarSource: 'site' | 'group' | 'service') => promise({ calendarSource, targets: { any: minutes(60) } });
  const london = 'running: 60 of 60 min from 02 09:00, due 02 10:00';
  const newYork = 'running: 0 of 60 min from 02 09:00, due 02 14:00';

  it.each([
    ['the site of the requester', 'site', { requesterId: 'PER1' }, newYork],
    ['a site without a calendar', 'site', { requesterId: 'PER2' }, london],
    ['the group', 'group', { groupId: 'network' }, newYork],
    ['a group without a calendar', 'group', { groupId: 'desk' }, london],
    ['the category above', 'service', { categoryId: 'outlook' }, newYork],
    ['the category of the item', 'service', { offeringId: 'laptop' }, newYork],
    ['the item before its category', 'service', { offeringId: 'phone' }, london],
  ] as const)('%s', (_name, source, set, expected) => {
    const { receivedAt, facts: [born] } = history();
    const facts = born ? [{ ...born, set: { ...born.set, ...set } }] : [];
    expect(tell({ receivedAt, facts }, '02 10:00', oneHour(source))).toEqual([expected]);
  });

  it('a record that goes to another group is measured by that group\'s calendar, from its receipt', () => {
    expect(tell(history(['02 15:00', { groupId: 'network' }]), '02 15:30', oneHour('group'))).toEqual([
      'retargeted: 360 of 60 min 02 09:00-02 15:00 late', 'running: 150 of 60 min from 02 09:00, due 02 14:00, late',
    ]);
  });
});

describe('a change of priority', () => {
  it('to one without a target and back: counted whole, without the gap, or anew', () => {
    const facts = history(['02 10:00', { priority: 'P4' }], ['02 12:00', { priority: 'P3' }]);
    const some = promise({ targets: { P3: minutes(480) } });
    expect(tell(facts, '02 11:00', some)).toEqual(['detached: 60 of 480 min 02 09:00-02 10:00 kept', 'nothing owed']);
    expect(tell(facts, '02 13:00', some).at(-1)).toBe('running: 240 of 480 min from 02 09:00, due 02 17:00');
    expect(tell(facts, '02 13:00', { ...some, retarget: 'carry' }).at(-1)).toBe('running: 120 of 480 min from 02 09:00, due 03 11:00');
    expect(tell(facts, '02 13:00', { ...some, retarget: 'reset' }).at(-1)).toBe('running: 60 of 480 min from 02 12:00, due 03 12:00');
  });

  it('to a lower one after a breach hides nothing', () => {
    const agreement = promise({ targets: { P1: minutes(60), P3: minutes(480) } });
    expect(tell(history(['02 09:00', { priority: 'P1' }], ['02 11:00', { priority: 'P3' }]), '02 11:30', agreement).slice(1)).toEqual([
      'retargeted: 120 of 60 min 02 09:00-02 11:00 late', 'running: 150 of 480 min from 02 09:00, due 02 17:00',
    ]);
  });

  it('that carries on warns no earlier than the change, and a pause goes on', () => {
    const agreement = promise({ retarget: 'carry', targets: { P3: minutes(480), P1: minutes(240) }, ladder: [{ percent: 120, act: 'notify', whom: ['owner'] }] });
    const levels = levelsOf({ agreements: [agreement], calendars: [{ ...promise(), id: 'LON', zone: 'UTC', weekly: { mon: [['09:00', '17:00']] } }], people: [], groups: [], categories: [], offerings: [] });
    const [view] = evaluateClocks(history(['02 15:00', { priority: 'P1' }]), levels);
    expect(view?.thresholds).toEqual([75, 100, 120].map((percent) => ({ percent, at: at('02 15:00') })));
    expect(tell(history(['02 10:00', { state: 'onHold' }], ['02 11:00', { priority: 'P1' }]), '02 12:00', agreement).at(-1)).toBe('paused since 02 10:00: 60 of 240 min from 02 09:00, due -');
  });
});

describe('groups and suppliers', () => {
  const ola = promise({ id: 'SLA8', type: 'ola', groupId: 'network', targets: { any: minutes(300) } });

  it('a group is measured from when the record first came to it, and only while it has it', () => {
    const facts = history(['02 11:00', { groupId: 'network' }], ['02 15:00', { groupId: 'desk' }], ['03 09:00', { groupId: 'network' }]);
    expect(tell(facts, '02 10:00', ola)).toEqual([]);
    expect(tell(facts, '02 16:00', ola)).toEqual(['paused since 02 15:00: 240 of 300 min from 02 11:00, due -']);
    expect(tell(facts, '03 09:30', ola)).toEqual(['running: 270 of 300 min from 02 11:00, due 03 10:00']);
  });

  it('a record that comes back to a group need not be resumed, it never was on hold', () => {
    const resumed = { ...ola, conditions: { pause: onHold, resume: [[{ field: 'state', is: ['inProgress'] }]] } };
    const facts = history(['02 11:00', { groupId: 'network' }], ['02 12:00', { groupId: 'desk' }], ['02 13:00', { groupId: 'network' }]);
    expect(tell(facts, '02 14:00', resumed)).toEqual(['running: 120 of 300 min from 02 11:00, due 02 17:00']);
  });

  it('a supplier is measured exactly while we wait for them, whatever pauses other clocks', () => {
    const contract = promise({ id: 'SLA9', type: 'contract', supplier: 'Acme' });
    const wait = (supplier: string) => history(['02 10:00', { state: 'onHold', holdReason: 'vendor', supplier }], ['02 12:00', { state: 'inProgress', holdReason: null, supplier: null }]);
    expect(tell(wait('Acme'), '02 11:00', contract)).toEqual(['running: 60 of 480 min from 02 10:00, due 03 10:00']);
    expect(tell(wait('Acme'), '02 13:00', contract)).toEqual(['paused since 02 12:00: 120 of 480 min from 02 10:00, due -']);
    expect(tell(wait('Other'), '02 13:00', contract)).toEqual([]);
  });
});

describe('stamps', () => {
  it('time between receipt and the birth that was written down later counts', () => {
    const { facts: [born] } = history();
    const imported = { receivedAt: at('02 09:00'), facts: born ? [{ ...born, at: at('02 09:30') }] : [] };
    expect(tell(imported, '02 10:00', promise())).toEqual(['running: 60 of 480 min from 02 09:00, due 02 17:00']);
  });

  it('a record that is reopened onto hold is paused since then, not since it was resolved', () => {
    const facts = history(['02 10:00', { state: 'resolved' }], ['02 12:00', { state: 'onHold' }]);
    expect(tell(facts, '02 13:00', promise())).toEqual(['paused since 02 12:00: 60 of 480 min from 02 09:00, due -']);
  });

  it('stored clocks do not take a stamp before the birth for the past, nor one of two replies for the other', () => {
    const levels = levelsOf({ agreements: [promise({ metric: 'nextReply' }), promise({ id: 'SLA2' })], calendars: [{ ...promise(), id: 'LON', zone: 'UTC', weekly: { mon: [['09:00', '17:00']] } }], people: [], groups: [], categories: [], offerings: [] });
    const { receivedAt, facts: [born] } = history();
    const told = history(['02 08:00', { state: 'inProgress' }], ['02 09:30', 'agent'], ['02 10:00', 'requester'], ['02 11:00', 'agent'], ['02 11:00', 'requester'], ['02 11:00', 'agent'], ['02 12:00', 'requester']);
    const facts = [...(born ? [{ ...born, set: { ...born.set, state: 'resolved' } }] : []), ...told.facts.slice(1)];
    let frozen: readonly ClockView[] | undefined;
    for (const count of facts.keys()) frozen = evaluateClocks({ receivedAt, facts: facts.slice(0, count + 1) }, levels, frozen ? { frozen } : {});
    expect(frozen).toEqual(evaluateClocks({ receivedAt, facts }, levels));
    expect(frozen?.map(({ state, previous }) => [state, previous.length])).toEqual([['running', 2], ['running', 0]]);
  });
});
