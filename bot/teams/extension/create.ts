import type { MessagingExtensionResult, TaskModuleTaskInfo, TurnContext } from 'botbuilder';
import { draftTicket, type Draft } from '../../../shared/app';
import { isAgent, type Actor } from '../../../shared/kernel';
import { maskAll, maskText, type SecretKind } from '../../../shared/secrets';
import type { Person } from '../../../shared/people';
import { refusalText, secretText, translator } from '../../../shared/strings';
import type { TicketDraft, TicketView } from '../../../shared/tickets';
import { reportSchema } from '../../../shared/tickets/ticket-schema';
import { createCard } from '../../cards/parts/card';
import { actionSet, ourText } from '../../cards/parts/elements';
import { formInputs } from '../../cards/parts/form';
import { readFormData } from '../../cards/parts/form-data';
import { noticeBox } from '../../cards/parts/header';
import { cutText } from '../../cards/parts/plain-text';
import type { CardJson } from '../../cards';
import type { BotDeps } from '../deps';
import { actorFrom } from '../identity';
import { ADAPTIVE_CARD } from '../sender';
import { wordsOf } from '../text';
import { turnKey } from '../turn-memory';
import { INSTEAD, insteadChoice, readInstead, takeInstead, textOf } from './instead';
import { results, ticketResult } from './results';

const ASKED = ['title', 'description', 'reach', 'work', 'categoryId'] as const;
const MAX_TEXT = 4_000;
const MAX_BUTTON = 60;

interface MessagePayload {
  readonly body?: { readonly content?: unknown };
  readonly subject?: unknown;
  readonly from?: { readonly user?: { readonly id?: unknown } };
}

interface Form {
  readonly values: Readonly<Record<string, unknown>>;
  /** The author of the message, when the ticket can be for them. */
  readonly author?: Person | undefined;
  /** What it may be about, when that is not clear. */
  readonly likeliest?: TicketDraft['likeliest'];
  readonly problem?: string | undefined;
  /** Secrets that the form does not repeat. */
  readonly masked?: readonly SecretKind[];
  /** What may make a ticket unnecessary. */
  readonly offers: Pick<Draft, 'known' | 'disturbance' | 'similar'>;
}

/** Agents report for the author of the message they read; everybody else for themselves. */
function authorOf({ app }: BotDeps, payload: MessagePayload, actor: Actor): Person | undefined {
  const objectId = payload.from?.user?.id;
  const author = typeof objectId === 'string' ? app.desk.directory.personByObjectId(objectId) : undefined;
  return author && author.id !== actor.id && !author.retired && isAgent(actor) ? author : undefined;
}

function forWhom(author: Person | undefined, actor: Actor): readonly object[] {
  if (!author) return [];
  const t = translator(actor.language);
  return [{
    type: 'Input.ChoiceSet', id: 'report.requesterId', label: t('field.ticket.requester'), value: author.id,
    choices: [{ title: author.name, value: author.id }, { title: t('bot.create.forMe'), value: actor.id }],
  }];
}

/** "Which of these is it?": each answer sends the form; what is none of them is chosen in the form. */
function categoryQuestion(likeliest: Form['likeliest'], data: object, actor: Actor): readonly object[] {
  if (!likeliest) return [];
  const t = translator(actor.language);
  return [
    ourText(t('ask.category'), { weight: 'bolder', spacing: 'medium' }),
    ourText(t('ask.category.create'), { isSubtle: true, size: 'small', spacing: 'none' }),
    actionSet(likeliest.map(({ categoryId, category }) => ({ type: 'Action.Submit' as const, title: cutText(category, MAX_BUTTON), data: { ...data, category: categoryId } }))),
  ];
}

function dialog(deps: BotDeps, actor: Actor, { values, author, likeliest, problem, masked = [], offers }: Form): TaskModuleTaskInfo {
  const t = translator(actor.language);
  const { language, zone } = actor;
  const inputs = formInputs(reportSchema, { directory: deps.app.desk.directory, language, zone, prefix: 'report.', only: ASKED, values });
  const warnings = [...(problem ? [problem] : []), ...(masked.length > 0 ? [secretText(masked, t)] : [])];
  const data = { commandId: 'createTicket', ...(author && { author: author.id }) };
  const card: CardJson = {
    ...createCard({
      fallbackText: t('bot.create.title'),
      body: [
        ...warnings.map((text) => noticeBox({ tone: 'warning', text })), ...insteadChoice(offers, actor), ...forWhom(author, actor), ...inputs,
        ...categoryQuestion(likeliest, data, actor),
      ] as Parameters<typeof createCard>[0]['body'],
      moreText: t('card.timeline.more'),
    }),
    // A dialog is sent back by Action.Submit; Action.Execute does not work there. The author comes back for the next try.
    actions: [{ type: 'Action.Submit', title: t('bot.create.send'), style: 'positive', data }],
  };
  return { title: t('bot.create.title'), height: 'large', width: 'medium', card: { contentType: ADAPTIVE_CARD, content: card } };
}

/** "Create ticket" on a message, or in the compose box: a form that is filled in as far as the text says. */
export async function openCreateDialog(deps: BotDeps, context: TurnContext): Promise<TaskModuleTaskInfo> {
  const actor = await actorFrom(deps, context.activity, 'card');
  const payload = ((context.activity.value as { messagePayload?: MessagePayload } | undefined)?.messagePayload ?? {});
  const content = typeof payload.body?.content === 'string' ? payload.body.content : '';
  // Masked before it is cut: half a key is not recognised, and still half a key.
  const { value, kinds: masked } = maskText(wordsOf(content));
  const text = value.slice(0, MAX_TEXT);
  const draft = draftTicket(deps.app, text, actor);
  const { title, description, reach, work, categoryId, likeliest } = draft;
  return dialog(deps, actor, { offers: draft, values: text ? { title, description: description || text, reach, work, categoryId } : {}, author: authorOf(deps, payload, actor), likeliest, masked });
}

/** A dialog that says what was done; there is no ticket to insert. */
function said(actor: Actor, text: string): TaskModuleTaskInfo {
  const t = translator(actor.language);
  const body = [{ type: 'TextBlock', text, wrap: true }] as unknown as Parameters<typeof createCard>[0]['body'];
  return { title: t('bot.create.title'), height: 'small', width: 'medium', card: { contentType: ADAPTIVE_CARD, content: createCard({ fallbackText: text, body, moreText: t('card.timeline.more') }) } };
}

/** The form came back: a ticket to show in the conversation, or the form again with what is wrong. */
export async function createFromMessage(deps: BotDeps, context: TurnContext, sent: Readonly<Record<string, unknown>>): Promise<MessagingExtensionResult | TaskModuleTaskInfo> {
  const actor = await actorFrom(deps, context.activity, 'card');
  const { value: data, kinds: masked } = maskAll(sent);
  const { author: authorId, commandId: _command, category, ...fields } = data;
  const inputs = Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('report.')));
  // The answer to "which of these is it?" is on the button.
  const input = { ...readFormData(inputs, 'report.', reportSchema, actor.zone), ...(typeof category === 'string' && { categoryId: category }) };
  const author = typeof authorId === 'string' && isAgent(actor) ? deps.app.desk.directory.person(authorId) : undefined;
  const again = (problem: string | undefined): TaskModuleTaskInfo => dialog(deps, actor, { offers: draftTicket(deps.app, textOf(input), actor), values: input, author, problem, masked });
  // What is inserted has no place for a word to its author, so they are told before it is created.
  if (masked.length > 0) return again(undefined);
  const instead = readInstead(fields[INSTEAD]);
  const done = await takeInstead(deps, instead, input, actor, turnKey(context.activity));
  if ('said' in done) return said(actor, done.said);
  if ('record' in done) return results([ticketResult(deps, done.record as TicketView, actor)]);
  return again(refusalText(done.refused, actor.language, deps.app.clock.now().toISOString(), reportSchema));
}
