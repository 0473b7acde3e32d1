import { maskAll, type SecretKind } from '../../shared/secrets';
import { secretText } from '../../shared/strings';
import { noticeBox } from '../cards/parts/header';
import type { Turn } from './turn';
import type { CardAnswer } from './types';

/** What came from Teams, before anything looks at it: no draft, no form and no card repeats a secret. */
export function withoutSecrets<T extends { readonly data: unknown }>(press: T): { readonly press: T; readonly kinds: readonly SecretKind[] } {
  const { value, kinds } = maskAll(press.data);
  return { press: { ...press, data: value }, kinds };
}

/** Tells on top of whatever is answered what was taken out. */
export function tellMasked({ t }: Turn, answer: CardAnswer, kinds: readonly SecretKind[]): CardAnswer {
  if (kinds.length === 0) return answer;
  const text = secretText(kinds, t);
  if (!answer.card) return { ...answer, message: 'message' in answer ? `${answer.message}\n${text}` : text };
  return { ...answer, card: { ...answer.card, body: [noticeBox({ tone: 'warning', text }), ...answer.card.body] as object[] } };
}
