// If this fails, a crash, a broken network or a wrong clock loses what people were told is there, leaves something half-written, or keeps a message from its readers.
//
// BELLHOP_KILLS=200 kills so often on each store; BELLHOP_SEED=7 repeats a run as far as chance allows.
import { rowKey, verifyStore } from '../../shared/app';
import { rowsUnder } from '../../shared/storage';
import { randomFrom, type Random } from '../_support/random';
import { wordsOn } from '../_support/teams-client';
import { startFaultDesk, type FaultDesk } from './fault-desk';

const KILLS = Number(process.env.BELLHOP_KILLS ?? 1);
/** Of the emulator it takes minutes. */
const STORES = process.env.BELLHOP_KILLS === undefined ? (['embedded'] as const) : (['embedded', 'azure'] as const);
/** So many kills of one organization; then everything has to have been told. Of the emulator every call costs more with every row. */
const TURN = 10;
const CLIENTS = 4;
const [SHORTEST_MS, LONGEST_MS] = [150, 900];
const LONGEST_JUMP_MS = 120_000;
/** A message may be told again when its sender was killed, or lost the answer, so soon after. */
const IN_DOUBT_MS = 2_500;
const PATIENCE_MS = 150_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Told {
  readonly id: string;
  readonly text?: string;
}

/** What the load was told, and what it was never told. */
interface Ledger {
  readonly acknowledged: Told[];
  readonly inDoubt: Told[];
  readonly problems: string[];
}

/** Reports and answers, one after the other, at either of the two instances, until told to stop. */
async function work(desk: FaultDesk, name: string, random: Random, isOver: () => boolean, ledger: Ledger): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-bellhop-user': desk.test.people.alice.id };
  for (let index = 0; !isOver(); index += 1) {
    const known = ledger.acknowledged.filter(({ text }) => text === undefined);
    const ticket = known.length > 0 && random.once(3) ? random.pick(known) : undefined;
    const text = `${name}-${index}`;
    const [action, body] = ticket ? ['tickets.reply', { id: ticket.id, text }] : ['tickets.report', { title: `VPN drops ${text}`, categoryId: desk.test.categories.vpn }];
    try {
      const response = await fetch(`${desk.servers[random.below(2)]?.url}/api/${action}`, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
      const answer = (await response.json()) as { record?: { id: string } };
      if (response.status === 200 && answer.record) ledger.acknowledged.push(ticket ? { id: answer.record.id, text } : { id: answer.record.id });
      else if (![409, 429, 503].includes(response.status)) ledger.problems.push(`${action}: ${response.status} ${JSON.stringify(answer)}`);
      else if (ticket) ledger.inDoubt.push({ id: ticket.id, text });
    } catch {
      if (ticket) ledger.inDoubt.push({ id: ticket.id, text });
      await sleep(20);
    }
  }
}

/** Everything acknowledged is there once, what was not acknowledged at most once, and the store agrees with itself. */
async function lossesOf({ test }: FaultDesk, { acknowledged, inDoubt }: Ledger): Promise<readonly string[]> {
  const texts = new Map<string, readonly string[]>();
  for (const id of new Set([...acknowledged, ...inDoubt].map((told) => told.id))) {
    const opened = await test.app.open(id, test.actor('alice'));
    if ('record' in opened) texts.set(id, (opened.record as unknown as { timeline: { text?: string }[] }).timeline.flatMap(({ text }) => text ?? []));
  }
  const timesOf = ({ id, text }: Told): number => (text === undefined ? Number(texts.has(id)) : (texts.get(id) ?? []).filter((entry) => entry === text).length);
  const { problems } = await verifyStore(test.app.storage, test.tenant);
  return [
    ...acknowledged.filter((told) => timesOf(told) !== 1).map((told) => `acknowledged and there ${timesOf(told)} times: ${JSON.stringify(told)}`),
    ...inDoubt.filter((told) => timesOf(told) > 1).map((told) => `there ${timesOf(told)} times: ${JSON.stringify(told)}`),
    ...problems.map((problem) => JSON.stringify(problem)),
  ];
}

const numbersIn = (desk: FaultDesk): readonly { readonly id: string; readonly postedAt: number }[] =>
  desk.announcements().flatMap(({ card, postedAt }) => (/INC\d{7}/.exec(wordsOn(card)) ?? []).slice(0, 1).map((id) => ({ id, postedAt })));

/** Waits until nothing is left to be told; says what was never told. */
async function untilTold(desk: FaultDesk, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const { test } = desk;
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    await sleep(250);
    const told = new Set(numbersIn(desk).map(({ id }) => id));
    const missing = [...ids].filter((id) => !told.has(id));
    let waiting = 0;
    for (const prefix of [rowKey.outboxAll, rowKey.dueAll]) for await (const _row of rowsUnder(test.app.storage, test.tenant, prefix)) waiting += 1;
    if ((missing.length > 0 || waiting > 0) && Date.now() < until) continue;
    return [...missing.map((id) => `never told: ${id}`), ...(waiting > 0 ? [`${waiting} rows wait to be told`] : [])];
  }
}

/** Tickets that were announced more than once although nothing had happened that can leave the sender in doubt. */
function doubles(desk: FaultDesk, doubtful: readonly number[]): { readonly count: number; readonly problems: readonly string[] } {
  const byTicket = new Map<string, { readonly id: string; readonly postedAt: number }[]>();
  for (const post of numbersIn(desk)) byTicket.set(post.id, [...(byTicket.get(post.id) ?? []), post]);
  const twice = [...byTicket].filter(([, posts]) => posts.length > 1);
  const isExcused = (postedAt: number): boolean => doubtful.some((at) => at >= postedAt - IN_DOUBT_MS && at <= postedAt + IN_DOUBT_MS);
  return {
    count: twice.reduce((sum, [, posts]) => sum + posts.length - 1, 0),
    problems: twice.flatMap(([id, posts]) => posts.slice(0, -1).filter(({ postedAt }) => !isExcused(postedAt)).map(({ postedAt }) => `told twice: ${id}, at ${postedAt}`)),
  };
}

interface Turned {
  readonly acknowledged: number;
  readonly inDoubt: number;
  readonly tickets: number;
  readonly toldTwice: number;
  readonly problems: readonly string[];
}

/** Kills one of two instances so many times, and looks after each whether all is there, and after the last whether all was told. */
async function killTimes(kills: number, store: 'embedded' | 'azure', random: Random): Promise<Turned> {
  const desk = await startFaultDesk(store);
  const every = new Set<string>();
  const doubtful: number[] = [];
  const whole: Ledger = { acknowledged: [], inDoubt: [], problems: [] };
  const problems: string[] = [];
  try {
    for (let kill = 1; kill <= kills && problems.length === 0; kill += 1) {
      const ledger: Ledger = { acknowledged: [], inDoubt: [], problems: [] };
      let isOver = false;
      const hasFaults = random.once(2);
      const jump = random.once(3) ? random.below(2 * LONGEST_JUMP_MS) - LONGEST_JUMP_MS : 0;
      if (hasFaults) desk.disturb(random);
      if (random.once(5)) desk.silence();
      desk.servers[kill % 2]?.jump(jump);
      const clients = Array.from({ length: CLIENTS }, (_none, client) => work(desk, `${kill}-${client}`, random, () => isOver, ledger));
      await sleep(SHORTEST_MS + random.below(LONGEST_MS - SHORTEST_MS));
      const { restarted } = await desk.kill(random.below(2));
      // While somebody can be in doubt, messages may come again: their sender was killed, or hears nothing of the store or Teams.
      doubtful.push(Date.now());
      if (hasFaults || jump !== 0) doubtful.push(...Array.from({ length: 12 }, (_none, half) => Date.now() - half * 500));
      await sleep(SHORTEST_MS);
      isOver = true;
      await Promise.all(clients);
      doubtful.push(...desk.lostAnswers.splice(0));
      desk.calm();
      await restarted;
      desk.servers.forEach((server) => server.jump(0));
      problems.push(...ledger.problems, ...(await lossesOf(desk, ledger)));
      for (const { id } of ledger.acknowledged) every.add(id);
      whole.acknowledged.push(...ledger.acknowledged);
      whole.inDoubt.push(...ledger.inDoubt);
    }
    problems.push(...(await untilTold(desk, every)), ...(await lossesOf(desk, whole)));
    const { count, problems: unexcused } = doubles(desk, doubtful);
    return { acknowledged: whole.acknowledged.length, inDoubt: whole.inDoubt.length, tickets: every.size, toldTwice: count, problems: [...problems, ...unexcused] };
  } finally {
    await desk.close();
  }
}

test.each(STORES)('killed at any moment among faults and wrong clocks, nothing acknowledged is lost (%s)', async (store) => {
  const random = randomFrom(Number(process.env.BELLHOP_SEED ?? 11));
  let sum: Turned = { acknowledged: 0, inDoubt: 0, tickets: 0, toldTwice: 0, problems: [] };
  for (let done = 0; done < KILLS && sum.problems.length === 0; done += TURN) {
    const turn = await killTimes(Math.min(TURN, KILLS - done), store, random);
    sum = {
      acknowledged: sum.acknowledged + turn.acknowledged, inDoubt: sum.inDoubt + turn.inDoubt, tickets: sum.tickets + turn.tickets, toldTwice: sum.toldTwice + turn.toldTwice, problems: turn.problems,
    };
    if (KILLS > TURN) process.stderr.write(`${store}: ${JSON.stringify({ kills: Math.min(done + TURN, KILLS), ...sum })}\n`);
  }
  expect(sum.problems).toEqual([]);
  expect(sum.acknowledged).toBeGreaterThan(0);
}, 7_200_000);
