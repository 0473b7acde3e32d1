import type { ChangeView } from '../../../shared/changes';
import { askedGroups, isVote } from '../approvals/decided-view';
import { typedValues, voteDialog, voteFormWish } from '../approvals/vote-form';
import { plainText, type Element } from '../parts/elements';
import { definePracticeCards, type FormWish } from '../parts/practice-cards';
import type { ButtonWish } from '../parts/record-buttons';
import { recordFormCard } from '../parts/record-form';
import { awaitedWithSubstitutes } from '../approvals/awaited-people';
import { APPROVER_WISHES } from './approver-card';
import { changeAudienceFor, renderChangeCard } from './change-card';
import { editLines, riskLines } from './change-facts';
import { changeHeader } from './change-header';
import { PROGRESS_WISHES } from './progress-card';
import type { ChangeCardInput } from './change-words';

function wishOf(wish: FormWish<ChangeView>): ButtonWish | undefined {
  if (isVote(wish.action)) return voteFormWish(wish);
  return [...PROGRESS_WISHES, ...APPROVER_WISHES].find(({ action }) => action === wish.action) ?? { action: wish.action };
}

/** What a vote is about, where it is not cast on the card itself: above all what has changed, and the risk. */
function aboutVote(input: ChangeCardInput, isConfirmed: boolean): readonly Element[] {
  const risk = isConfirmed ? [plainText(input.reader.t('card.approval.confirmRisk', { risk: input.reader.t(`risk.${input.view.risk.level}`) }), { spacing: 'medium' })] : [];
  return [editLines(input), riskLines(input), ...risk].filter((element) => element !== undefined);
}

const START: Readonly<Record<string, (view: ChangeView) => Readonly<Record<string, unknown>>>> = {
  'changes.reschedule': ({ plannedStart, plannedEnd }) => ({ plannedStart, plannedEnd }),
};

/** Notices after which somebody has to look, by their names below `notice.change.`. */
const WARNINGS = new Set(['voided', 'again', 'rejected', 'refused', 'returned', 'expired', 'reminder', 'escalated', 'collides', 'cancelled', 'incident', 'reviewDue', 'reviewOverdue']);

export const changeCards = definePracticeCards<ChangeView>({
  render: renderChangeCard,
  audienceFor: changeAudienceFor,
  form(wish) {
    const found = wishOf(wish);
    if (!found) return undefined;
    const { fixed: first, ...input } = wish;
    const fixed = { ...found.fixed, ...first };
    const lines = isVote(wish.action) ? aboutVote(input, fixed.isConfirmed === true) : [];
    return recordFormCard({
      ...input, lines, header: changeHeader(input), start: START[wish.action]?.(wish.view) ?? {}, values: typedValues(wish.values, found),
      wish: Object.keys(fixed).length > 0 ? { ...found, fixed } : found,
    });
  },
  asksAgain: ({ code }) => code === 'changes.confirmationRequired',
  dialog: (wish) => voteDialog(wish, [changeHeader(wish), ...aboutVote(wish, true)]),
  channelGroups: askedGroups,
  firstViewers: (view, context) => awaitedWithSubstitutes(view.awaitedApproverIds, context),
  headline(what) {
    const name = what.split('.')[1] ?? '';
    return name === 'approval' ? undefined : WARNINGS.has(name) ? 'warning' : 'good';
  },
});
