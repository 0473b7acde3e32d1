import type { Directory } from '../catalog';

/** What a change needs to know of the template it is made from; templates are a practice of their own. */
export interface TemplateFacts {
  readonly id: string;
  readonly name: string;
  readonly nameDe?: string;
  readonly state: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly lockedFields: readonly string[];
  readonly allowedItemIds?: readonly string[];
  readonly allowedClasses?: readonly string[];
  readonly maxMinutes?: number;
  readonly tasks?: string;
  readonly expiresAt?: string;
}

export function templateOf(config: Directory, id: string | undefined): TemplateFacts | undefined {
  const found = config.summary(id);
  return found?.practice === 'changeTemplates' ? (found as unknown as TemplateFacts) : undefined;
}

/**
 * May a change be made from it at `now`? Nobody uses what nobody has approved, or what has failed since. The timer that makes a
 * draft of an expired one may be late; this never is.
 */
export function isUsable({ state, expiresAt }: Pick<TemplateFacts, 'state' | 'expiresAt'>, now: string): boolean {
  return (state === 'approved' || state === 'renewing') && expiresAt !== undefined && now < expiresAt;
}
