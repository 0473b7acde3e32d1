/** What every record has. `version` counts the events folded into it, so it is also the number of the last event. */
export interface RecordBase {
  readonly id: string;
  readonly version: number;
  /** UTC instants, ISO 8601 with milliseconds. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Points at a record of any practice. */
export interface RecordRef {
  readonly practice: string;
  readonly id: string;
}

/** What a list shows of a record; also what the desk view keeps in memory. */
export interface Summary {
  readonly id: string;
  readonly practice: string;
  readonly version: number;
  readonly updatedAt: string;
}
