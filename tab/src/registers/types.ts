import type { RecordView } from '../../../shared/kernel';

/** What every entry of a register has beside the values of its own schema. */
export interface EntryView extends RecordView {
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly retired: boolean;
}

/** Field -> what is wrong with it, in words. */
export type Problems = Readonly<Record<string, string>>;

/** Where pages of a register live: `levels/agreements`; also the beginning of their texts, `levels.agreements.none`. */
export interface RegisterPlace {
  readonly page: 'levels' | 'setup';
  readonly practice: string;
}
