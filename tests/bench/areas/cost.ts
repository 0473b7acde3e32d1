import { rowsBetween, sizeInBatch, type StorageCounts } from '../../../shared/storage';
import { startAzurite } from '../../_support/azurite';
import { startBotDesk, type BotDesk } from '../../_support/bot-desk';
import type { Table } from '../table';

/**
 * What is put in: change it where it is other for you. Prices are list prices in US dollars of Azure Table Storage with local
 * redundancy, as known in 2025; an entity group transaction is billed as one transaction.
 */
const INPUTS = {
  pricesOf: '2025',
  per10000Transactions: 0.00036,
  perGigabyteMonth: 0.045,
  /** Tickets of one employee in a month. */
  ticketsPerEmployee: 1,
  instances: 2,
  /** Years that tickets are kept. */
  years: 3,
  workingHoursPerMonth: 21 * 10,
  /** The busiest hour, compared with the average working hour. */
  peak: 4,
} as const;
/** Azure: entities of 1 KiB in one partition, each second. */
const PARTITION_LIMIT = 2_000;
const EMPLOYEES = [1_000, 10_000, 100_000] as const;
const IDLE_SECONDS = 60;
const MONTH_SECONDS = 30 * 86_400;

interface Sum {
  transactions: number;
  /** Rows read and written. */
  entities: number;
}

const sumOf = ({ get, range, commit }: StorageCounts): Sum => ({
  transactions: get.calls + range.calls + commit.calls, entities: get.rowsRead + range.rowsRead + commit.rowsWritten,
});

async function bytesIn({ test }: BotDesk): Promise<number> {
  let bytes = 0;
  for await (const { row, data } of rowsBetween(test.storage, test.tenant, ' ', '\x7f')) bytes += sizeInBatch(test.tenant, row, data);
  return bytes;
}

/** One ticket from report to close with everything that follows from it: outbox, cards, notices, the feed of a second instance. */
async function lifeOfTicket(desk: BotDesk): Promise<{ readonly steps: readonly (readonly [string, Sum])[]; readonly bytes: number }> {
  const { test } = desk;
  await desk.drain();
  const before = await bytesIn(desk);
  const steps: [string, Sum][] = [];
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    test.storage.takeCounts();
    await work();
    await desk.drain();
    steps.push([name, sumOf(test.storage.takeCounts())]);
    test.clock.advance(60_000);
  };
  let id = '';
  await step('report', async () => (id = (await test.report()).id));
  await step('take', () => test.perform('bob', 'tickets.take', id));
  await step('opened by the agent', () => test.app.open(id, test.actor('bob')));
  await step('answer of the agent', () => test.perform('bob', 'tickets.reply', id, { text: 'Which network are you in, at home or in the office?' }));
  await step('answer of the requester', () => test.perform('alice', 'tickets.reply', id, { text: 'At home, since the new router came.' }));
  await step('resolve', () => test.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'The router blocked the port.' }));
  await step('close', () => test.perform('alice', 'tickets.close', id));
  return { steps, bytes: (await bytesIn(desk)) - before };
}

/** What an instance asks for while nothing happens. */
async function idleSecond(desk: BotDesk): Promise<Sum> {
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  desk.test.storage.takeCounts();
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1_000));
  const { transactions, entities } = sumOf(desk.test.storage.takeCounts());
  return { transactions: transactions / IDLE_SECONDS, entities: entities / IDLE_SECONDS };
}

const dollars = (amount: number): string => `$${amount.toFixed(2)}`;

/** Storage of one ticket's life and of idle instances, and the monthly bill that comes of it. */
export async function measureCost(): Promise<readonly Table[]> {
  const azurite = await startAzurite();
  const desk = await startBotDesk({ store: 'azure', azurite });
  try {
    await lifeOfTicket(desk);
    const { steps, bytes } = await lifeOfTicket(desk);
    const idle = await idleSecond(desk);
    const ticket = steps.reduce<Sum>((sum, [, { transactions, entities }]) => ({ transactions: sum.transactions + transactions, entities: sum.entities + entities }), { transactions: 0, entities: 0 });
    return [stepTable(steps, ticket, bytes, idle), billTable(ticket, bytes, idle)];
  } finally {
    await desk.close();
    await azurite.stop();
  }
}

function stepTable(steps: readonly (readonly [string, Sum])[], ticket: Sum, bytes: number, idle: Sum): Table {
  const row = (name: string, { transactions, entities }: Sum): string[] => [name, String(transactions), String(entities)];
  return {
    title: 'Storage of one ticket, with all that follows', command: 'npm run bench -- cost',
    columns: ['step', 'transactions', 'rows read and written'],
    rows: [
      ...steps.map(([name, sum]) => row(name, sum)),
      row('the whole ticket', ticket),
      ['one instance for a second, while nothing happens', idle.transactions.toFixed(2), idle.entities.toFixed(2)],
    ],
    note: `Requester and agent in chat, a triage card in the channel, notices and cards that follow; afterwards the ticket takes ${(bytes / 1024).toFixed(0)} KB, deliveries and feed included.`,
  };
}

function billTable(ticket: Sum, bytes: number, idle: Sum): Table {
  const { per10000Transactions, perGigabyteMonth, ticketsPerEmployee, instances, years, workingHoursPerMonth, peak, pricesOf } = INPUTS;
  const idleTransactions = idle.transactions * instances * MONTH_SECONDS;
  const entitiesPerSecond = (employees: number): number => (employees * ticketsPerEmployee * ticket.entities * peak) / (workingHoursPerMonth * 3_600) + idle.entities * instances;
  const limit = Math.floor((PARTITION_LIMIT - idle.entities * instances) / ((ticketsPerEmployee * ticket.entities * peak) / (workingHoursPerMonth * 3_600)));
  const rows = EMPLOYEES.map((employees) => {
    const tickets = employees * ticketsPerEmployee;
    const transactions = tickets * ticket.transactions + idleTransactions;
    const gigabytes = (tickets * 12 * years * bytes) / 1024 ** 3;
    const [forTransactions, forStorage] = [(transactions / 10_000) * per10000Transactions, gigabytes * perGigabyteMonth];
    return [
      employees.toLocaleString('en'), tickets.toLocaleString('en'), (transactions / 1e6).toFixed(1), dollars(forTransactions), gigabytes.toFixed(1), dollars(forStorage), dollars(forTransactions + forStorage),
      entitiesPerSecond(employees).toFixed(1),
    ];
  });
  return {
    title: 'Table storage in a month', command: 'npm run bench -- cost',
    columns: ['employees', 'tickets', 'million transactions', 'for them', 'GB after three years', 'for them', 'together', 'rows a second, busiest hour'],
    rows,
    note:
      `${ticketsPerEmployee} ticket for each employee and month, ${instances} instances, ${peak} times the average in the busiest hour; list prices of ${pricesOf}: $${(per10000Transactions * 100).toFixed(3)} for a million transactions, ` +
      `$${perGigabyteMonth} for a gigabyte and month. One partition takes ${PARTITION_LIMIT.toLocaleString('en')} rows a second: with these inputs that is reached at ${limit.toLocaleString('en')} employees.`,
  };
}
