// If this fails, an agreement can be saved that promises nonsense, and people see wrong due times without anybody knowing why.
import { isRefused, type DecideContext } from '../../../shared/kernel';
import { agreementsPractice } from '../../../shared/sla';

const live = { retired: false };
const config = {
  calendar: (id: string) => ({ CAL0000001: live, CAL0000002: { retired: true } })[id],
  group: (id: string) => ({ GRP0000001: live, GRP0000002: { retired: true } })[id],
};
const context = { actor: {}, now: '2026-03-02T09:00:00.000Z', config, files: [], others: new Map(), links: [], extra: {} } as unknown as DecideContext<unknown>;
const hours = (value: number) => ({ value, unit: 'hours' });
const sound = {
  name: 'Resolution', type: 'sla', metric: 'resolution', order: 10, targets: { P1: hours(4) }, calendarSource: 'fixed', calendarId: 'CAL0000001', retarget: 'retroactive', reopen: 'continue',
};

const decideOn = (verb: 'add' | 'change', entry: object | undefined, input: Readonly<Record<string, unknown>>) =>
  agreementsPractice.actions.find(({ name }) => name === `agreements.${verb}`)?.decide(entry as never, input, context);

function problemsOf(input: object): readonly string[] {
  const decided = decideOn('add', undefined, { ...sound, ...input });
  return decided && isRefused(decided) ? (decided.refused.problems ?? []).map(({ field, code }) => `${field}: ${code}`) : [];
}

const when = (moment: string, groups: unknown) => ({ conditions: { [moment]: groups } });
const onHold = [[{ field: 'state', is: ['onHold'] }]];

it.each([
  ['nothing wrong', {}, []],
  ['a pause with a resume', { conditions: { pause: onHold, resume: [[{ field: 'state', is: ['inProgress'] }]] } }, []],
  ['a ladder', { ladder: [{ percent: 75, act: 'notify', whom: ['assignee'] }, { percent: 100, act: 'reassign', groupId: 'GRP0000001' }] }, []],
  ['no target', { targets: {} }, ['targets: noTarget']],
  ['a target of zero', { targets: { P1: hours(0) } }, ['targets: targetTooShort']],
  ['a target below zero', { targets: { P1: hours(-4) } }, ['targets: targetTooShort']],
  ['a target that rounds to no minute', { targets: { P1: hours(0.005) } }, ['targets: targetTooShort']],
  ['half an end of day', { targets: { P1: { value: 1.5, unit: 'endOfDays' } } }, ['targets: targetTooShort']],
  ['a target of a century', { targets: { P1: { value: 36_525, unit: 'days' } } }, ['targets: targetTooLong']],
  ['a target of a century in hours', { targets: { P1: hours(876_600) } }, ['targets: targetTooLong']],
  ['a target that is no number', { targets: { P1: { value: 'soon', unit: 'hours' } } }, ['targets: badTarget']],
  ['a target in moons', { targets: { P1: { value: 3, unit: 'moons' } } }, ['targets: badTarget']],
  ['an unknown priority', { targets: { P9: hours(1) } }, ['targets: unknownPriority']],
  ['the end of a day that pauses', { targets: { P1: { value: 1, unit: 'endOfDays' } }, conditions: { pause: onHold } }, ['conditions: endOfDayPauses']],
  ['a resolution that nothing ends', when('stop', []), ['conditions: neverStops']],
  ['a pause that always holds', when('pause', [[]]), ['conditions: alwaysHolds']],
  ['a resume without pause', when('resume', onHold), ['conditions: resumeWithoutPause']],
  ['an unknown moment', when('sometimes', onHold), ['conditions: badConditions']],
  ['an unknown field', when('pause', [[{ field: 'mood', is: ['bad'] }]]), ['conditions: unknownConditionField']],
  ['a condition without values', when('pause', [[{ field: 'state' }]]), ['conditions: badConditions']],
  ['conditions that are a text', { conditions: 'always' }, ['conditions: badConditions']],
  ['a step that tells nobody', { ladder: [{ percent: 50, act: 'notify' }] }, ['ladder: notifiesNobody']],
  ['a step that reassigns nowhere', { ladder: [{ percent: 50, act: 'reassign' }] }, ['ladder: reassignsNowhere']],
  ['a step that reassigns to a group that is gone', { ladder: [{ percent: 50, act: 'reassign', groupId: 'GRP0000002' }] }, ['ladder: notFound']],
  ['a step at half a percent', { ladder: [{ percent: 0.5, act: 'raisePriority' }] }, ['ladder: badPercent']],
  ['a step that dances', { ladder: [{ percent: 50, act: 'dance' }] }, ['ladder: badLadder']],
  ['a group that promises an answer', { type: 'ola', groupId: 'GRP0000001', metric: 'firstResponse' }, ['metric: onlyResolution']],
  ['a promise of no group', { type: 'ola' }, ['groupId: required']],
  ['a promise of a group that is gone', { type: 'ola', groupId: 'GRP0000002' }, ['groupId: notFound']],
  ['updates of no kind', { metric: 'periodicUpdate' }, ['updateMode: required']],
  ['an end before the beginning', { validFrom: '2026-05-01T00:00:00.000Z', validTo: '2026-04-01T00:00:00.000Z' }, ['validTo: endsBeforeStart']],
  ['a calendar that is not there', { calendarId: 'CAL0000009' }, ['calendarId: notFound']],
  ['a calendar that is gone', { calendarId: 'CAL0000002' }, ['calendarId: notFound']],
])('%s', (_name, input, problems) => expect(problemsOf(input)).toEqual(problems));

it('is checked as a whole when a part of it changes', () => {
  const paused = { ...sound, id: 'SLA0000001', version: 1, retired: false, conditions: { pause: onHold } };
  const decided = decideOn('change', paused, { targets: { P1: { value: 1, unit: 'endOfDays' } } });
  expect(decided && isRefused(decided) ? decided.refused.problems : []).toEqual([{ field: 'conditions', code: 'endOfDayPauses' }]);
  const freed = decideOn('change', paused, { targets: { P1: { value: 1, unit: 'endOfDays' } }, clear: ['conditions'] });
  expect(freed && 'events' in freed && freed.events).toMatchObject([{ type: 'EntryChanged', clear: ['conditions'] }]);
});
