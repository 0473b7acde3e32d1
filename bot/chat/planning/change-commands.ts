import { isRefused, type RecordView } from '../../../shared/kernel';
import { isEnded, OUTCOMES, type ChangeView, type Outcome } from '../../../shared/changes';
import { LANGUAGES, translator } from '../../../shared/strings';
import { visibleText } from '../../cards/parts/plain-text';
import { windowOf } from '../../cards/planning/plan-state';
import { refusalWords, type Turn } from '../turn';
import type { ChatAnswer, Message } from '../types';
import type { ChangeCommand } from './planning-words';
import { readWhen } from './read-time';
import { actOn, askFor, recordMessage, toldWith } from './record-answers';
import type { PlanningIntent } from './understand-planning';

type CommandIntent = Extract<PlanningIntent, { kind: 'changeCommand' }>;

const ACTIONS: Readonly<Record<Exclude<ChangeCommand, 'show' | 'withdrawVote'>, string>> = {
  submit: 'changes.submit', schedule: 'changes.schedule', reschedule: 'changes.reschedule', start: 'changes.start', finish: 'changes.finish', cancel: 'changes.cancel',
  comment: 'changes.comment', hold: 'changes.hold', resume: 'changes.resume',
};

export const isChange = (view: RecordView): view is ChangeView => view.practice === 'changes';

/** Every way to name an outcome, the longest first: `successful`, `erfolgreich`, `backed out`. */
const OUTCOME_NAMES: readonly (readonly [name: string, outcome: Outcome])[] = OUTCOMES.flatMap((outcome) => {
  const words = outcome.replace(/([A-Z])/g, ' $1');
  return [outcome, words, ...LANGUAGES.map((language) => translator(language)(`outcome.${outcome}`))].map((name) => [name.toLowerCase(), outcome] as const);
}).sort(([left], [right]) => right.length - left.length);

/** `successful: all went well`: an outcome may stand first. */
export function readOutcome(text: string): { readonly outcome?: Outcome; readonly notes: string } {
  const plain = text.trim();
  const found = OUTCOME_NAMES.find(([name]) => plain.toLowerCase().startsWith(name) && !/^[\p{L}\p{N}]/u.test(plain.slice(name.length)));
  return found ? { outcome: found[1], notes: plain.slice(found[0].length).replace(/^[\s:,.;–-]+/, '') } : { notes: plain };
}

/** The change whose number was said, or below whose card it was written. */
export async function openSaid(turn: Turn, message: Message, id: string | undefined): Promise<{ readonly view: RecordView } | ChatAnswer> {
  const wanted = id ?? message.threadRecordId;
  if (!wanted) return [{ text: turn.t('chat.change.needsNumber') }];
  const opened = await turn.app.open(wanted, turn.actor);
  return isRefused(opened) ? [{ text: refusalWords(turn, opened.refused) }] : { view: opened.record };
}

export const isOpened = (value: { readonly view: RecordView } | ChatAnswer): value is { readonly view: RecordView } => 'view' in value;

/** `to Saturday 22:00`: the new window, as long as the old one unless another length or end was said. */
function newWindow(turn: Turn, view: ChangeView, rest: string): Readonly<Record<string, string>> {
  const { reader, context } = turn;
  // "Move it to Saturday" names the beginning, not an end.
  const when = readWhen(rest.replace(/^(?:to|on|onto|auf|nach|zum)\s+(?:the\s+|den\s+)?/iu, ''), { now: context.now, zone: reader.zone, isDayFirst: reader.language === 'de' });
  const old = windowOf({ planId: '', authorId: '', nearIds: [], minutes: 60, values: { plannedStart: view.plannedStart, plannedEnd: view.plannedEnd } });
  if (!when.start) return {};
  const end = when.end ?? new Date(Date.parse(when.start) + (when.minutes ?? old.minutes) * 60_000).toISOString();
  return { plannedStart: when.start, plannedEnd: end };
}

/** Only what leaves nothing open is done at once: a window that was read from a sentence is always looked at first. */
async function run(turn: Turn, message: Message, view: ChangeView, command: Exclude<ChangeCommand, 'show' | 'withdrawVote'>, rest: string): Promise<ChatAnswer> {
  const action = ACTIONS[command];
  const files = message.files.length > 0 ? { files: message.files.map((file) => file.id) } : {};
  switch (command) {
    case 'finish': {
      const { outcome, notes } = readOutcome(rest);
      return askFor(turn, view, { action, values: { ...(outcome && { outcome }), ...(notes && { notes }) } });
    }
    case 'reschedule': {
      const window = newWindow(turn, view, rest);
      return askFor(turn, view, { action, values: { plannedStart: view.plannedStart, plannedEnd: view.plannedEnd, ...window } });
    }
    case 'cancel':
      return askFor(turn, view, { action, values: { reason: 'withdrawn', ...(rest && { note: rest }) } });
    case 'hold':
      return askFor(turn, view, { action, values: rest ? { note: rest } : {} });
    case 'comment':
      return rest ? actOn(turn, message, view, { action, input: { text: rest, ...files } }) : askFor(turn, view, { action, values: {} });
    default:
      return actOn(turn, message, view, { action, input: {} });
  }
}

async function takeBack(turn: Turn, message: Message, view: RecordView): Promise<ChatAnswer> {
  const steps = (view as Partial<ChangeView>).myVotes ?? [];
  const [step] = steps;
  if (!step) return toldWith(turn, view, { tone: 'warning', text: turn.t('chat.change.noVote', { id: view.id }) });
  // Several votes of one person: which one is meant is chosen on the card.
  return steps.length > 1 ? [recordMessage(turn, view)] : actOn(turn, message, view, { action: `${view.practice}.withdrawVote`, input: { step } });
}

/** `start CHG12`, `CHG12 verschieben auf Samstag 22 Uhr`, and below the card of a change the same without its number. */
export async function runChangeCommand(turn: Turn, message: Message, intent: CommandIntent): Promise<ChatAnswer> {
  const opened = await openSaid(turn, message, intent.id);
  if (!isOpened(opened)) return opened;
  const { view } = opened;
  const { command } = intent;
  if (command === 'show') return [recordMessage(turn, view)];
  if (command === 'withdrawVote') return takeBack(turn, message, view);
  if (!isChange(view)) return toldWith(turn, view, { tone: 'warning', text: turn.t('chat.change.onlyChanges', { id: view.id }) });
  const rest = visibleText(intent.rest).trim();
  if (!view.can.includes(ACTIONS[command])) {
    // Below its card, "started" or "done" from somebody who cannot do it is something to read for the others.
    if (intent.id === undefined && view.can.includes('changes.comment')) return commentOn(turn, message, view, visibleText(message.text).trim());
    return toldWith(turn, view, { tone: 'warning', text: cannotText(turn, view) });
  }
  return run(turn, message, view, command, rest);
}

const cannotText = (turn: Turn, view: ChangeView): string =>
  isEnded(view.state) ? turn.t('chat.change.ended', { id: view.id }) : turn.t('chat.change.cannot', { id: view.id, waitsFor: view.waitsFor });

/** What is written below the card of a change is a comment on it. */
export async function commentOn(turn: Turn, message: Message, view: RecordView, text: string): Promise<ChatAnswer> {
  if (!isChange(view) || !view.can.includes('changes.comment')) return [{ text: refusalWords(turn, { code: 'kernel.notAllowed' }) }];
  const files = message.files.map((file) => file.id);
  if (!text && files.length === 0) return [recordMessage(turn, view)];
  return actOn(turn, message, view, { action: 'changes.comment', input: { text: text || message.files.map((file) => file.name).join(', '), ...(files.length > 0 && { files }) } });
}
