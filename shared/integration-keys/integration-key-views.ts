import type { RecordView } from '../kernel';

/** `active`: programs get in with it. `personLeft`: its person is no longer with the organization. */
export type KeyState = 'active' | 'expired' | 'revoked' | 'personLeft';

/** A key as those see it who keep it. What programs send is in no view: not as it is, and not as a hash. */
export interface IntegrationKeyFacts {
  readonly name: string;
  readonly description?: string;
  readonly reads?: readonly string[];
  readonly actions?: readonly string[];
  readonly personId: string;
  readonly personName: string;
  readonly createdById: string;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** ISO instant from which on it opens nothing. */
  readonly expiresAt: string;
  /** It expires within two weeks. */
  readonly isExpiring: boolean;
  /** Counts the secrets it has had. */
  readonly secretNumber: number;
  /** The secret before this one still works until then, ISO instant; absent: it does not. */
  readonly formerUntil?: string;
  readonly state: KeyState;
  readonly retired: boolean;
}

export interface IntegrationKeyView extends RecordView, IntegrationKeyFacts {}

/** What administrators choose from when they make a key, in the words of the reader. */
export interface KeyScopes {
  readonly practices: readonly { readonly name: string; readonly label: string; readonly actions: readonly { readonly name: string; readonly label: string; readonly needsReading: boolean }[] }[];
}

/** The day on which a key was used last, `2026-11-30`, by UTC; keys that nobody has used are not among them. */
export interface KeyUse {
  readonly id: string;
  readonly day: string;
}
