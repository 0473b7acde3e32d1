import type { Directory } from '../../shared/catalog';
import { record } from '../../shared/app';
import { isRefused, parseInput, type Actor, type Decided, type DomainEvent, type Practice, type Recorded, type RecordBase, type Refused, type Schema, type Summary } from '../../shared/kernel';

/** One record with its history, as a store would have it. */
export interface Run<R extends RecordBase, E extends DomainEvent> {
  readonly record: R;
  readonly history: readonly Recorded<E>[];
  readonly takesPlace: boolean;
}

export interface Act {
  readonly verb: string;
  readonly by: Actor;
  /** ISO instant. */
  readonly at: string;
  readonly input?: object;
  readonly others?: readonly Summary[];
}

let tokens = 0;

/**
 * Does what `perform` does to one record, in the same order, without storage: may they, is the input right, what is decided, what
 * the record is after it. For tables and for thousands of random stories.
 */
export function createRunner<R extends RecordBase, S extends Summary, E extends DomainEvent>(practice: Practice<R, S, E, Directory>, id: string, directory: () => Directory) {
  return function act(run: Run<R, E> | undefined, { verb, by, at, input = {}, others = [] }: Act): Run<R, E> | Refused {
    const action = practice.actions.find(({ name }) => name === `${practice.name}.${verb}`);
    if (!action) throw new Error(`no action ${practice.name}.${verb}`);
    if (action.internal && !by.roles.includes('system')) return { refused: { code: 'kernel.unknownAction' } };
    if (run && !practice.canRead(by, run.record)) return { refused: { code: 'kernel.notFound' } };
    if (!action.can(by, run && practice.subject(run.record))) return { refused: { code: 'kernel.notAllowed' } };
    const parsed = parseInput(action.schema as Schema, input);
    if ('problems' in parsed) return { refused: { code: 'kernel.invalidInput', problems: parsed.problems } };
    const context = {
      actor: by, now: at, config: directory(), files: [], others: new Map(others.map((other) => [other.id, other])), links: [], extra: {}, turns: {}, newToken: () => `token${(tokens += 1)}`,
    };
    const decided: Decided<E> | Refused = action.decide(run?.record, parsed.value, context);
    if (isRefused(decided)) return decided;
    const news = record(decided.events, { id, version: run?.record.version ?? 0, at, action: action.name, actor: by });
    const after = news.reduce<R | undefined>((state, entry) => practice.fold(state, entry), run?.record) as R;
    return { record: after, history: [...(run?.history ?? []), ...news], takesPlace: decided.takesPlace === true };
  };
}
