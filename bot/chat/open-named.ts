import { RECORD_ID, isRefused, type RecordView } from '../../shared/kernel';
import { cardsFor } from '../cards';
import type { PressData } from './press-draft';
import { refusalWords, type Turn } from './turn';
import type { CardAnswer } from './types';

/** The record that a card names, as this reader may see it; a refusal is the same whether it is hidden or not there. */
export async function openNamed(turn: Turn, data: PressData): Promise<RecordView | CardAnswer> {
  const id = data.id;
  if (typeof id !== 'string' || !RECORD_ID.test(id)) return { message: turn.t('chat.press.outdated') };
  const opened = await turn.app.open(id, turn.actor);
  if (isRefused(opened)) return { message: refusalWords(turn, opened.refused) };
  return cardsFor(opened.record) ? opened.record : { message: refusalWords(turn, { code: 'kernel.notFound' }) };
}

export const isView = (value: RecordView | CardAnswer): value is RecordView => 'practice' in value;
