import type { DeliveryTarget, Notice, OutboxEntry } from '../../shared/app';
import type { Directory } from '../../shared/catalog';
import type { RecordBase } from '../../shared/kernel';

/** Something to tell to somebody. Of several to the same place the first one wins. */
export interface Telling {
  readonly target: DeliveryTarget;
  readonly notice: Notice;
  /** It asks for a decision: whoever brought that about by themselves has to decide all the same. */
  readonly isQuestion?: true;
}

/** What one action on a record of a practice has to say to the world. `record` is as it is now. */
export type TellingRules = (entry: OutboxEntry, record: RecordBase, directory: Directory) => readonly Telling[];

const MAX_TEXT = 1_500;

/** As much of a text as a notice takes. */
export const cut = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text);

export const toPerson = (personId: string | undefined, notice: Notice): readonly Telling[] => (personId ? [{ target: { to: 'person', personId }, notice }] : []);
