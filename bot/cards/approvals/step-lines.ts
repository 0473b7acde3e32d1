import type { StepView, VoteView } from '../../../shared/approvals';
import { container, plainRuns, plainText, type Color, type Element } from '../parts/elements';
import { cutText, excerpt } from '../parts/plain-text';
import type { CardInput } from '../parts/record-buttons';
import type { DecidedView } from './decided-view';

const MOST_STEPS = 6;
const MOST_VOTES = 6;
const MOST_NAMES = 5;

const COLORS: Partial<Record<StepView['state'], Color>> = { requested: 'accent', rejected: 'attention', returned: 'attention', expired: 'attention' };

function voteLine({ name, byName, decision, comment }: VoteView, { reader: { t } }: CardInput): Element {
  const who = cutText(byName ? t('card.approval.votedFor', { by: cutText(byName, 60), person: cutText(name, 60) }) : name, 150);
  return plainText(`${who}: ${t(`vote.${decision}`)}${comment ? ` – ${excerpt(comment, 200, 2).text}` : ''}`, { size: 'small', spacing: 'none' });
}

function namesOf(names: readonly string[], { reader: { t } }: CardInput): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => cutText(name, 60)).join(', ');
  return names.length > MOST_NAMES ? t('card.approval.andOthers', { names: shown, count: names.length - MOST_NAMES }) : shown;
}

function stepBox(step: StepView, input: CardInput): Element {
  const { reader: { t } } = input;
  const color = COLORS[step.state];
  const awaited = step.awaited.map(({ name }) => name);
  return container(
    [
      plainRuns([
        [step.label, { weight: 'bolder', size: 'small' }],
        [`  ${t(`card.step.${step.state}`)}`, { size: 'small', weight: 'bolder', ...(color && { color }) }],
        [`  ${step.quorum}`, { size: 'small', isSubtle: true }],
      ]),
      ...step.votes.slice(-MOST_VOTES).map((vote) => voteLine(vote, input)),
      ...(awaited.length > 0 ? [plainText(t(step.state === 'waiting' ? 'card.approval.later' : 'card.approval.awaited', { people: namesOf(awaited, input) }), { size: 'small', isSubtle: true, spacing: 'none' })] : []),
    ],
    { spacing: 'small' },
  );
}

/** Who has decided and who is awaited, step by step: the reader sees that they are not alone, or that it is over. */
export function stepLines(input: CardInput<DecidedView>): Element | undefined {
  const { view, reader: { t } } = input;
  if (view.steps.length === 0) return undefined;
  const boxes = view.steps.slice(0, MOST_STEPS).map((step) => stepBox(step, input));
  return container([plainText(t('card.approver.decisions'), { weight: 'bolder' }), ...boxes], { spacing: 'medium' });
}

/** Until when the open steps of this reader, or of anybody, should be decided. */
export function decideUntil({ view }: CardInput<DecidedView>): string | undefined {
  const mine = view.mySeats.map(({ step }) => step);
  const due = view.steps.filter(({ id, state }) => state === 'requested' && (mine.length === 0 || mine.includes(id))).flatMap(({ dueAt }) => dueAt ?? []);
  return [...due].sort()[0];
}
