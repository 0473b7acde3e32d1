// If this fails, somebody schedules a change into a freeze or over the work of others, or is stopped where nothing is in the way.
import type { Booking, Collision, Exemption, Freeze, PlannedWork } from '../../../shared/scheduling';
import { freeze, item, maintenance, NOW, schedule, short, STACK, work } from './calendar';

const booking = (changeId: string, itemIds: readonly string[], from: string, to: string, more: Partial<Booking> = {}): Booking => ({
  changeId, itemIds, from: `${from}:00.000Z`, to: `${to}:00.000Z`, ...more,
});
const told = (found: readonly Collision[]): string[] =>
  found.map(({ reason, itemId = '', relatedId = '', otherId = '', personId = '', from, to }) => [reason, itemId, relatedId, personId, otherId, `${short(from)}/${short(to)}`].filter(Boolean).join(' '));

const MORNING = work('2026-02-02T08:00', '2026-02-02T10:00');
const ALWAYS = { kind: 'yearly', from: '01-01', to: '12-31' } as const;

describe('other changes', () => {
  const inWay = (bookings: readonly Booking[], planned: PlannedWork = MORNING): string[] => told(schedule({ bookings }).collisionsOf(planned, NOW));

  it('of the same item, its parent and its child collide, cut to the window', () => {
    expect(inWay([
      booking('CHG2', ['DB'], '2026-02-02T09:00', '2026-02-02T12:00'), booking('CHG3', ['HOST'], '2026-02-02T07:00', '2026-02-02T08:30'), booking('CHG4', ['APP'], '2026-02-02T08:15', '2026-02-02T08:45'),
    ])).toEqual([
      'parentItem DB HOST CHG3 2026-02-02T08:00/2026-02-02T08:30', 'childItem DB APP CHG4 2026-02-02T08:15/2026-02-02T08:45', 'sameItem DB CHG2 2026-02-02T09:00/2026-02-02T10:00',
    ]);
  });
  it('that only touch do not collide', () => {
    expect(inWay([booking('CHG2', ['DB'], '2026-02-02T06:00', '2026-02-02T08:00'), booking('CHG3', ['DB'], '2026-02-02T10:00', '2026-02-02T11:00')])).toEqual([]);
  });
  it('two steps away do not collide', () => {
    expect(inWay([booking('CHG2', ['HOST'], '2026-02-02T08:00', '2026-02-02T10:00')], { ...MORNING, itemIds: ['APP'] })).toEqual([]);
  });
  it('do not collide with themselves', () => {
    expect(inWay([booking('CHG1', ['DB'], '2026-02-02T08:00', '2026-02-02T10:00', { implementerId: 'PER1' })], { ...MORNING, implementerId: 'PER1' })).toEqual([]);
  });
  it('of the same item and its parent are told once, and what is in the work itself as itself', () => {
    const other = booking('CHG2', ['DB', 'HOST'], '2026-02-02T08:00', '2026-02-02T10:00');
    expect(inWay([other])).toEqual(['sameItem DB CHG2 2026-02-02T08:00/2026-02-02T10:00']);
    expect(inWay([{ ...other, itemIds: ['HOST'] }], { ...MORNING, itemIds: ['DB', 'HOST', 'DB'] })).toEqual(['sameItem HOST CHG2 2026-02-02T08:00/2026-02-02T10:00']);
  });
  it('of the same person collide, whatever the items', () => {
    const other = booking('CHG2', ['APP'], '2026-02-02T09:30', '2026-02-02T12:00', { implementerId: 'PER1' });
    expect(inWay([other], { ...MORNING, itemIds: [], implementerId: 'PER1' })).toEqual(['implementerBusy PER1 CHG2 2026-02-02T09:30/2026-02-02T10:00']);
    expect(inWay([other], { ...MORNING, itemIds: [], implementerId: 'PER2' })).toEqual([]);
  });
  it('of retired and unknown items are nobody’s business', () => {
    const items = [item('DB', { retired: true }), item('HOST')];
    const bookings = [booking('CHG2', ['DB', 'GONE'], '2026-02-02T08:00', '2026-02-02T10:00')];
    expect(schedule({ items, bookings }).collisionsOf({ ...MORNING, itemIds: ['DB', 'GONE'] }, NOW)).toEqual([]);
  });
  it('keep the key when they move, and have another one for another person', () => {
    const found = schedule({ bookings: [booking('CHG2', ['DB'], '2026-02-02T09:00', '2026-02-02T12:00', { implementerId: 'PER1' })] });
    const keys = (more: Partial<PlannedWork>): string[] => found.collisionsOf({ ...MORNING, ...more }, NOW).map(({ key }) => key);
    const before = keys({ implementerId: 'PER1' });
    found.book('CHG2', booking('CHG2', ['DB'], '2026-02-02T08:00', '2026-02-02T09:00', { implementerId: 'PER1' }));
    expect(keys({ implementerId: 'PER1' })).toEqual(before);
    found.book('CHG2', booking('CHG2', ['DB'], '2026-02-02T08:00', '2026-02-02T09:00', { implementerId: 'PER2' }));
    expect(keys({ implementerId: 'PER2' })).not.toEqual(before);
    found.book('CHG2', undefined);
    expect(keys({ implementerId: 'PER2' })).toEqual([]);
  });
  it('without a readable or with an empty window take no place', () => {
    const found = schedule({ bookings: [booking('CHG2', ['DB'], '2026-02-02T09:00', '2026-02-02T09:00'), booking('CHG3', ['DB'], 'soon', 'later')] });
    expect(found.collisionsOf(MORNING, NOW)).toEqual([]);
    expect(schedule({ freezes: [freeze(ALWAYS)] }).collisionsOf({ ...MORNING, to: MORNING.from }, NOW)).toEqual([]);
    expect(schedule({ freezes: [freeze(ALWAYS)] }).collisionsOf({ ...MORNING, from: 'now' }, NOW)).toEqual([]);
  });
});

describe('maintenance windows', () => {
  const nightly = { kind: 'weekly', days: ['sun'], from: '22:00', to: '02:00' } as const;
  const outside = (from: string, to: string, windows = [maintenance(nightly)]): string[] => told(schedule({ windows }).collisionsOf(work(from, to), NOW));

  it('hold work over midnight', () => {
    expect(outside('2026-02-01T21:00', '2026-02-02T01:00')).toEqual([]);
    expect(outside('2026-02-01T20:30', '2026-02-02T00:30')).toEqual(['itemOutsideWindow DB 2026-02-01T20:30/2026-02-01T21:00']);
    expect(outside('2026-02-01T23:00', '2026-02-02T01:01')).toEqual(['itemOutsideWindow DB 2026-02-02T01:00/2026-02-02T01:01']);
  });
  it('of one item count together, also those of its services', () => {
    const late = { ...maintenance({ kind: 'weekly', days: ['mon'], from: '02:00', to: '04:00' }), id: 'MWI2', itemIds: [], serviceIds: ['PAYROLL'] };
    const items = [item('DB', { serviceIds: ['PAYROLL'] })];
    expect(schedule({ items, windows: [maintenance(nightly), late] }).collisionsOf(work('2026-02-01T23:00', '2026-02-02T03:00'), NOW)).toEqual([]);
  });
  it('of parents and children count, an item without any is free', () => {
    const windows = [maintenance(nightly, { itemIds: ['HOST', 'APP'] })];
    expect(outside('2026-02-02T08:00', '2026-02-02T09:00', windows).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(['childOutsideWindow DB APP', 'parentOutsideWindow DB HOST']);
    expect(outside('2026-02-02T08:00', '2026-02-02T09:00', [{ ...maintenance(nightly), retired: true }])).toEqual([]);
  });
  it('do not open a freeze', () => {
    const found = schedule({ windows: [maintenance(nightly)], freezes: [freeze(ALWAYS)] }).collisionsOf(work('2026-02-01T22:00', '2026-02-01T23:00'), NOW);
    expect(found).toMatchObject([{ reason: 'itemFrozen', severity: 'block' }]);
  });
});

describe('freezes', () => {
  const yearEnd = { kind: 'yearly', from: '12-20', to: '01-03' } as const;
  const CHRISTMAS = work('2026-12-24T08:00', '2026-12-24T10:00');
  const frozen = (more: Partial<Freeze>, planned: Partial<PlannedWork> = {}, items = STACK): string[] =>
    schedule({ items, freezes: [freeze(yearEnd, more)] }).collisionsOf({ ...CHRISTMAS, ...planned }, NOW).map(({ reason, itemId = '', relatedId = '' }) => [reason, itemId, relatedId].filter(Boolean).join(' '));

  it('of everything are told once, also for work without items, until their end', () => {
    const found = schedule({ freezes: [freeze(yearEnd)] }).collisionsOf({ ...CHRISTMAS, itemIds: [] }, NOW);
    expect(found).toEqual([
      { key: 'itemFrozen:FRZ1', reason: 'itemFrozen', severity: 'block', otherId: 'FRZ1', from: '2026-12-24T08:00:00.000Z', to: '2026-12-24T10:00:00.000Z', until: '2027-01-03T23:00:00.000Z' },
    ]);
  });
  it('that never end have no end to wait for', () => {
    const [found] = schedule({ freezes: [freeze(ALWAYS)] }).collisionsOf(CHRISTMAS, NOW);
    expect(found?.until).toBeUndefined();
  });
  it('of a service hit work that names it, and work on its items', () => {
    const scope = { serviceIds: ['PAYROLL'] };
    expect(frozen({ scope }, { itemIds: [], serviceIds: ['PAYROLL'] })).toEqual(['itemFrozen']);
    expect(frozen({ scope }, { serviceIds: ['MAIL'] }, [item('DB', { serviceIds: ['MAIL', 'PAYROLL'] })])).toEqual(['itemFrozen DB']);
    expect(frozen({ scope }, { serviceIds: ['MAIL'] })).toEqual([]);
  });
  it('need all their dimensions to match, and only those they have', () => {
    const items = [item('DB', { class: 'database', region: 'EU', serviceIds: ['PAYROLL'] })];
    expect(frozen({ scope: { itemClasses: ['database'], regions: [' eu'] } }, {}, items)).toEqual(['itemFrozen DB']);
    expect(frozen({ scope: { itemClasses: ['database'], environments: ['test'] } }, {}, items)).toEqual([]);
    expect(frozen({ scope: { serviceIds: ['PAYROLL'], environments: ['production'] } }, { itemIds: [], serviceIds: ['PAYROLL'] }, items)).toEqual([]);
    expect(frozen({ scope: { serviceIds: [], itemIds: ['DB'] } }, {}, items)).toEqual(['itemFrozen DB']);
  });
  it('of parents and children are told where the item itself is free', () => {
    expect(frozen({ scope: { itemIds: ['HOST', 'APP'] } })).toEqual(['childFrozen DB APP', 'parentFrozen DB HOST']);
    expect(frozen({ scope: { itemIds: ['HOST', 'DB'] } })).toEqual(['itemFrozen DB']);
  });
  it('let types and standard templates through, and count for nothing when retired', () => {
    expect(frozen({ exemptTypes: ['emergency'] }, { type: 'emergency' })).toEqual([]);
    expect(frozen({ exemptTypes: ['emergency'] })).toEqual(['itemFrozen']);
    expect(frozen({ exemptTemplateIds: ['TPL1'] }, { type: 'standard', templateId: 'TPL1' })).toEqual([]);
    expect(frozen({ exemptTemplateIds: ['TPL1'] }, { type: 'standard', templateId: 'TPL2' })).toEqual(['itemFrozen']);
    expect(frozen({ exemptTemplateIds: ['TPL1'] }, { type: 'normal', templateId: 'TPL1' })).toEqual(['itemFrozen']);
    expect(frozen({ retired: true })).toEqual([]);
  });
  it('begin and end at the midnight of their zone', () => {
    const at = (from: string, to: string): number => schedule({ freezes: [freeze(yearEnd)] }).collisionsOf(work(from, to), NOW).length;
    expect([at('2026-12-19T22:00', '2026-12-19T23:00'), at('2026-12-19T22:00', '2026-12-19T23:01')]).toEqual([0, 1]);
    expect([at('2027-01-03T22:59', '2027-01-04T08:00'), at('2027-01-03T23:00', '2027-01-04T08:00')]).toEqual([1, 0]);
  });
});

describe('exceptions', () => {
  const CHRISTMAS = work('2026-12-24T08:00', '2026-12-24T10:00');
  const exemption: Exemption = {
    exceptionId: 'FEX1', changeId: 'CHG1', freezeId: 'FRZ1', from: '2026-12-24T08:00:00.000Z', to: '2026-12-24T10:00:00.000Z', expiresAt: '2026-12-24T10:00:00.000Z',
  };
  const blocked = (more: Partial<Exemption> = {}, planned: Partial<PlannedWork> = {}, now = NOW): number =>
    schedule({ freezes: [freeze({ kind: 'yearly', from: '12-20', to: '01-03' })], exemptions: [{ ...exemption, ...more }] }).collisionsOf({ ...CHRISTMAS, ...planned }, now).length;

  it('let their change into their freeze', () => expect(blocked()).toBe(0));
  it('end at their instant', () => {
    expect(blocked({}, {}, '2026-12-24T09:59:59.999Z')).toBe(0);
    expect(blocked({}, {}, '2026-12-24T10:00:00.000Z')).toBe(1);
  });
  it('are for one change, one freeze and one window', () => {
    expect(blocked({ changeId: 'CHG2' })).toBe(1);
    expect(blocked({ changeId: '' })).toBe(1);
    expect(blocked({ freezeId: 'FRZ2' })).toBe(1);
    expect(blocked({}, { from: '2026-12-24T07:59:00.000Z' })).toBe(1);
    expect(blocked({}, { to: '2026-12-24T10:01:00.000Z' })).toBe(1);
    expect(blocked({}, { from: '2026-12-24T09:00:00.000Z' })).toBe(0);
  });
  it('are none for work that one of those does who decided them', () => {
    const decided = { deciderIds: ['PER1', 'PER2'] };
    expect(blocked(decided, { implementerId: 'PER2' })).toBe(1);
    expect(blocked(decided, { implementerId: 'PER3' })).toBe(0);
    expect(blocked(decided)).toBe(0);
  });
});
