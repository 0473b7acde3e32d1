import { randomUUID } from 'node:crypto';
import { allowedActions, findAction, practiceNamed, type App } from '../../shared/app';
import type { Actor, RecordView, Refusal, Schema, Summary } from '../../shared/kernel';
import { pickLanguage, refusalText, type Translate } from '../../shared/strings';
import type { TicketRow, TicketView } from '../../shared/tickets';
import { renderTicketCard } from '../cards';
import { readerOf, type Reader } from '../cards/parts/ticket-words';
import { audienceFor } from '../cards/tickets/ticket-card';
import type { Audience, CardContext, Notice } from '../cards/types';
import type { CardOf, ChatDeps, ChatMessage, Message } from './types';

/** One message or press being answered: who reads, where, and with what. */
export interface Turn {
  readonly app: App;
  readonly actor: Actor;
  readonly reader: Reader;
  readonly t: Translate;
  readonly context: CardContext;
  /** Others read along: a group chat or a channel. */
  readonly isShared: boolean;
  readonly newId: () => string;
  /** Names the activity. */
  readonly key: string | undefined;
}

type Asked = Pick<Message, 'actor' | 'locale' | 'viewerIds' | 'key'> & { readonly scope?: Message['scope'] | undefined };

/** The person's own language if the directory knows one, else that of their Teams. */
function inLanguage(app: App, actor: Actor, locale: string | undefined): Actor {
  if (app.desk.directory.person(actor.id)?.language || !locale) return actor;
  return { ...actor, language: pickLanguage(locale, actor.language) };
}

export function createTurn(deps: ChatDeps, asked: Asked): Turn {
  const { app } = deps;
  const isShared = asked.scope !== undefined && asked.scope !== 'personal';
  const actor = inLanguage(app, asked.actor, asked.locale);
  const context: CardContext = {
    directory: app.desk.directory,
    now: app.clock.now().toISOString(),
    link: deps.link,
    ...(isShared && { viewerIds: asked.viewerIds ?? [] }),
  };
  const reader = readerOf(actor, context);
  return { app, actor, reader, t: reader.t, context, isShared, newId: deps.newId ?? randomUUID, key: asked.key };
}

export function refusalWords({ reader, context }: Turn, refusal: Refusal, action?: string): string {
  const schema = action ? (findAction(action)?.action.schema as Schema | undefined) : undefined;
  if (refusal.code === 'kernel.versionRequired') return reader.t('chat.press.outdated');
  return refusalText(refusal, reader.language, context.now, schema);
}

export const isTicket = (view: RecordView): view is TicketView => view.practice === 'tickets';

/** What was done, in one sentence. */
export function doneText({ t }: Turn, action: string, id: string, isRepeat = false): string {
  if (isRepeat) return t('chat.alreadyDone');
  const key = `chat.done.${action}`;
  const text = t(key, { id });
  return text === key ? t('chat.done.other') : text;
}

/** Which record a card shows, and as of when. */
export const cardOf = ({ id, version }: RecordView, audience: Audience): CardOf => ({ recordId: id, audience, version });

/** The ticket as a message. Where others read along, only its number and state stand there; the writer's view comes by refresh. */
export function ticketMessage(turn: Turn, view: TicketView, notice?: Notice, audience: Audience = audienceFor(view, turn.actor)): ChatMessage {
  const card = turn.isShared ? renderTicketCard(view, audience, undefined, sharedContext(turn)) : renderTicketCard(view, audience, turn.actor, turn.context, notice);
  return { card, cardOf: cardOf(view, audience) };
}

/** Everybody reads a shared card, so it speaks the language of the organization, not the writer's. */
function sharedContext({ context, reader }: Turn): CardContext {
  return { ...context, language: context.directory.settings().defaultLanguage ?? reader.language };
}

/** A summary as a list shows it to this reader. */
export function rowOf({ actor, context }: Turn, summary: Summary): TicketRow {
  const practice = practiceNamed('tickets')!;
  const row = practice.row!(summary, actor, context.directory, context.now) as Omit<TicketRow, 'can'>;
  return { ...row, can: allowedActions(practice, actor, summary) };
}
