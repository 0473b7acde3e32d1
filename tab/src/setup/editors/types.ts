import type { Draft } from '../../registers/use-entry-form';

/** What an editor of a structured field gets. */
export interface EditorProps<T> {
  readonly value: T | undefined;
  /** The other fields of the entry. */
  readonly draft: Draft;
  readonly problem?: string | undefined;
  onChange(value: T | undefined): void;
}
