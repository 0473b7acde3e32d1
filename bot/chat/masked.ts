import type { SecretKind } from '../../shared/secrets';
import { secretText } from '../../shared/strings';
import { noticeBox } from '../cards/parts/header';
import type { Turn } from './turn';
import type { CardAnswer } from './types';

/** Tells on top of whatever is answered what was taken out. */
export function tellMasked({ t }: Turn, answer: CardAnswer, kinds: readonly SecretKind[]): CardAnswer {
  if (kinds.length === 0) return answer;
  const text = secretText(kinds, t);
  if (!answer.card) return { ...answer, message: 'message' in answer ? `${answer.message}\n${text}` : text };
  return { ...answer, card: { ...answer.card, body: [noticeBox({ tone: 'warning', text }), ...answer.card.body] as object[] } };
}
