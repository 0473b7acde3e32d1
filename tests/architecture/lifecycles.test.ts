// If this fails, a record can get into a state that nobody can lead it out of, or a button promises a step that no table allows.
import { findAction, practiceNamed } from '../../shared/app';
import { TEMPLATE_LIFECYCLE } from '../../shared/change-templates';
import { EXCEPTION_LIFECYCLE } from '../../shared/freeze-exceptions';
import { HANDOVER_LIFECYCLE } from '../../shared/handovers';
import type { Lifecycle } from '../../shared/kernel';
import { MEETING_LIFECYCLE } from '../../shared/meetings';
import { INCIDENT_LIFECYCLE, REQUEST_LIFECYCLE } from '../../shared/tickets';
import { hasText } from '../../shared/strings';

interface Table {
  readonly name: string;
  readonly practice: string;
  readonly lifecycle: Lifecycle<string, string>;
  /** States in which a record may be born: the decision that makes it may pass on at once (domain.md 3.2). */
  readonly births: readonly string[];
}

const TABLES: readonly Table[] = [
  { name: 'incidents', practice: 'tickets', lifecycle: INCIDENT_LIFECYCLE, births: ['new'] },
  { name: 'service requests', practice: 'tickets', lifecycle: REQUEST_LIFECYCLE, births: ['submitted', 'awaitingApproval', 'approved'] },
  { name: 'change templates', practice: 'changeTemplates', lifecycle: TEMPLATE_LIFECYCLE, births: ['draft'] },
  { name: 'exceptions from freezes', practice: 'freezeExceptions', lifecycle: EXCEPTION_LIFECYCLE, births: ['requested'] },
  { name: 'meetings', practice: 'meetings', lifecycle: MEETING_LIFECYCLE, births: ['planned'] },
  { name: 'handovers', practice: 'handovers', lifecycle: HANDOVER_LIFECYCLE, births: ['prepared'] },
];

/** States that can be reached from these by the rows of the table. */
function reachable(lifecycle: Lifecycle<string, string>, from: readonly string[]): Set<string> {
  const found = new Set(from);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const row of lifecycle.transitions) {
      if (row.to && row.from.some((state) => found.has(state))) found.add(row.to);
    }
  }
  return found;
}

test.each([...new Set(TABLES.map(({ practice }) => practice))])('every action that works on a record of %s stands in a table, and nothing else does', (practice) => {
  const rows = TABLES.filter((table) => table.practice === practice).flatMap(({ lifecycle }) => lifecycle.transitions.map((row) => `${practice}.${row.action}`));
  // What only timers do may stand there too.
  const inTables = new Set(rows.filter((name) => !findAction(name)?.action.internal));
  const offered = (practiceNamed(practice)?.actions ?? []).filter((action) => !action.creates && !action.internal).map((action) => action.name);
  expect([...inTables].sort()).toEqual([...offered].sort());
});

describe.each(TABLES)('the lifecycle of $name', ({ lifecycle, practice, births }) => {
  test('uses only its own states, and starts in one of them', () => {
    const used = lifecycle.transitions.flatMap((row) => [...row.from, ...(row.to ? [row.to] : [])]);
    expect([...used, ...lifecycle.terminal, ...births, lifecycle.initial].filter((state) => !lifecycle.states.includes(state))).toEqual([]);
    expect(births).toContain(lifecycle.initial);
  });

  test('reaches every state', () => {
    expect(lifecycle.states.filter((state) => !reachable(lifecycle, births).has(state))).toEqual([]);
  });

  test('leads out of every state that is not an end', () => {
    const stuck = lifecycle.states.filter((state) => {
      if (lifecycle.terminal.includes(state)) return false;
      return !lifecycle.terminal.some((end) => reachable(lifecycle, [state]).has(end));
    });
    expect(stuck).toEqual([]);
  });

  test('ends are ends: an ended record keeps its state', () => {
    const leaving = lifecycle.transitions.filter((row) => row.to && row.from.some((state) => lifecycle.terminal.includes(state)));
    expect(leaving).toEqual([]);
  });

  test('has for each action and state one target at most', () => {
    for (const state of lifecycle.states) {
      for (const action of new Set(lifecycle.transitions.map((row) => row.action))) {
        const targets = lifecycle.transitions.filter((row) => row.action === action && row.from.includes(state)).map((row) => row.to);
        expect({ state, action, targets: [...new Set(targets)].length }).toEqual({ state, action, targets: targets.length > 0 ? 1 : 0 });
      }
    }
  });

  test('lets somebody do every step', () => {
    expect(lifecycle.transitions.filter((row) => row.who.length === 0 || row.from.length === 0)).toEqual([]);
  });

  test('requires only fields that the action asks for', () => {
    for (const row of lifecycle.transitions) {
      const fields = Object.keys((findAction(`${practice}.${row.action}`)?.action.schema as object | undefined) ?? {});
      expect({ action: row.action, unknown: row.requires?.filter((name) => !fields.includes(name)) ?? [] }).toEqual({ action: row.action, unknown: [] });
    }
  });

  test('has a word for every state', () => {
    expect(lifecycle.states.map((state) => `state.${state}`).filter((key) => !hasText(key))).toEqual([]);
  });
});

test('practices with a lifecycle are checked here', () => {
  for (const { practice } of TABLES) expect(practiceNamed(practice)).toBeDefined();
});
