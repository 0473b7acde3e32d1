import type { Language } from '../kernel';
import type { Collision } from './schedule-views';

export function collisionWords(collision: Collision, _reader: { readonly language: Language; readonly zone: string; readonly nameOf: (id: string) => string }): string {
  return collision.key;
}
