import type { Actor, RecordView } from '../../shared/kernel';
import type { PracticeCards } from './parts/practice-cards';
import { announcementCards } from './announcements/announcement-cards';
import { changeCards } from './changes/change-cards';
import { exceptionCards } from './changes/exception-cards';
import { templateCards } from './changes/template-cards';
import { handoverCards } from './handovers/handover-cards';
import { shiftCards } from './shifts/shift-cards';
import { meetingCards } from './meetings/meeting-cards';
import { ticketCards } from './tickets/ticket-cards';
import type { Audience, CardContext, CardJson, Notice } from './types';

/** Every practice whose records are shown as cards. */
const CARDS: ReadonlyMap<string, PracticeCards> = new Map([
  ['tickets', ticketCards], ['changes', changeCards], ['freezeExceptions', exceptionCards], ['changeTemplates', templateCards], ['meetings', meetingCards],
  ['announcements', announcementCards], ['handovers', handoverCards], ['shifts', shiftCards],
]);

/** How records of a practice look as cards; undefined for those that are never shown as one. */
export const practiceCards = (practice: string): PracticeCards | undefined => CARDS.get(practice);

/** A record that has cards; `undefined` for any other one. */
export function cardsFor(view: RecordView): PracticeCards | undefined {
  return CARDS.get(view.practice);
}

/** The card of any record that has one. */
export function renderRecordCard(view: RecordView, audience: Audience, actor: Actor | undefined, context: CardContext, notice?: Notice): CardJson {
  const cards = cardsFor(view);
  if (!cards) throw new Error(`records of ${view.practice} have no cards`);
  return cards.render(view, audience, actor, context, notice);
}

/** What a record is called in one line. */
export function titleOf({ title, name }: RecordView): string | undefined {
  return [title, name].find((text): text is string => typeof text === 'string');
}
