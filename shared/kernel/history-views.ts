/** One field of an entry before and after a change; what was not there is absent. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One version of an entry of a register: `GET /api/history/<id>`, oldest first. */
export interface HistoryEntry {
  /** The version it made. */
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** The name as it was then. */
  readonly byName: string;
  readonly type: 'added' | 'changed' | 'retired' | 'restored';
  readonly changes: readonly FieldChange[];
}
