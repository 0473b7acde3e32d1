import { canPlan } from '../../../shared/app';
import { isRefused } from '../../../shared/kernel';
import { canPropose } from '../../../shared/changes';
import { privateCard } from '../../cards/chat/private-card';
import { execute } from '../../cards/parts/actions';
import { visibleText } from '../../cards/parts/plain-text';
import type { Turn } from '../turn';
import type { ChatAnswer, Message } from '../types';
import { runChangeCommand, commentOn, isChange } from './change-commands';
import { changesCard, calendarCard, myChangesCard } from './change-lists';
import { decide } from './decide';
import { delegateAnswer, delegationsAnswer, endDelegation } from './delegate';
import { nearNames } from './find-named';
import { newPlan, showPlan, showSlots } from './plans';
import { askFor } from './record-answers';
import type { PlanningIntent } from './understand-planning';

/** Whose free text may be a command about changes: those who work on them or decide about them. */
export const mayPlan = canPlan;
export const mayPropose = canPropose;

const LISTS = {
  changes: { draw: changesCard, verb: 'card.showChanges', title: 'card.changes.title' },
  myChanges: { draw: myChangesCard, verb: 'card.showMyChanges', title: 'card.changes.mine' },
  calendar: { draw: calendarCard, verb: 'card.showCalendar', title: 'card.calendar.week' },
} as const;
export type ChangeList = keyof typeof LISTS;
export const isChangeList = (kind: string): kind is ChangeList => Object.hasOwn(LISTS, kind);
export const changeListPress = (kind: ChangeList): { readonly verb: string; readonly title: string } => LISTS[kind];

async function listAnswer(turn: Turn, kind: ChangeList): Promise<ChatAnswer> {
  const { draw, verb, title } = LISTS[kind];
  if (!turn.isShared) return [{ card: await draw(turn) }];
  return [{ card: privateCard(turn.t(title), execute(turn.t('card.button.show'), verb, {}), turn.reader) }];
}

/** "Slots for the mail server, 2 hours". What is not known by that name is offered by similar ones. */
async function slotsAnswer(turn: Turn, text: string): Promise<ChatAnswer> {
  const { state: plan } = await newPlan(turn, text, 'normal');
  const { values } = plan;
  const isNamed = values.itemIds !== undefined || values.serviceIds !== undefined;
  if (isNamed) return [{ card: showSlots(turn, plan) }];
  const near = nearNames(text, turn.app.desk.directory, 4);
  const notice = { tone: 'warning', text: turn.t(near.length > 0 ? 'chat.slots.whichOne' : 'chat.slots.unknown') } as const;
  return [{ card: showSlots(turn, { ...plan, nearIds: near.map(({ id }) => id) }, notice) }];
}

/** `CHG12 the rack is full`: probably a comment on it, so it is offered as one. Undefined where it is none of the writer's business. */
async function aboutAnswer(turn: Turn, message: Message, id: string, text: string): Promise<ChatAnswer | undefined> {
  const opened = await turn.app.open(id, turn.actor);
  if (isRefused(opened) || !isChange(opened.record) || !opened.record.can.includes('changes.comment')) return undefined;
  if (message.files.length > 0) return commentOn(turn, message, opened.record, visibleText(text).trim());
  return askFor(turn, opened.record, { action: 'changes.comment', values: { text: visibleText(text).trim() }, notice: { tone: 'good', text: turn.t('chat.about', { id }) } });
}

/** Answers what is about changes; undefined: it was a report after all. */
export async function answerPlanning(turn: Turn, message: Message, intent: PlanningIntent): Promise<ChatAnswer | undefined> {
  switch (intent.kind) {
    case 'propose': {
      const { state, notice } = await newPlan(turn, intent.text, intent.type);
      return [{ card: showPlan(turn, state, notice) }];
    }
    case 'slots':
      return slotsAnswer(turn, intent.text);
    case 'delegate':
      return delegateAnswer(turn, intent.text);
    case 'delegations':
      return delegationsAnswer(turn);
    case 'endDelegation':
      return endDelegation(turn, message);
    case 'changes':
    case 'myChanges':
    case 'calendar':
      return listAnswer(turn, intent.kind);
    case 'decide':
      return decide(turn, message, intent);
    case 'changeCommand':
      return runChangeCommand(turn, message, intent);
    case 'aboutChange':
      return aboutAnswer(turn, message, intent.id, intent.text);
    default:
      return undefined;
  }
}

