/** One page of a list. `cursor` is opaque; absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
  /** How many match altogether, where that is known without reading them all. */
  readonly total?: number;
}

export const MAX_PAGE = 200;
