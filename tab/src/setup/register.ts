import type { ComponentType, ReactElement } from 'react';
import type { Schema } from '../../../shared/kernel';
import type { EntryView } from '../registers/types';
import type { Me } from '../lib/api-types';
import type { FormSection, OwnControls } from '../registers/EntryFields';
import type { Added, Draft } from '../registers/use-entry-form';
import type { Section } from './sections';

/** Everything that the page of one register needs beyond its schema. */
export interface SetupRegister<T extends EntryView = EntryView> {
  readonly practice: Section;
  readonly icon: ReactElement;
  readonly schema: Schema;
  readonly sections: readonly FormSection[];
  readonly controls?: OwnControls;
  /** What a new entry is asked for, where that is more than can be changed later, and what comes of its answer. */
  readonly adding?: { readonly schema: Schema; readonly sections: readonly FormSection[]; onAdded(answer: Added): void };
  /** What a new entry begins with, in the reader's zone. */
  initial(zone: string): Draft;
  clean?(field: string, value: unknown): unknown;
  /** What is edited, where that is not the entry as it stands. */
  edited?(entry: T): T;
  /** Fields that are shown as they are; structured ones have words of their own. */
  readonly facts: readonly string[];
  /** Structured fields in words, for the page and for the history. */
  readonly words?: Readonly<Record<string, ComponentType<{ readonly value: never; readonly entry: T }>>>;
  /** Text key, where taking an entry out of use has a word of its own. */
  readonly retire?: string;
  /** There is one entry, and no list of them. */
  readonly isSingle?: true;
  /** `More` shows what happened to it: it is no plain register. */
  readonly hasOwnHistory?: true;
  /** Fields that versions name beside those of the schema. */
  readonly recorded?: Schema;
  /** Who may read its versions; absent: whoever reads the entry. */
  seesHistory?(me: Me): boolean;
  /** Beside the name. */
  readonly Marks?: ComponentType<{ readonly entry: T }>;
  /** What can be done with it, where that is more than changing and retiring. */
  readonly Buttons?: ComponentType<{ readonly entry: T; onEdit(): void }>;
  /** Above the facts: what people look for first. */
  readonly Lead?: ComponentType<{ readonly entry: T }>;
  /** What the entry would do, as it is or as it is being written. */
  readonly Try?: ComponentType<{ readonly values: Draft; readonly id?: string | undefined }>;
  /** Below the facts: what belongs to the entry. */
  readonly More?: ComponentType<{ readonly entry: T }>;
}
