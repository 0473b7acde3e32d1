import type { Directory } from '../catalog';
import { isRefused, parseInput, refuse, type Actor, type DomainEvent, type FieldProblem, type RecordBase, type Refused, type Schema } from '../kernel';
import { createServiceLevels, type Agreement, type Calendar, type ServiceLevels } from '../sla';
import { findAction } from './registry';

/** An agreement or a calendar as it would be saved: with the id of a present one it is laid over that one. */
export type ProposedEntry = Readonly<Record<string, unknown>> & { readonly id?: string };

export interface Drafts {
  readonly agreements: readonly ProposedEntry[];
  readonly calendars: readonly ProposedEntry[];
}

export interface Proposal {
  readonly levels: ServiceLevels;
  /** The directory as it would be. */
  readonly directory: Directory;
  /** Names of everything that can be promised by, drafts included. */
  name(id: string): string | undefined;
}

const PREFIXES = { agreements: 'SLA', calendars: 'CAL' } as const;
/** No register gets that far. */
const LAST_NUMBER = 9_999_999_999;

/** The id that the n-th draft goes by as long as it is not saved, so that others can name it. */
export const draftId = (practice: keyof Drafts, index: number): string => `${PREFIXES[practice]}${LAST_NUMBER - index}`;

interface Drawing {
  readonly practice: keyof Drafts;
  readonly directory: Directory;
  readonly actor: Actor;
  /** ISO instant. */
  readonly now: string;
}

/** What the entry would be after saving: parsed, checked and folded by the very action that would save it. */
function drawn({ practice, directory, actor, now }: Drawing, { id, ...values }: ProposedEntry, index: number): RecordBase | Refused {
  const current = id === undefined ? undefined : practice === 'agreements' ? directory.agreement(id) : directory.calendar(id);
  if (id !== undefined && !current) return refuse('kernel.invalidInput', undefined, [{ field: 'id', code: 'notFound' }]);
  const found = findAction(`${practice}.${current ? 'change' : 'add'}`);
  if (!found) return refuse('kernel.unknownAction');
  const parsed = parseInput(found.action.schema as Schema, values);
  if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
  const decided = found.action.decide(current, parsed.value, { actor, now, config: directory, files: [], others: new Map(), links: [], extra: {}, turns: {}, newToken: () => '' });
  if (isRefused(decided)) return current && decided.refused.code === 'kernel.nothingChanged' ? current : decided;
  const recordId = current?.id ?? draftId(practice, index);
  const { id: by, name: byName, channel } = actor;
  return (decided.events as readonly DomainEvent[]).reduce<RecordBase | undefined>(
    (entry, event) => found.practice.fold(entry, { recordId, seq: (entry?.version ?? 0) + 1, at: now, by, byName, role: 'manager', channel, action: found.action.name, event }) as RecordBase,
    current,
  ) as RecordBase;
}

/** Which of several drafts a problem is in. */
function placed({ refused }: Refused, place: string): Refused {
  const problems: readonly FieldProblem[] | undefined = refused.problems?.map((problem) => ({ ...problem, field: `${place}.${problem.field}` }));
  return refuse(refused.code, refused.params, problems);
}

function overlaid<T extends RecordBase>(entries: Iterable<T>, drafts: ReadonlyMap<string, T>): readonly T[] {
  return [...[...entries].filter(({ id }) => !drafts.has(id)), ...drafts.values()];
}

/** Today's promises with the drafts laid over them, checked as if they were saved; nothing is. */
export function propose(directory: Directory, drafts: Drafts, actor: Actor, now: string): Proposal | Refused {
  const calendars = new Map<string, Calendar>();
  const agreements = new Map<string, Agreement>();
  const proposed: Directory = {
    ...directory,
    calendar: (id) => calendars.get(id ?? '') ?? directory.calendar(id),
    agreement: (id) => agreements.get(id ?? '') ?? directory.agreement(id),
    calendars: () => overlaid(directory.calendars(), calendars),
    agreements: () => overlaid(directory.agreements(), agreements),
  };
  // Calendars first: an agreement may count by one that is not saved either.
  for (const [index, draft] of drafts.calendars.entries()) {
    const entry = drawn({ practice: 'calendars', directory: proposed, actor, now }, draft, index);
    if (isRefused(entry)) return placed(entry, `calendars.${index}`);
    calendars.set(entry.id, entry as Calendar);
  }
  for (const [index, draft] of drafts.agreements.entries()) {
    const entry = drawn({ practice: 'agreements', directory: proposed, actor, now }, draft, index);
    if (isRefused(entry)) return placed(entry, `agreements.${index}`);
    agreements.set(entry.id, entry as Agreement);
  }
  const levels = createServiceLevels(proposed);
  return {
    levels,
    directory: { ...proposed, serviceLevels: () => levels },
    name: (id) => (proposed.agreement(id) ?? proposed.calendar(id) ?? proposed.group(id))?.name,
  };
}
