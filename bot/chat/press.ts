import type { Schema } from '../../shared/kernel';
import { findAction, practiceNamed } from '../../shared/app';
import { maskAll } from '../../shared/secrets';
import { articleCard } from '../cards/knowledge/article-card';
import { helpCard } from '../cards/chat/help-card';
import { CARD_VERBS, execute } from '../cards/parts/actions';
import { controllersOf } from '../cards/parts/form';
import { readFormData } from '../cards/parts/form-data';
import { cardsFor, type CardContext } from '../cards';
import { showWhyMe } from './assigning/answer-assigning';
import { approvalsCard, mineCard, queueCard } from './lists';
import { tellMasked } from './masked';
import { isView, openNamed } from './open-named';
import { asObject, moveDraft, type PressData } from './press-draft';
import { audienceOf, pressAction, recordAnswer } from './press-action';
import { lookPlanning } from './planning/press-planning';
import { cardOf, createTurn, refusalWords, type Turn } from './turn';
import { showWhy } from './why';
import type { CardAnswer, ChatDeps, Press } from './types';

/** Where the list is that a record was opened from. */
const BACK = new Map<unknown, CardContext['backTo']>([['mine', 'card.showMine'], ['queue', 'card.showQueue'], ['approvals', 'card.showApprovals']]);

async function showRecord(turn: Turn, data: PressData): Promise<CardAnswer> {
  const view = await openNamed(turn, data);
  const list = asObject(data.card).list;
  return isView(view) ? recordAnswer(turn, view, audienceOf(data, view, turn), undefined, BACK.get(list)) : view;
}

/** The form of one action; the answers of its first step stand in the data. */
async function showForm(turn: Turn, data: PressData): Promise<CardAnswer> {
  const view = await openNamed(turn, data);
  if (!isView(view)) return view;
  const card = asObject(data.card);
  const action = typeof card.action === 'string' ? card.action : '';
  const audience = audienceOf(data, view, turn);
  if (!view.can.includes(action)) return recordAnswer(turn, view, audience, { tone: 'warning', text: refusalWords(turn, { code: 'kernel.notAllowed' }) });
  const schema = findAction(action)?.action.schema as Schema;
  const typed = readFormData(data, `${action.split('.')[1]}.`, schema, turn.reader.zone);
  const steps = controllersOf(schema).flatMap((name) => {
    const option = schema[name]?.options?.find((entry) => entry.value === typed[name]);
    return option ? [[name, option.value] as const] : [];
  });
  const form = cardsFor(view)?.form({ view, audience, reader: turn.reader, context: turn.context, action, card, fixed: Object.fromEntries(steps) });
  return form ? { card: form, cardOf: cardOf(view, audience) } : recordAnswer(turn, view, audience);
}

function showArticle(turn: Turn, data: PressData): CardAnswer {
  const { app, actor, reader, context, t } = turn;
  const article = app.desk.directory.article(typeof data.id === 'string' ? data.id : undefined);
  if (!article || !practiceNamed('articles')!.canRead(actor, article)) return { message: t('chat.press.articleGone') };
  return { card: articleCard(article, reader, context, execute(t('card.button.myTickets'), 'card.showMine', {})) };
}

async function look(turn: Turn, verb: string, data: PressData): Promise<CardAnswer> {
  switch (verb) {
    case 'card.refresh':
    case 'card.showTicket':
      return showRecord(turn, data);
    case 'card.showForm':
      return showForm(turn, data);
    case 'card.showWhy':
      return showWhy(turn, data);
    case 'card.showWhyMe':
      return showWhyMe(turn, data);
    case 'card.showMine':
      return { card: await mineCard(turn) };
    case 'card.showQueue':
      return { card: await queueCard(turn) };
    case 'card.showApprovals':
      return { card: await approvalsCard(turn) };
    case 'card.showArticle':
      return showArticle(turn, data);
    case 'card.showHelp':
      return { card: helpCard(turn.reader, turn.context) };
    default:
      return (await lookPlanning(turn, verb, data)) ?? moveDraft(turn, verb, data);
  }
}

const isCardVerb = (verb: string): boolean => (CARD_VERBS as readonly string[]).includes(verb);

/**
 * Answers one press of a card button, or its automatic refresh. Identity comes from `press.actor` only; id, version and input
 * come from the card and are checked like everything that comes from outside.
 */
export async function pressCard(deps: ChatDeps, press: Press): Promise<CardAnswer> {
  const turn = createTurn(deps, press);
  // Before anything looks at it: no draft, no form and no card repeats a secret.
  const { value: data, kinds } = maskAll(asObject(press.data));
  const { verb } = press;
  return tellMasked(turn, await (isCardVerb(verb) ? look(turn, verb, data) : pressAction(turn, verb, data)), kinds);
}
