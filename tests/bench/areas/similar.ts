import { createDesk } from '../../../shared/app/desk';
import { draftTicket } from '../../../shared/app/draft';
import { createSearch } from '../../../shared/app/search';
import { createSimilar } from '../../../shared/app/similar';
import type { Actor } from '../../../shared/kernel';
import { ms, type Table } from '../table';

const OPEN = 50_000;
/** Half of an hour of a very bad day. */
const RECENT = 2_000;
const ROUNDS = 400;
const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const WHAT = 'vpn outlook printer laptop monitor wifi password teams sharepoint payroll export sap browser phone headset badge scanner update license mailbox calendar drive backup camera dock'.split(' ');
const HOW = 'drops crashes hangs slow jammed locked missing empty broken flickers disconnects freezes rejects duplicates overheats'.split(' ');
const WHERE = 'hamburg berlin floor basement warehouse reception canteen home meeting room lab north south annex garage'.split(' ');

const actor = (id: string, roles: Actor['roles']): Actor => ({ id, name: id, roles, groupIds: [], leadsGroupIds: [], actsFor: [], channel: 'tab', language: 'en', zone: 'UTC' });
const pick = (list: readonly string[], index: number): string => list[index % list.length] as string;
const titleOf = (index: number): string => `${pick(WHAT, index)} ${pick(HOW, Math.floor(index / 7))} in ${pick(WHERE, Math.floor(index / 3))} after update of ${pick(WHAT, Math.floor(index / 11))}`;

function fill(desk: ReturnType<typeof createDesk>): void {
  const put = (practice: string, summary: { readonly id: string } & Readonly<Record<string, unknown>>): void =>
    void desk.apply({ practice, id: summary.id, version: 1, active: true, summary: { practice, version: 1, updatedAt: '', ...summary }, types: [], at: '', by: '' });
  put('settings', { id: 'SET0000001' });
  for (const [index, name] of WHAT.entries()) put('categories', { id: `CAT${String(index).padStart(7, '0')}`, name, retired: false });
  for (const [index, name] of WHAT.entries()) put('articles', { id: `ART${String(index).padStart(7, '0')}`, title: `${name} ${pick(HOW, index)}: what helps`, body: '', language: 'en', audience: 'everyone', retired: false });
  for (let index = 0; index < OPEN; index += 1) {
    const minutes = index < RECENT ? (index * 30) / RECENT : 60 + index;
    put('tickets', {
      id: `INC${String(index).padStart(7, '0')}`, kind: 'incident', state: 'new', title: titleOf(index), createdAt: new Date(NOW - minutes * 60_000).toISOString(), requesterId: `PER${String(index % 5_000).padStart(7, '0')}`,
      categoryId: `CAT${String(index % WHAT.length).padStart(7, '0')}`, watcherIds: [], approverIds: [], awaitedApproverIds: [], excludedApproverIds: [], isRestricted: index % 50 === 0, requesterName: '', priority: 'P3',
    });
  }
}

function timesOf(work: (round: number) => unknown): readonly string[] {
  for (let round = 0; round < 50; round += 1) work(round);
  const times = Array.from({ length: ROUNDS }, (_entry, round) => {
    const begin = performance.now();
    work(round);
    return performance.now() - begin;
  }).sort((left, right) => left - right);
  return [0.5, 0.95, 0.99].map((share) => ms(times[Math.floor(times.length * share)] as number));
}

/** What is offered while somebody writes, each time their fingers rest: no storage, so the whole of it is measured here. */
export async function measureSimilar(): Promise<readonly Table[]> {
  const desk = createDesk();
  fill(desk);
  const search = createSearch(desk);
  await search.load();
  const similar = createSimilar(desk);
  const app = { desk, search, similar, clock: { now: () => new Date(NOW) } };
  const draft = (who: Actor, round: number): unknown => draftTicket(app, `${titleOf(round * 13)}. I have restarted it twice and it is still the same.`, who);
  const rows = [
    ['an employee', ...timesOf((round) => draft(actor('PER0000007', ['employee']), round))],
    ['an agent, with the tickets of others', ...timesOf((round) => draft(actor('PER0000009', ['employee', 'agent']), round))],
  ];
  return [{
    title: 'What is offered while somebody writes', command: 'npm run bench -- similar', columns: ['for', 'p50 ms', 'p95 ms', 'p99 ms'], rows,
    note: `The whole draft with everything that is offered (/api/draft without HTTP), ${OPEN.toLocaleString('en')} open tickets, ${RECENT.toLocaleString('en')} of them of the last half hour, ${ROUNDS} texts.`,
  }];
}
