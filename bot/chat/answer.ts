import { knownIssues } from '../../shared/app';
import { isAgent, isRefused } from '../../shared/kernel';
import { maskText } from '../../shared/secrets';
import { secretText } from '../../shared/strings';
import { knownCard } from '../cards/announcements/known-card';
import { helpCard } from '../cards/chat/help-card';
import { privateCard } from '../cards/chat/private-card';
import { suggestionCard } from '../cards/chat/suggestion-card';
import { execute, type CardAction } from '../cards/parts/actions';
import { visibleText } from '../cards/parts/plain-text';
import { answerAssigning } from './assigning/answer-assigning';
import { aboutTicket, replyTo, runCommand } from './commands';
import { newDraft, showDraft } from './drafts';
import { approvalsCard, mineCard, queueCard, searchCard } from './lists';
import { answerPlanning, changeListPress, isChangeList, mayPlan, mayPropose } from './planning/answer-planning';
import { commentOn, isChange } from './planning/change-commands';
import { namesSomething } from './planning/find-named';
import { createTurn, isTicket, refusalWords, type Turn } from './turn';
import type { ChatAnswer, ChatDeps, Message } from './types';
import { understand, type Circumstances, type Intent } from './understand';

const LISTS = {
  myTickets: { draw: mineCard, verb: 'card.showMine', title: 'card.button.myTickets' },
  queue: { draw: queueCard, verb: 'card.showQueue', title: 'card.button.queue' },
  approvals: { draw: approvalsCard, verb: 'card.showApprovals', title: 'card.button.approvals' },
} as const;

async function listAnswer(turn: Turn, kind: keyof typeof LISTS): Promise<ChatAnswer> {
  const { draw, verb, title } = LISTS[kind];
  if (!turn.isShared) return [{ card: await draw(turn) }];
  return [{ card: privateCard(turn.t(title), execute(turn.t('card.button.show'), verb, {}), turn.reader) }];
}

/** What is being worked on for everybody: one press says "me too". */
function knownAnswer({ app, actor, reader, context, t }: Turn): ChatAnswer {
  const known = knownIssues(app.desk.directory, actor);
  return known.length === 0 ? [{ text: t('chat.known.none') }] : [{ card: knownCard(known, reader, context) }];
}

/** The press that does what was probably meant, where that changes nothing. */
function suggestedAction({ t }: Turn, suggestion: string): CardAction | undefined {
  const id = /\b(?:INC|REQ|CHG|TPL|FEX)\d{7,10}\b/.exec(suggestion)?.[0];
  if (id) return execute(`${t('card.button.show')} ${id}`, 'card.showTicket', { id });
  const intent = understand(suggestion, { inThread: false, isAgent: true, hasFiles: false, mayPlan: true });
  if (isChangeList(intent.kind)) return execute(t(changeListPress(intent.kind).title), changeListPress(intent.kind).verb, {});
  if (intent.kind === 'help') return execute(t('card.button.help'), 'card.showHelp', {});
  const list = intent.kind in LISTS ? LISTS[intent.kind as keyof typeof LISTS] : undefined;
  return list && execute(t(list.title), list.verb, {});
}

function didYouMean(turn: Turn, { suggestion, text }: Extract<Intent, { kind: 'didYouMean' }>, inThread: boolean): ChatAnswer {
  const { t, reader } = turn;
  if (inThread) return [{ text: t('chat.nothingSent', { command: suggestion }) }];
  return [{ card: suggestionCard(text, t('chat.didYouMean', { command: suggestion }), reader, suggestedAction(turn, suggestion)) }];
}

/** Free text below a card of a ticket is a message on that ticket; anywhere else it becomes a draft. */
async function freeText(turn: Turn, message: Message, text: string): Promise<ChatAnswer> {
  const { threadRecordId, files } = message;
  if (!threadRecordId) return [{ card: await showDraft(turn, await newDraft(turn, text, files)) }];
  const opened = await turn.app.open(threadRecordId, turn.actor);
  if (isRefused(opened)) return [{ text: refusalWords(turn, opened.refused) }];
  if (isChange(opened.record)) return commentOn(turn, message, opened.record, visibleText(text).trim());
  if (!isTicket(opened.record)) return [{ text: refusalWords(turn, { code: 'kernel.notFound' }) }];
  return replyTo(turn, message, opened.record, visibleText(text).trim());
}

async function answerIntent(turn: Turn, message: Message, intent: Intent): Promise<ChatAnswer> {
  const { t, reader, context, actor } = turn;
  switch (intent.kind) {
    case 'known':
      return knownAnswer(turn);
    case 'help':
      return [{ card: helpCard(reader, context) }];
    case 'empty':
    case 'greeting':
      return [{ card: helpCard(reader, context, t('chat.greeting', { name: actor.name.split(' ')[0] })) }];
    case 'unclear':
      return [{ card: helpCard(reader, context, t('chat.unclear')) }];
    case 'thanks':
      return [{ text: t('chat.thanks') }];
    case 'acknowledged':
      return [{ text: t('chat.acknowledged') }];
    case 'myTickets':
    case 'queue':
    case 'approvals':
      return listAnswer(turn, intent.kind);
    case 'search':
      return intent.q ? [{ card: searchCard(turn, intent.q) }] : [{ text: t('chat.needsQuery') }];
    case 'onCall':
    case 'away':
    case 'backAgain':
    case 'rebalance':
    case 'handOver':
    case 'handedOver':
    case 'whyMe':
      return answerAssigning(turn, message, intent);
    case 'command':
      return runCommand(turn, message, intent);
    case 'about':
      return aboutTicket(turn, message, intent.id, intent.text);
    case 'didYouMean':
      return didYouMean(turn, intent, message.threadRecordId !== undefined);
    case 'new':
      if (!intent.text && message.files.length === 0) return [{ text: t('chat.needsReport') }];
      return [{ card: await showDraft(turn, await newDraft(turn, intent.text, message.files)) }];
    case 'files':
      return freeText(turn, message, '');
    case 'draft':
      return freeText(turn, message, intent.text);
    default:
      return (await answerPlanning(turn, message, intent)) ?? freeText(turn, message, message.text.trim());
  }
}

/** What may be understood, given who writes and where. */
function circumstancesOf({ app }: Turn, { threadRecordId, actor, files }: Message): Circumstances {
  return {
    inThread: threadRecordId !== undefined,
    isChangeThread: threadRecordId !== undefined && /^(?:CHG|TPL|FEX)/.test(threadRecordId),
    isAgent: isAgent(actor),
    // Whoever is asked to decide may name a substitute and ask for their decisions, whatever else they are.
    mayPlan: mayPlan(actor) || app.inbox(actor).length > 0,
    mayPropose: mayPropose(actor),
    hasFiles: files.length > 0,
    namesItem: (text) => namesSomething(text, app.desk.directory),
  };
}

/** Answers one message. Never throws for anything a person may write; storage failures pass through as `AppError`. */
export async function answerMessage(deps: ChatDeps, written: Message): Promise<ChatAnswer> {
  const turn = createTurn(deps, written);
  const { value: text, kinds } = maskText(written.text);
  const message = { ...written, text };
  const intent = understand(text, circumstancesOf(turn, message));
  const answer = await answerIntent(turn, message, intent);
  return kinds.length === 0 ? answer : [{ text: secretText(kinds, turn.t) }, ...answer];
}
