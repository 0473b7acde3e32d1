/** Something with two ends on any scale: minutes of a column, days of a week. */
export interface Span {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

export interface Placed<S extends Span> {
  readonly span: S;
  /** Which of the columns that overlap, from 0. */
  readonly column: number;
  readonly columns: number;
}

export interface Folded {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly keys: readonly string[];
  readonly column: number;
  readonly columns: number;
}

export interface Columns<S extends Span> {
  readonly placed: readonly Placed<S>[];
  /** What does not fit beside the others, one entry for every crowd. */
  readonly folded: readonly Folded[];
}

const byStart = (left: Span, right: Span): number => left.from - right.from || right.to - left.to || (left.key < right.key ? -1 : 1);

/** Groups of spans that hang together: within one, each overlaps another of it. */
function crowds<S extends Span>(spans: readonly S[]): readonly (readonly S[])[] {
  const found: S[][] = [];
  let until = -Infinity;
  for (const span of [...spans].sort(byStart)) {
    if (span.from >= until) found.push([]);
    found.at(-1)?.push(span);
    until = Math.max(until, span.to);
  }
  return found;
}

/** The first column in which nothing is in the way. */
function columnsOf<S extends Span>(crowd: readonly S[]): ReadonlyMap<S, number> {
  const ends: number[] = [];
  const columns = new Map<S, number>();
  for (const span of crowd) {
    const free = ends.findIndex((end) => end <= span.from);
    const column = free < 0 ? ends.length : free;
    ends[column] = span.to;
    columns.set(span, column);
  }
  return columns;
}

/** Puts what overlaps beside each other; with more than `most` columns the rest of a crowd folds into one entry in the last of them. */
export function layoutColumns<S extends Span>(spans: readonly S[], most: number): Columns<S> {
  const placed: Placed<S>[] = [];
  const folded: Folded[] = [];
  for (const crowd of crowds(spans)) {
    const columns = columnsOf(crowd);
    const needed = Math.max(...columns.values()) + 1;
    const count = Math.min(needed, most);
    const fits = (span: S): boolean => needed <= most || (columns.get(span) ?? 0) < most - 1;
    for (const span of crowd.filter(fits)) placed.push({ span, column: columns.get(span) ?? 0, columns: count });
    const rest = crowd.filter((span) => !fits(span));
    const first = rest[0];
    if (first) folded.push({ key: `more ${first.key}`, from: first.from, to: Math.max(...rest.map(({ to }) => to)), keys: rest.map(({ key }) => key), column: most - 1, columns: count });
  }
  return { placed, folded };
}

export interface Lane<S extends Span> {
  readonly span: S;
  /** Days of the week that it covers, from 0; `last` is included. */
  readonly first: number;
  readonly last: number;
  readonly lane: number;
}

export interface Lanes<S extends Span> {
  readonly lanes: readonly Lane<S>[];
  /** What each day hides. */
  readonly more: readonly (readonly string[])[];
  /** How many lanes are used by what is shown. */
  readonly height: number;
}

/**
 * Lines of a week in which spans of days lie. `from` and `to` are fractions of days: what ends at midnight does not reach into
 * the next day. With more than `most` lanes on a day the last one says how many more there are.
 */
export function layoutLanes<S extends Span>(spans: readonly S[], days: number, most: number): Lanes<S> {
  const taken: boolean[][] = Array.from({ length: days }, () => []);
  const laid = [...spans]
    .filter(({ from, to }) => to > 0 && from < days && to >= from)
    // Those of several days first, so that they lie in one line with their neighbors.
    .sort((left, right) => Math.floor(left.from) - Math.floor(right.from) || lastDay(right, days) - firstDay(right) - (lastDay(left, days) - firstDay(left)) || byStart(left, right))
    .map((span): Lane<S> => {
      const first = firstDay(span);
      const last = lastDay(span, days);
      const covered = taken.slice(first, last + 1);
      let lane = 0;
      while (covered.some((day) => day[lane])) lane += 1;
      for (const day of covered) day[lane] = true;
      return { span, first, last, lane };
    });
  const isFull = (day: number): boolean => (taken[day] ?? []).length > most;
  const isHidden = ({ first, last, lane }: Lane<S>): boolean => lane >= most || (lane === most - 1 && range(first, last).some(isFull));
  const shown = laid.filter((entry) => !isHidden(entry));
  const hidden = laid.filter(isHidden);
  return {
    lanes: shown,
    more: Array.from({ length: days }, (_, day) => hidden.filter(({ first, last }) => first <= day && day <= last).map(({ span }) => span.key)),
    height: Math.max(0, ...shown.map(({ lane }) => lane + 1)),
  };
}

const range = (first: number, last: number): readonly number[] => Array.from({ length: last - first + 1 }, (_, step) => first + step);
const firstDay = ({ from }: Span): number => Math.max(0, Math.floor(from));
const lastDay = ({ from, to }: Span, days: number): number => Math.min(days - 1, Math.max(Math.floor(from), Math.ceil(to) - 1));
