import { dayText, shortTime } from '../../../shared/strings';
import { execute } from '../parts/actions';
import { actionSet, column, columns, ourText, plainText, type Element, type Fact } from '../parts/elements';
import { cutText, oneLine } from '../parts/plain-text';
import { pressData } from '../parts/record-buttons';
import type { TicketCardInput } from './ticket-buttons';

const MOST = 6;

/** Tasks that can be worked on now, each with the press that ends it; notes and times are for the tab. */
export function taskRows(input: TicketCardInput): readonly Element[] {
  const { view, reader: { t, language, zone } } = input;
  const { stages = [], tasks = [] } = view.fulfillment ?? {};
  const open = [...stages.flatMap((stage) => stage.tasks), ...tasks].filter(({ state }) => state === 'open' || state === 'inProgress');
  if (open.length === 0) return [];
  const rows = open.slice(0, MOST).map(({ id, title, assigneeName, groupName, dueAt, can }) => {
    const facts = [assigneeName ?? groupName, dueAt && shortTime(dueAt, language, zone)].filter(Boolean).join(' · ');
    const words = [plainText(cutText(oneLine(title), 120)), ...(facts ? [plainText(facts, { size: 'small', isSubtle: true, spacing: 'none' })] : [])];
    const done = execute(t('taskState.complete'), 'tickets.closeTask', pressData(input, { taskId: id, state: 'complete' }), { tooltip: `${t('taskState.complete')}: ${cutText(oneLine(title), 80)}` });
    return columns([column(words, { width: 'stretch', verticalContentAlignment: 'center' }), ...(can.includes('close') ? [column([actionSet([done])], { width: 'auto', verticalContentAlignment: 'center' })] : [])], { spacing: 'small' });
  });
  return [ourText(t('card.tasks'), { weight: 'bolder', spacing: 'medium' }), ...rows];
}

/** How far an order has come, and when it is expected. */
export function progressFacts({ view, reader: { t, language, zone } }: TicketCardInput): readonly Fact[] {
  const { stages = [], expectedAt } = view.fulfillment ?? {};
  const current = stages.find(({ state }) => state === 'current');
  const at = expectedAt && (expectedAt.length > 10 ? shortTime(expectedAt, language, zone) : dayText(expectedAt, language));
  return [
    ...(current ? [{ label: t('card.fact.stage'), value: stages.length > 1 ? t('card.stageOf', { stage: current.name, number: stages.indexOf(current) + 1, count: stages.length }) : current.name }] : []),
    ...(at && view.fulfillment?.itemState && !['delivered', 'incomplete', 'cancelled'].includes(view.fulfillment.itemState) ? [{ label: t('card.fact.expected'), value: at }] : []),
  ];
}
