import { isAgent, isRefused, type Page } from '../../shared/kernel';
import type { ArticleSummary } from '../../shared/knowledge';
import type { TicketRow } from '../../shared/tickets';
import { inboxCard } from '../cards/planning/inbox-card';
import { foundCard } from '../cards/chat/found-card';
import { listCard, type ListName } from '../cards/tickets/list-card';
import type { CardJson, Notice } from '../cards/types';
import { rowOf, type Turn } from './turn';

const ROWS = 6;
/** So many are looked through for those that wait for the reader. */
const LOOKED_THROUGH = 50;
const FOUND = 5;
const INBOX_ROWS = 10;

async function rows({ app, actor }: Turn, list: string, filters: Readonly<Record<string, unknown>>, sort?: string, limit = ROWS): Promise<Page<TicketRow>> {
  const page = await app.list({ list, filters, sort, limit, withTotal: list !== 'tickets.mine', actor });
  return isRefused(page) ? { items: [] } : (page as Page<TicketRow>);
}

/** A question to answer, or something to try: without the reader it goes nowhere. */
export const needsReader = (row: TicketRow): boolean =>
  ['resolved', 'fulfilled', 'returned'].includes(row.state) || (row.state === 'onHold' && row.holdReason === 'requester');

const total = (page: Page<TicketRow>): number => page.total ?? page.items.length;

/** The reader's own tickets, those first that wait for them: the open ones from memory; when there are none, the last ended ones. */
export async function mineCard(turn: Turn, notice?: Notice): Promise<CardJson> {
  const { t, reader, context } = turn;
  const open = await rows(turn, 'tickets.open', { scope: 'reported', withResolved: true }, '-updatedAt', LOOKED_THROUGH);
  const shown = [...open.items].sort((left, right) => Number(needsReader(right)) - Number(needsReader(left))).slice(0, ROWS);
  const decisions = await rows(turn, 'tickets.open', { scope: 'approvals' }, 'createdAt');
  const ended = open.items.length === 0 ? await rows(turn, 'tickets.mine', {}) : { items: [] };
  return listCard({
    list: 'mine', title: t('card.list.mine'), reader, context, notice, isForHandlers: false, page: 'my',
    sections: [
      { title: '', rows: shown, total: total(open), emptyText: t('card.list.mineEmpty') },
      ...(ended.items.length > 0 ? [{ title: t('card.list.ended'), rows: ended.items, total: ended.items.length, emptyText: '' }] : []),
      ...(decisions.items.length > 0 ? [{ title: t('card.list.decisions'), rows: decisions.items, total: total(decisions), emptyText: '' }] : []),
    ],
  });
}

/** What waits for the reader's decision, of every practice. */
export async function approvalsCard(turn: Turn, notice?: Notice): Promise<CardJson> {
  const { app, actor, reader, context } = turn;
  const waiting = app.inbox(actor);
  return inboxCard({ rows: waiting.slice(0, INBOX_ROWS), total: waiting.length, reader, context, notice });
}

/** An agent's work by what is due next, and what nobody in their groups has taken. Others get their own tickets. */
export async function queueCard(turn: Turn, notice?: Notice): Promise<CardJson> {
  const { t, reader, context, actor } = turn;
  if (!isAgent(actor)) return mineCard(turn, { tone: 'warning', text: t('chat.queueForAgents') });
  const mine = await rows(turn, 'tickets.open', { scope: 'mine' });
  const free = await rows(turn, 'tickets.open', { scope: 'unassigned' });
  const tasks = await rows(turn, 'tickets.open', { scope: 'tasks' });
  return listCard({
    list: 'queue', title: t('card.list.queue'), reader, context, notice, isForHandlers: true, page: 'queue',
    sections: [
      ...(tasks.items.length > 0 ? [{ title: t('card.list.tasks'), rows: tasks.items, total: total(tasks), emptyText: '' }] : []),
      { title: t('card.list.assigned'), rows: mine.items, total: total(mine), emptyText: t('card.list.assignedEmpty') },
      { title: t('card.list.unassigned'), rows: free.items, total: total(free), emptyText: t('card.list.unassignedEmpty') },
    ],
  });
}

/** Articles and tickets for some words. Where others read along: only what everybody may read. */
export function searchCard(turn: Turn, q: string): CardJson {
  const { app, actor, reader, context, isShared } = turn;
  const find = (practice: string) => app.search.find({ q, actor, practice, limit: FOUND * 2 });
  const articles = (find('articles') as unknown as ArticleSummary[])
    .filter((article) => !isShared || article.audience === 'everyone')
    .sort((left, right) => Number(right.language === actor.language) - Number(left.language === actor.language))
    .slice(0, FOUND);
  const tickets = isShared ? [] : find('tickets').slice(0, FOUND).map((summary) => rowOf(turn, summary));
  return foundCard({ q, articles, tickets, isForHandlers: isAgent(actor), reader, context });
}

/** The list that a button came from, drawn again. */
export async function listAgain(turn: Turn, list: unknown, notice?: Notice): Promise<CardJson | undefined> {
  const draw: Partial<Record<ListName, (turn: Turn, notice?: Notice) => Promise<CardJson>>> = { mine: mineCard, queue: queueCard, approvals: approvalsCard };
  return typeof list === 'string' && Object.hasOwn(draw, list) ? draw[list as ListName]?.(turn, notice) : undefined;
}
