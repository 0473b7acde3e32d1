import { canPlan } from '../../../shared/app';
import type { PressData } from '../press-draft';
import { refusalWords, type Turn } from '../turn';
import type { CardAnswer } from '../types';
import { calendarCard, changesCard, myChangesCard } from './change-lists';
import { showDelegations } from './delegate';
import { movePlan } from './press-plan';

const PLAN_VERBS = new Set(['card.showPlan', 'card.planDetails', 'card.cancelPlan', 'card.showSlots']);

/** Presses that look around among changes; undefined for those of others. */
export async function lookPlanning(turn: Turn, verb: string, data: PressData): Promise<CardAnswer | undefined> {
  if (PLAN_VERBS.has(verb)) return movePlan(turn, verb, data);
  switch (verb) {
    case 'card.showChanges':
      return { card: await changesCard(turn) };
    case 'card.showMyChanges':
      return { card: await myChangesCard(turn) };
    case 'card.showCalendar':
      // What is planned when is for those who work with it; a forged press finds out nothing.
      return canPlan(turn.actor) ? { card: await calendarCard(turn) } : { message: refusalWords(turn, { code: 'kernel.notAllowed' }) };
    case 'card.showDelegations':
      return { card: showDelegations(turn) };
    default:
      return undefined;
  }
}
