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
  /** How often it was computed anew since this version; absent: never. */
  readonly revision?: number;
  readonly updatedAt: string;
}

/** One state of a record: computing clocks anew under changed terms keeps the version and counts up the revision. */
export type RecordState = Pick<Summary, 'version' | 'revision'>;

/** Is `left` a later state of the same record than `right`? */
export function isLaterState(left: RecordState, right: RecordState): boolean {
  if (left.version !== right.version) return left.version > right.version;
  return (left.revision ?? 0) > (right.revision ?? 0);
}
