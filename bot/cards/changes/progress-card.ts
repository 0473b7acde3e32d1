import { withdrawWishes } from '../approvals/seat-buttons';
import { stepLines } from '../approvals/step-lines';
import { createCard } from '../parts/card';
import { container, facts, plainText, type Element, type Fact } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText, excerpt, oneLine } from '../parts/plain-text';
import { footer, recordButtons, refreshOf, type ButtonWish } from '../parts/record-buttons';
import type { CardJson, Notice } from '../types';
import { changeFacts, collisionLines, editLines, namesInShort } from './change-facts';
import { changeHeader } from './change-header';
import { timeWords, type ChangeCardInput } from './change-words';

/** Side by side, with "Open in tab" as the fifth. */
const VISIBLE = 4;
const MOST_TASKS = 8;

export const PROGRESS_WISHES: readonly ButtonWish[] = [
  { action: 'changes.submit', style: 'positive' },
  { action: 'changes.start', style: 'positive' },
  { action: 'changes.finish', style: 'positive' },
  { action: 'changes.schedule', style: 'positive' },
  { action: 'changes.completeReview', style: 'positive' },
  { action: 'changes.close', style: 'positive' },
  { action: 'changes.resume' },
  { action: 'changes.comment', title: 'card.button.addMessage', send: 'card.button.send' },
  { action: 'changes.acceptCollisions', omit: ['keys'] },
  { action: 'changes.reschedule' },
  { action: 'changes.hold' },
  { action: 'changes.revert' },
  { action: 'changes.cancel' },
];

function progressFacts(input: ChangeCardInput): readonly Element[] {
  const { view, reader: { t } } = input;
  const entries: (Fact | undefined)[] = [
    view.hold ? { label: t('card.change.holdReason'), value: [t(`changeHoldReason.${view.hold.reason}`), view.hold.note].filter(Boolean).join(': ') } : undefined,
    view.actualStart ? { label: t('field.change.actualStart'), value: timeWords(view.actualStart, input) } : undefined,
    view.actualEnd ? { label: t('field.change.actualEnd'), value: timeWords(view.actualEnd, input) } : undefined,
    view.outcome ? { label: t('field.change.outcome'), value: t(`outcome.${view.outcome}`) } : undefined,
    view.state === 'review' && view.reviewDueAt ? { label: t('card.change.reviewDue'), value: timeWords(view.reviewDueAt, input), ...(view.isReviewOverdue && { color: 'attention' as const }) } : undefined,
    view.state === 'review' ? { label: t('card.change.reviewReasons'), value: view.reviewReasons.slice(0, 7).map((reason) => t(`reviewReason.${reason}`)).join(', ') } : undefined,
    view.incidents.length > 0 ? { label: t('card.change.incidents'), value: namesInShort(view.incidents.map(({ id, title }) => (title ? `${id} ${title}` : id)), input), color: 'attention' } : undefined,
  ];
  return facts(entries, '130px');
}

/** What is missing before it can be submitted. */
function missingLine(input: ChangeCardInput): Element | undefined {
  const { view, reader: { t } } = input;
  if (view.state !== 'new' || view.missing.length === 0) return undefined;
  return container([plainText(t('card.change.missing', { fields: namesInShort(view.missing.map(({ label }) => label), input) }))], { style: 'warning', spacing: 'medium' });
}

/** Why it came back: the words of whoever refused it, or asked. */
function answerLines({ view, reader: { t } }: ChangeCardInput): readonly Element[] {
  if (view.state !== 'new') return [];
  const votes = view.steps.flatMap((step) => step.votes).filter(({ decision }) => decision !== 'approved');
  return votes.slice(-2).map(({ name, byName, decision, comment }) =>
    container([
      plainText(t(`card.change.because.${decision}`, { person: cutText(byName ?? name, 80) }), { weight: 'bolder' }),
      plainText(excerpt(comment ?? '', 600, 8).text, { spacing: 'small' }),
    ], { style: 'warning', spacing: 'medium' }),
  );
}

function taskLines({ view, reader: { t } }: ChangeCardInput): Element | undefined {
  const open = view.tasks.filter(({ state }) => state === 'open');
  if (open.length === 0 || view.state === 'closed' || view.state === 'cancelled') return undefined;
  const line = (title: string, who: string | undefined): string => cutText(`•  ${oneLine(title)}${who ? ` (${who})` : ''}`, 200);
  return container(
    [
      plainText(t('card.change.tasks', { count: open.length }), { weight: 'bolder' }),
      ...open.slice(0, MOST_TASKS).map(({ title, assigneeName, groupName }) => plainText(line(title, assigneeName ?? groupName), { size: 'small', spacing: 'none' })),
    ],
    { spacing: 'medium' },
  );
}

/** For those who proposed it or do it: where it stands, what it waits for, and what they can do next. */
export function changeProgressCard(input: ChangeCardInput, notice: Notice | undefined): CardJson {
  const { view, reader: { t } } = input;
  return createCard({
    fallbackText: `${view.id}: ${view.title}. ${t(`state.${view.state}`)}. ${view.waitsFor}`,
    body: [
      noticeBox(notice),
      changeHeader(input, view.waitsFor),
      missingLine(input),
      ...answerLines(input),
      ...progressFacts(input),
      editLines(input),
      ...changeFacts(input),
      collisionLines(input),
      taskLines(input),
      stepLines(input),
    ],
    actions: [...recordButtons(input, [...PROGRESS_WISHES, ...withdrawWishes(view)], VISIBLE), ...footer(input)],
    moreText: t('card.timeline.more'),
    ...(input.context.viewerIds && { refresh: refreshOf(input) }),
  });
}
