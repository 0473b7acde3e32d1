import { ruledPractices } from '../../../shared/app';
import { createRuleIndex, wantedRuns, type AutomationRule, type Commit, type RuledPractice } from '../../../shared/automation';
import type { Condition } from '../../../shared/kernel';
import { createDesk } from '../../../shared/app/desk';
import { foldTicket, type RecordedTicketEvent } from '../../../shared/tickets';
import { ms, percentile, type Table } from '../table';

const RULES = 1_000;
const EVENTS = 2_000;
const WARM_UP = 200;
const AT = '2026-11-20T12:00:00.000Z';

/** Rules as an organization has them: most are about one group, category or word, a few about everything. */
function ruleNumber(place: number): AutomationRule {
  const word = place % 5 < 3;
  const conditions: readonly (readonly Condition[])[] = [
    place % 20 === 0
      ? [{ field: 'priority', is: ['P1', 'P2'] }, { field: 'reopenCount', atMost: 3 }]
      : [{ field: word ? 'words' : 'categoryId', is: word ? [`topic${place % 250}`, `subject ${place}`] : [`CAT${String(place % 60).padStart(7, '0')}`] }, { field: 'kind', is: ['incident'] }, { field: 'state', isNot: ['closed'] }],
  ];
  return {
    id: `RUL${String(place).padStart(7, '0')}`, version: 1, createdAt: AT, updatedAt: AT, retired: false, name: `Rule ${place}`, subject: 'tickets', order: place + 1, isEnabled: true,
    when: { kind: 'event', events: ['reported', 'classified', 'requesterReplied'] }, conditions, actions: [{ action: 'tickets.addNote', input: { text: 'Hello {{requester.firstName}}, {{ticket.id}}' } }],
  };
}

function reported(place: number, words: number): RecordedTicketEvent {
  const description = Array.from({ length: words }, (_, at) => `word${(place * 31 + at * 7) % 5_000}`).join(' ');
  return {
    recordId: `INC${String(place).padStart(7, '0')}`, seq: 1, at: AT, by: 'PER0000001', byName: 'Alice Adams', role: 'employee', channel: 'tab', action: 'tickets.report',
    event: {
      type: 'TicketReported', kind: 'incident', state: 'new', title: `topic${place % 250} stopped working`, description, requesterId: 'PER0000001', requesterName: 'Alice Adams', impact: 3, urgency: 3,
      priority: place % 10 === 0 ? 'P1' : 'P3', categoryId: `CAT${String(place % 60).padStart(7, '0')}`, isRestricted: false, receivedAt: AT, files: [],
    },
  };
}

/** One event of a ticket against a thousand rules: facts and words of the ticket, which rules match, what they will do. */
export function measureAutomation(): Promise<readonly Table[]> {
  const config = createDesk().directory;
  const practice = ruledPractices.tickets as RuledPractice;
  const rules = Array.from({ length: RULES }, (_, place) => ruleNumber(place));
  const began = performance.now();
  const index = createRuleIndex(rules);
  const built = performance.now() - began;
  const rows = [20, 300, 3_000].map((words) => {
    const times: number[] = [];
    let matched = 0;
    for (let place = 0; place < EVENTS + WARM_UP; place += 1) {
      const event = reported(place, words);
      const ticket = foldTicket(undefined, event);
      const start = performance.now();
      const runs = wantedRuns(index, practice, ticket, [event] as Commit, config);
      times.push(performance.now() - start);
      matched += runs.length;
    }
    const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
    return [`${words} words`, (matched / (EVENTS + WARM_UP)).toFixed(1), ...[0.5, 0.95, 0.99, 1].map((share) => ms(percentile(sorted, share)))];
  });
  return Promise.resolve([{
    title: 'Rules', command: 'npm run bench -- automation', columns: ['ticket with', 'rules that match', 'p50 ms', 'p95 ms', 'p99 ms', 'most ms'], rows,
    note: `${RULES} rules that wait for the same event, ${EVENTS} events after ${WARM_UP} to warm up, on one core; asked for: under 5 ms. Building the index, once after a change of rules: ${ms(built)} ms.`,
  }]);
}
