/** What one check found. `ok`: nothing to do; `note`: good to know; `bad`: has to be changed. */
export interface Finding {
  /** Names of text keys. */
  readonly title: string;
  readonly titleParams?: Readonly<Record<string, string | number>>;
  readonly level: 'ok' | 'note' | 'bad';
  /** What it is, or what to do: a text key, or a text as it is. */
  readonly key?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly text?: string;
}
