import { maskAll } from '../../shared/secrets';
import { cardsFor, type CardJson, type DialogCard } from '../cards';
import { shownOnly } from '../cards/approvals/vote-form';
import { tellMasked } from './masked';
import { openNamed, isView } from './open-named';
import { audienceOf, pressAction, recordAnswer } from './press-action';
import { asObject } from './press-draft';
import { createTurn, refusalWords, type Turn } from './turn';
import type { CardAnswer, ChatDeps, Press } from './types';

/** What a dialog shows from now on, or words instead of one. */
export type DialogAnswer = DialogCard | { readonly message: string };

type DialogPress = Omit<Press, 'verb'>;

/** A record as it is now, without anything to press: a dialog cannot do what a card does. */
function shown({ t }: Turn, card: CardJson): DialogAnswer {
  return { title: t('card.approval.now'), card: shownOnly(card) };
}

function shownAnswer(turn: Turn, answer: CardAnswer): DialogAnswer {
  if (answer.card) return shown(turn, answer.card);
  return { message: 'message' in answer ? answer.message : turn.t('chat.press.outdated') };
}

/** Opens the dialog that a button asks for; whoever may not do this, or not any more, sees the record as it is now. */
export async function openDialog(deps: ChatDeps, press: DialogPress): Promise<DialogAnswer> {
  const turn = createTurn(deps, press);
  const data = asObject(press.data);
  const view = await openNamed(turn, data);
  if (!isView(view)) return shownAnswer(turn, view);
  const card = asObject(data.card);
  const action = typeof card.action === 'string' ? card.action : '';
  const audience = audienceOf(data, view, turn);
  const isNews = typeof data.version === 'number' && data.version < view.version;
  const wanted = { view, audience, reader: turn.reader, context: turn.context, action, card, fixed: {} };
  const notice = isNews ? ({ tone: 'warning', text: turn.t('card.approval.news') } as const) : undefined;
  const dialog = cardsFor(view)?.dialog?.({ ...wanted, notice });
  return dialog ?? shownAnswer(turn, recordAnswer(turn, view, audience, { tone: 'warning', text: refusalWords(turn, { code: 'kernel.notAllowed' }) }));
}

/** Does what a dialog was for: through the same gate as every press, and shows what came of it. */
export async function submitDialog(deps: ChatDeps, press: DialogPress): Promise<DialogAnswer> {
  const turn = createTurn(deps, press);
  const { value: data, kinds } = maskAll(asObject(press.data));
  const { action } = asObject(data.card);
  if (typeof action !== 'string') return { message: turn.t('chat.press.outdated') };
  return shownAnswer(turn, tellMasked(turn, await pressAction(turn, action, data), kinds));
}
