import type { RecordView } from '../../../shared/kernel';
import type { SwapProposal } from '../../../shared/routing';
import { timeRange } from '../../../shared/strings';
import { execute, type CardAction } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, column, columns, container, ourText, plainText, type Element } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText, oneLine } from '../parts/plain-text';
import { definePracticeCards } from '../parts/practice-cards';
import { footer, formData, pressData, refreshOf, type CardInput } from '../parts/record-buttons';
import { recordFormCard } from '../parts/record-form';
import { readerOf } from '../parts/ticket-words';
import type { CardJson, Notice } from '../types';

interface ShiftView extends RecordView {
  readonly name: string;
  readonly groupId: string;
  readonly swapProposals?: readonly SwapProposal[];
}
type ShiftInput = CardInput<ShiftView>;

const MOST = 6;

function header({ view, reader: { t }, context }: ShiftInput): Element {
  return container(
    [
      ourText(`${view.id} · ${t('card.kind.shift')}`, { size: 'small', isSubtle: true, style: 'heading' }),
      plainText(cutText(oneLine(view.name), 200), { size: 'medium', weight: 'bolder', spacing: 'small' }),
      plainText(cutText(context.directory.group(view.groupId)?.name ?? '', 100), { isSubtle: true, spacing: 'small' }),
    ],
    { style: 'emphasis', bleed: true },
  );
}

/** What the reader can say to a proposal: whoever is asked answers, whoever asks takes it back. */
function answers({ id: swapId, inId, outId }: SwapProposal, input: ShiftInput): readonly CardAction[] {
  const { reader: { t, actor } } = input;
  if (inId === actor?.id) {
    return [
      execute(t('action.shifts.confirmSwap'), 'shifts.confirmSwap', pressData(input, { swapId }), { style: 'positive' }),
      execute(t('action.shifts.declineSwap'), 'card.showForm', formData(input, { action: 'shifts.declineSwap', fixed: { swapId } })),
    ];
  }
  return outId === actor?.id ? [execute(t('action.shifts.withdrawSwap'), 'shifts.withdrawSwap', pressData(input, { swapId }))] : [];
}

function proposalRow(proposal: SwapProposal, input: ShiftInput): Element {
  const { reader: { t, language, zone }, context } = input;
  const nameOf = (id: string): string => cutText(context.directory.person(id)?.name ?? id, 60);
  const actions = answers(proposal, input);
  return columns([column([
    plainText(t('card.swap.line', { out: nameOf(proposal.outId), in: nameOf(proposal.inId) }), { weight: 'bolder' }),
    plainText(timeRange(proposal.from, proposal.to, context.now, language, zone), { spacing: 'none' }),
    ...(actions.length > 0 ? [actionSet(actions, { spacing: 'small' })] : []),
  ])], { separator: true, spacing: 'small' });
}

/** A shift in chat: who is asked to take whose place. The plan itself is in the tab. */
function shiftCard(input: ShiftInput, notice: Notice | undefined): CardJson {
  const { view, reader: { t, actor }, context } = input;
  const open = (view.swapProposals ?? []).filter(({ to }) => to > context.now);
  const shown = actor ? [...open].sort((left, right) => Number(right.inId === actor.id) - Number(left.inId === actor.id)).slice(0, MOST) : [];
  const refresh = context.viewerIds && refreshOf(input);
  return createCard({
    fallbackText: `${view.id}: ${view.name}`,
    body: [
      noticeBox(notice),
      header(input),
      ...(open.length > 0 ? shown.map((proposal) => proposalRow(proposal, input)) : [ourText(t('card.swap.none'), { isSubtle: true, spacing: 'medium' })]),
    ],
    actions: [...(!actor && refresh ? [refresh.action] : []), ...footer(input)],
    moreText: t('card.timeline.more'),
    ...(refresh && { refresh }),
  });
}

export const shiftCards = definePracticeCards<ShiftView>({
  render: (view, audience, actor, context, notice) => shiftCard({ view, audience, context, reader: readerOf(actor, context) }, notice),
  audienceFor: () => 'agent',
  form({ fixed: _steps, ...input }) {
    const { swapId } = { ...input.values, ...((input.card.fixed ?? {}) as Readonly<Record<string, unknown>>) };
    return recordFormCard({ ...input, wish: { action: input.action, ...(typeof swapId === 'string' && { fixed: { swapId: swapId.slice(0, 20) } }) }, header: header(input) });
  },
  channelGroups: () => [],
  firstViewers: () => [],
  headline: () => 'good',
});
