/** One reason why an input field was not accepted. `code` is a text key below `problem.`; `params` fill it. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * An expected "no": a value, never an exception. `code` is `practice.reason` and is at the same time the text key
 * (`refusal.<code>`) that tells the reader what to do next.
 */
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly problems?: readonly FieldProblem[];
}

export interface Refused {
  readonly refused: Refusal;
}

/** Builds the value that `decide` and `perform` return instead of events. */
export function refuse(code: string, params?: Refusal['params'], problems?: readonly FieldProblem[]): Refused {
  return { refused: { code, ...(params && { params }), ...(problems && { problems }) } };
}

/** A found thing may have a field of that name itself (stretches of time that were refused, say): only a refusal has a code there. */
export function isRefused(value: unknown): value is Refused {
  const refused = (value as { refused?: { code?: unknown } } | null | undefined)?.refused;
  return typeof refused?.code === 'string';
}
