import type { SeatView } from '../../../shared/approvals';
import type { RecordView } from '../../../shared/kernel';
import { refusalWords, type Turn } from '../turn';
import type { ChatAnswer, Message } from '../types';
import { isOpened, openSaid } from './change-commands';
import { actOn, askFor, recordMessage, toldWith } from './record-answers';
import type { PlanningIntent } from './understand-planning';

type DecideIntent = Extract<PlanningIntent, { kind: 'decide' }>;

interface Decidable extends RecordView {
  readonly mySeats?: readonly SeatView[];
  readonly edits?: readonly unknown[];
}

/**
 * Whether words alone decide. Somebody who writes "approve CHG12" may have read it an hour ago, and a text carries neither the
 * version nor the token of what they saw, as a press does. So words decide only where nothing can have been different: one
 * seat, no high risk, nothing edited since it was submitted, and nothing said that sounds like a condition. Otherwise the
 * card comes, with the comment in it, and the press on it decides.
 */
function decidesAtOnce({ decision, comment, isPlain }: DecideIntent, view: Decidable): boolean {
  const [seat, ...others] = view.mySeats ?? [];
  if (!seat || others.length > 0 || seat.needsConfirmation) return false;
  const isUntouched = view.edits !== undefined && view.edits.length === 0;
  return isUntouched && isPlain && (decision === 'approve' || comment !== '');
}

/** `approve CHG12`, `lehne CHG12 ab: kein Rückfallplan`, `ask back CHG12: who tests?`. */
export async function decide(turn: Turn, message: Message, intent: DecideIntent): Promise<ChatAnswer> {
  const opened = await openSaid(turn, message, intent.id);
  if (!isOpened(opened)) return opened;
  const view: Decidable = opened.view;
  const { t } = turn;
  const action = `${view.practice}.${intent.decision}`;
  if (!view.can.includes(action)) return toldWith(turn, view, { tone: 'warning', text: refusalWords(turn, { code: 'approvals.notAwaited' }) });
  const seats = view.mySeats ?? [];
  const [seat] = seats;
  const comment = intent.comment ? { comment: intent.comment } : {};
  if (seat && decidesAtOnce(intent, view)) return actOn(turn, message, view, { action, input: { step: seat.step, token: seat.token, ...comment } });
  const notice = { tone: 'good', text: t('chat.decide.look', { id: view.id }) } as const;
  // Several seats: which one it is for is chosen on the card.
  if (seats.length > 1) return toldWith(turn, view, notice);
  if (seat) return askFor(turn, view, { action, card: { seat: seat.step }, values: { step: seat.step, token: seat.token, ...comment }, notice });
  // A request has no seats; its card is looked at before anything is decided, too.
  return intent.comment || intent.decision !== 'approve' ? askFor(turn, view, { action, values: comment, notice }) : [recordMessage(turn, view)];
}
