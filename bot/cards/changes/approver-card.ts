import { seatBlocks, seatButtons, withdrawWishes } from '../approvals/seat-buttons';
import { stepLines } from '../approvals/step-lines';
import { createCard } from '../parts/card';
import { noticeBox } from '../parts/header';
import { footer, recordButtons, refreshOf, type ButtonWish } from '../parts/record-buttons';
import type { CardJson, Notice } from '../types';
import { changeFacts, collisionLines, editLines, planExcerpts, riskLines } from './change-facts';
import { changeHeader } from './change-header';
import type { ChangeCardInput } from './change-words';

/** What an approver may do beside deciding. */
export const APPROVER_WISHES: readonly ButtonWish[] = [
  { action: 'changes.acceptCollisions', omit: ['keys'] },
  { action: 'changes.comment', title: 'card.button.addMessage', send: 'card.button.send' },
];

/** All that is needed to decide, and nothing that was changed after the reader saw it: the press carries version and token. */
export function changeApproverCard(input: ChangeCardInput, notice: Notice | undefined): CardJson {
  const { view, reader: { t } } = input;
  const isAsked = view.mySeats.length > 0;
  return createCard({
    fallbackText: `${isAsked ? t('card.approver.title') : view.waitsFor} ${view.id}: ${view.title} (${t(`risk.${view.risk.level}`)})`,
    body: [
      noticeBox(notice),
      changeHeader(input, isAsked ? t('card.approver.title') : view.waitsFor),
      ...seatBlocks(input),
      editLines(input),
      ...changeFacts(input),
      collisionLines(input),
      riskLines(input),
      stepLines(input),
      ...planExcerpts(input),
    ],
    actions: [...seatButtons(input), ...recordButtons(input, [...withdrawWishes(view), ...APPROVER_WISHES], 0), ...footer(input)],
    moreText: t('card.timeline.more'),
    ...(input.context.viewerIds && { refresh: refreshOf(input) }),
  });
}
