import { isAgent, isRefused, type FileMeta } from '../../shared/kernel';
import type { TicketView } from '../../shared/tickets';
import { visibleText } from '../cards/parts/plain-text';
import { audienceFor } from '../cards/tickets/ticket-card';
import { ticketFormCard, wishFor } from '../cards/tickets/form-card';
import type { Notice } from '../cards/types';
import { assignTarget } from './assign-target';
import { newDraft, showDraft } from './drafts';
import { readResolution } from './resolution-text';
import { cardOf, doneText, isTicket, refusalWords, ticketMessage, type Turn } from './turn';
import { whyAnswer } from './why';
import type { ChatAnswer, Message } from './types';
import type { Intent } from './understand';
import type { Command } from './words';

type CommandIntent = Extract<Intent, { kind: 'command' }>;

const ACTIONS: Readonly<Record<Exclude<Command, 'show' | 'why'>, string>> = {
  take: 'tickets.take', resolve: 'tickets.resolve', reply: 'tickets.reply', note: 'tickets.addNote', assign: 'tickets.assign', reopen: 'tickets.reopen',
  close: 'tickets.close', hold: 'tickets.putOnHold', resume: 'tickets.resume', cancel: 'tickets.cancel', watch: 'tickets.watch', unwatch: 'tickets.unwatch', macro: 'tickets.runMacro', canned: 'tickets.reply',
};

/** What is known for the action's input, and whether it is enough to do it without asking. */
interface Prepared {
  readonly input: Readonly<Record<string, unknown>>;
  readonly isComplete: boolean;
  readonly notice?: Notice;
}

function prepare(turn: Turn, command: Command, view: TicketView, rest: string, files: readonly FileMeta[]): Prepared {
  const { actor, app, t } = turn;
  const fileIds = files.length > 0 ? { files: files.map((file) => file.id) } : {};
  switch (command) {
    case 'resolve': {
      const { code, notes } = readResolution(rest);
      const input = { code: code ?? (view.kind === 'request' ? 'delivered' : 'fixed'), ...(notes && { notes }) };
      return { input, isComplete: notes !== '' };
    }
    case 'reply':
    case 'note':
      return { input: { ...(rest && { text: rest }), ...fileIds }, isComplete: rest !== '' };
    case 'reopen':
      return { input: rest ? { reason: rest } : {}, isComplete: rest !== '' };
    case 'cancel': {
      const isOwn = audienceFor(view, actor) === 'requester';
      return isOwn ? { input: { reason: 'withdrawn', ...(rest && { note: rest }) }, isComplete: true } : { input: rest ? { note: rest } : {}, isComplete: false };
    }
    case 'macro': {
      const named = view.macros?.filter(({ name }) => name.toLowerCase().startsWith(rest.toLowerCase())) ?? [];
      const [only] = named;
      return rest && only && named.length === 1 ? { input: { macroId: only.id }, isComplete: true } : { input: {}, isComplete: false };
    }
    case 'hold':
      return { input: {}, isComplete: false };
    case 'assign': {
      const { input, name, candidates } = assignTarget(rest, view.groupId, actor, app.desk.directory);
      if (input.groupId || input.assigneeId) return { input, isComplete: true };
      if (name === '') return { input, isComplete: false };
      const text = candidates.length > 0 ? t('chat.assign.several', { name, people: candidates.join(', ') }) : t('chat.assign.nobody', { name });
      return { input, isComplete: false, notice: { tone: 'warning', text } };
    }
    default:
      return { input: {}, isComplete: true };
  }
}

/** A form for what is missing. Where others read along, the writer opens it for themselves. */
function ask(turn: Turn, view: TicketView, action: string, values: Readonly<Record<string, unknown>>, notice?: Notice): ChatAnswer {
  const text = notice && turn.isShared ? { text: notice.text } : {};
  if (turn.isShared) return [{ ...text, ...ticketMessage(turn, view) }];
  const audience = audienceFor(view, turn.actor);
  const input = { view, audience, reader: turn.reader, context: turn.context };
  const card = ticketFormCard({ ...input, wish: wishFor(input, action), values, notice });
  return [{ card, cardOf: cardOf(view, audience) }];
}

/** Does one action that was asked for in words, on the ticket as it is now. */
async function act(turn: Turn, message: Message, view: TicketView, action: string, input: Readonly<Record<string, unknown>>): Promise<ChatAnswer> {
  const { app, actor, isShared } = turn;
  const idempotencyKey = message.key ? `message:${message.key}` : undefined;
  const performed = await app.perform({ action, id: view.id, version: view.version, input, actor, idempotencyKey });
  if ('refused' in performed) {
    const text = refusalWords(turn, performed.refused, action);
    const current = performed.current;
    if (!current || !isTicket(current) || isShared) return [{ text }];
    const isFixable = performed.refused.code !== 'kernel.notAllowed' && current.can.includes(action) && Object.keys(input).length > 0;
    return isFixable ? ask(turn, current, action, input, { tone: 'warning', text }) : [ticketMessage(turn, current, { tone: 'warning', text })];
  }
  const text = doneText(turn, action, view.id, performed.isRepeat);
  if (isShared || message.threadRecordId === view.id || !isTicket(performed.record)) return [{ text }];
  return [ticketMessage(turn, performed.record, { tone: 'good', text })];
}

/** A message in the thread of a ticket, or "reply" to it: lands on the ticket; on an ended one it starts a follow-up. */
export async function replyTo(turn: Turn, message: Message, view: TicketView, text: string): Promise<ChatAnswer> {
  const files = message.files.map((file) => file.id);
  if (text === '' && files.length > 0 && view.can.includes('tickets.attach')) {
    const done = await act(turn, message, view, 'tickets.attach', { files });
    const isDone = done[0]?.text === doneText(turn, 'tickets.attach', view.id);
    return isDone ? [{ text: turn.t('chat.attached', { count: files.length, id: view.id }) }] : done;
  }
  if (view.can.includes('tickets.reply')) return act(turn, message, view, 'tickets.reply', { text, ...(files.length > 0 && { files }) });
  if (!['closed', 'cancelled', 'rejected'].includes(view.state)) return [{ text: refusalWords(turn, { code: 'kernel.notAllowed' }) }];
  const draft = await newDraft(turn, text, message.files, view.id);
  return [{ text: turn.t('chat.endedHint') }, { card: await showDraft(turn, draft) }];
}

function needsNumber({ t }: Turn, { said, rest }: CommandIntent): ChatAnswer {
  return [{ text: t('chat.needsNumber', { example: [said || 'show', 'INC123', rest.slice(0, 60)].filter(Boolean).join(' ') }) }];
}

/** A canned response, filled in, in the form that sends it; or which there are. */
async function offerCanned(turn: Turn, view: TicketView, name: string): Promise<ChatAnswer> {
  const found = await turn.app.responsesFor(view.id, turn.actor);
  if (isRefused(found)) return [{ text: refusalWords(turn, found.refused) }];
  const named = found.filter((response) => response.name.toLowerCase().startsWith(name.toLowerCase()));
  const [only] = named;
  if (name && only && named.length === 1) return ask(turn, view, 'tickets.reply', { text: only.text });
  const offered = named.length > 0 ? named : found;
  return [{ text: turn.t('chat.canned', { count: offered.length, names: offered.slice(0, 20).map((response) => `“${response.name}”`).join(', '), id: view.id }) }];
}

/** `take INC12`, `löse INC12 …`, and in the thread of a ticket the same without its number. */
export async function runCommand(turn: Turn, message: Message, intent: CommandIntent): Promise<ChatAnswer> {
  const { app, actor } = turn;
  const id = intent.id ?? message.threadRecordId;
  if (!id) return needsNumber(turn, intent);
  if (intent.command === 'why') return whyAnswer(turn, id);
  const opened = await app.open(id, actor);
  if (isRefused(opened)) return [{ text: refusalWords(turn, opened.refused) }];
  if (!isTicket(opened.record)) return [{ text: refusalWords(turn, { code: 'kernel.notFound' }) }];
  const view = opened.record;
  if (intent.command === 'show') return [ticketMessage(turn, view)];
  const action = ACTIONS[intent.command];
  const rest = visibleText(intent.rest).trim();
  if (!view.can.includes(action)) {
    // "solved" or "close" from the requester in a thread is not a command that failed, it is an answer to read.
    if (intent.id === undefined && view.can.includes('tickets.reply')) return replyTo(turn, message, view, visibleText(message.text).trim());
    if (intent.command === 'reply') return replyTo(turn, message, view, rest);
    const notice: Notice = { tone: 'warning', text: refusalWords(turn, { code: 'kernel.notAllowed' }) };
    return turn.isShared ? [{ text: notice.text }] : [ticketMessage(turn, view, notice)];
  }
  if (intent.command === 'reply' && rest === '' && message.files.length > 0) return replyTo(turn, message, view, '');
  // From whoever waits for an answer it is words like any other.
  if (intent.command === 'canned') return isAgent(actor) ? offerCanned(turn, view, rest) : replyTo(turn, message, view, visibleText(message.text).trim());
  const prepared = prepare(turn, intent.command, view, rest, message.files);
  if (!prepared.isComplete || (action === 'tickets.resolve' && !view.category)) return ask(turn, view, action, prepared.input, prepared.notice);
  return act(turn, message, view, action, prepared.input);
}

/** `INC12 any news?`: probably a message to that ticket, so it is offered as one. */
export async function aboutTicket(turn: Turn, message: Message, id: string, text: string): Promise<ChatAnswer> {
  const opened = await turn.app.open(id, turn.actor);
  if (isRefused(opened)) return [{ text: refusalWords(turn, opened.refused) }];
  if (!isTicket(opened.record)) return [{ text: refusalWords(turn, { code: 'kernel.notFound' }) }];
  const view = opened.record;
  if (!view.can.includes('tickets.reply')) return replyTo(turn, message, view, text);
  return ask(turn, view, 'tickets.reply', { text: visibleText(text).trim() }, { tone: 'good', text: turn.t('chat.about', { id }) });
}

