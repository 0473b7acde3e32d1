import { holdsPlace, type ChangeRow } from '../../../shared/changes';
import { isRefused, type Page } from '../../../shared/kernel';
import { changeListCard } from '../../cards/planning/change-list-card';
import { execute } from '../../cards/parts/actions';
import type { CardJson, Notice } from '../../cards/types';
import type { Turn } from '../turn';

const ROWS = 8;
const DAYS = 7;
const DAY_MS = 86_400_000;

async function rows({ app, actor }: Turn, filters: Readonly<Record<string, unknown>>, sort = 'plannedStart'): Promise<Page<ChangeRow>> {
  const page = await app.list({ list: 'changes.open', filters, sort, limit: ROWS, withTotal: true, actor });
  return isRefused(page) ? { items: [] } : (page as Page<ChangeRow>);
}

const total = (page: Page<ChangeRow>): number => page.total ?? page.items.length;

/** All open changes by their windows. */
export async function changesCard(turn: Turn, notice?: Notice): Promise<CardJson> {
  const { t, reader, context } = turn;
  const found = await rows(turn, {});
  return changeListCard({
    title: t('card.changes.title'), reader, context, notice, page: 'changes',
    sections: [{ title: '', rows: found.items, total: total(found), emptyText: t('card.changes.empty') }],
    more: [execute(t('card.changes.mine'), 'card.showMyChanges', {}), execute(t('card.calendar.title'), 'card.showCalendar', {})],
  });
}

/** What the reader does, what they proposed, and what waits for their decision. */
export async function myChangesCard(turn: Turn, notice?: Notice): Promise<CardJson> {
  const { t, reader, context } = turn;
  const doing = await rows(turn, { scope: 'implementing' });
  const mine = await rows(turn, { scope: 'mine' }, '-updatedAt');
  const doingIds = new Set(doing.items.map(({ id }) => id));
  const others = mine.items.filter(({ id }) => !doingIds.has(id));
  const awaiting = await rows(turn, { scope: 'awaiting' }, 'decideUntil');
  return changeListCard({
    title: t('card.changes.mine'), reader, context, notice, page: 'changes',
    sections: [
      { title: t('card.changes.doing'), rows: doing.items, total: total(doing), emptyText: t('card.changes.doingEmpty') },
      ...(others.length > 0 ? [{ title: t('card.changes.proposed'), rows: others, total: others.length, emptyText: '' }] : []),
      ...(awaiting.items.length > 0 ? [{ title: t('card.list.decisions'), rows: awaiting.items, total: total(awaiting), emptyText: '' }] : []),
    ],
  });
}

/** The next seven days: what is changed, and when nothing may be. */
export async function calendarCard(turn: Turn, notice?: Notice): Promise<CardJson> {
  const { app, actor, t, reader, context } = turn;
  const to = new Date(Date.parse(context.now) + DAYS * DAY_MS).toISOString();
  const found = app.planning.calendar({ from: context.now, to }, actor);
  const { changes, freezes } = isRefused(found) ? { changes: [], freezes: [] } : found;
  const planned = changes.filter(({ state }) => holdsPlace(state)).sort((left, right) => (left.plannedStart ?? '').localeCompare(right.plannedStart ?? ''));
  const lines = [...freezes].sort((left, right) => left.from.localeCompare(right.from)).map((time) => ({ ...time, reason: app.desk.directory.freeze(time.id)?.reason }));
  return changeListCard({
    title: t('card.calendar.week'), reader, context, notice, page: 'calendar', freezes: lines,
    sections: [{ title: t('card.changes.title'), rows: planned.slice(0, ROWS), total: planned.length, emptyText: t('card.calendar.empty') }],
  });
}
