import type { SeatView } from '../../../shared/approvals';
import { execute, openDialog, type CardAction } from '../parts/actions';
import { actionSet, container, plainText, type Element } from '../parts/elements';
import { cutText } from '../parts/plain-text';
import { formData, recordButtons, type ButtonWish, type CardInput } from '../parts/record-buttons';
import type { DecidedView } from './decided-view';

/** More seats of one person are decided one after the other. */
const MOST_SEATS = 4;
const MAX_REASON = 400;

/** How a seat is asked. Each press carries the step and the one-time token of this seat, beside record and version. */
export function voteWish(practice: string, verb: 'approve' | 'reject' | 'returnForInfo', seat: SeatView): ButtonWish {
  const base = { action: `${practice}.${verb}`, title: `action.${practice}.${verb}`, card: { seat: seat.step } };
  const fixed = { step: seat.step, token: seat.token };
  if (verb === 'reject') return { ...base, fixed, style: 'destructive' };
  if (verb === 'returnForInfo') return { ...base, fixed };
  if (!seat.needsConfirmation) return { ...base, fixed, style: 'positive', omit: ['comment', 'isConfirmed'] };
  // Sending the form is the second confirmation.
  return { ...base, fixed: { ...fixed, isConfirmed: true }, style: 'positive', required: ['comment'], send: 'card.approval.confirm', hasOwnCard: true };
}

/** With a high risk the button opens a dialog that asks once more. */
function approveButtons(input: CardInput<DecidedView>, seat: SeatView): readonly CardAction[] {
  const { view, reader: { t } } = input;
  const wish = voteWish(view.practice, 'approve', seat);
  if (!seat.needsConfirmation || !view.can.includes(wish.action)) return recordButtons(input, [wish], 1);
  return [openDialog(t('card.approval.approve'), formData(input, wish), { style: 'positive' })];
}

/** The same without a dialog: some clients have none. */
function withoutDialog(input: CardInput<DecidedView>, seat: SeatView): readonly CardAction[] {
  const { view, reader: { t } } = input;
  const wish = voteWish(view.practice, 'approve', seat);
  if (!seat.needsConfirmation || !view.can.includes(wish.action)) return [];
  return [execute(t('card.approval.approveHere'), 'card.showForm', formData(input, wish), { mode: 'secondary' })];
}

function refuseWishes({ practice }: DecidedView, seat: SeatView, isOneOfMany: boolean): readonly ButtonWish[] {
  // Inputs of several seats would have the same names: each gets a card of its own.
  return (['reject', 'returnForInfo'] as const).map((verb) => ({ ...voteWish(practice, verb, seat), ...(isOneOfMany && { hasOwnCard: true }) }));
}

/** The buttons of whoever has one seat; several seats have theirs in the card, each below its name. */
export function seatButtons(input: CardInput<DecidedView>): readonly CardAction[] {
  const { view } = input;
  const [seat, ...others] = view.mySeats;
  if (!seat || others.length > 0) return [];
  return [...approveButtons(input, seat), ...recordButtons(input, refuseWishes(view, seat, false), 2), ...withoutDialog(input, seat)];
}

/** Taking back what one has decided, as long as that is possible. */
export function withdrawWishes({ practice, myVotes }: DecidedView): readonly ButtonWish[] {
  return myVotes.slice(0, MOST_SEATS).map((step) => ({ action: `${practice}.withdrawVote`, title: 'card.approval.withdraw', fixed: { step } }));
}

function seatLine({ view, reader: { t } }: CardInput<DecidedView>, { step, label, onBehalfOf }: SeatView): string {
  const because = view.steps.find(({ id }) => id === step)?.because ?? '';
  const asked = onBehalfOf ? t('card.approval.askedFor', { step: label, person: cutText(onBehalfOf, 80) }) : t('card.approval.asked', { step: label });
  return cutText(because ? `${asked}, ${because}` : asked, MAX_REASON);
}

/** Why the reader is asked, and with several seats the buttons of each. */
export function seatBlocks(input: CardInput<DecidedView>): readonly Element[] {
  const { view } = input;
  const isSingle = view.mySeats.length === 1;
  return view.mySeats.slice(0, MOST_SEATS).map((seat) => {
    const buttons = isSingle ? [] : [...approveButtons(input, seat), ...recordButtons(input, refuseWishes(view, seat, true), 2), ...withoutDialog(input, seat)];
    const line = plainText(seatLine(input, seat), { weight: 'bolder' });
    return container([line, ...(buttons.length > 0 ? [actionSet(buttons, { spacing: 'small' })] : [])], { style: 'accent', spacing: 'medium' });
  });
}
