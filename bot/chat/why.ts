import { RECORD_ID, isRefused } from '../../shared/kernel';
import { privateCard } from '../cards/chat/private-card';
import { execute } from '../cards/parts/actions';
import { whyCard } from '../cards/tickets/why-card';
import { asObject, type PressData } from './press-draft';
import { refusalWords, type Turn } from './turn';
import type { CardAnswer, ChatAnswer } from './types';

/** `why is INC12 due then`: the explanation as a card. Where others read along, whoever asks opens it for themselves. */
export async function whyAnswer(turn: Turn, id: string): Promise<ChatAnswer> {
  const { app, actor, reader, context, isShared, t } = turn;
  const explained = await app.explain(id, actor);
  if (isRefused(explained)) return [{ text: refusalWords(turn, explained.refused) }];
  if (isShared) return [{ card: privateCard(t('card.why.title', { id }), execute(t('card.button.show'), 'card.showWhy', { id }), reader) }];
  return [{ card: whyCard({ explanation: explained.explanation, reader, context, back: { id } }) }];
}

/** The same after a press; its way back leads to the layout that was pressed. */
export async function showWhy(turn: Turn, data: PressData): Promise<CardAnswer> {
  const { app, actor, reader, context, t } = turn;
  const { id } = data;
  if (typeof id !== 'string' || !RECORD_ID.test(id)) return { message: t('chat.press.outdated') };
  const explained = await app.explain(id, actor);
  if (isRefused(explained)) return { message: refusalWords(turn, explained.refused) };
  const { view } = asObject(data.card);
  const back = { id, ...(typeof view === 'string' && { card: { view: view.slice(0, 20) } }) };
  return { card: whyCard({ explanation: explained.explanation, reader, context, back }) };
}
