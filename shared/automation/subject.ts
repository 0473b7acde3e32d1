import { wordsFound, type ConditionFields, type AutomationFace, type Practice, type Recorded, type RecordBase } from '../kernel';

// Rules look at records of many practices side by side; each practice is checked against its own types.
/* eslint-disable @typescript-eslint/no-explicit-any */
/** A practice whose records rules look at. */
export type RuledPractice = Practice<any, any, any, any> & { readonly automation: AutomationFace<any, any, any> };
/* eslint-enable @typescript-eslint/no-explicit-any */

/** The practices of the registry that say what rules may look at, by name. */
export type RuledPractices = Readonly<Record<string, RuledPractice>>;

/** Verbs that rules may do: those that the lifecycle leaves to the system, and whose effects are known. */
export function verbsOf({ automation, actions }: RuledPractice): readonly string[] {
  const isFree = ({ internal, creates, isAudited, schema }: RuledPractice['actions'][number]): boolean =>
    !internal && !creates && !isAudited && !Object.values(schema as object).some(({ kind, required }: { kind: string; required?: boolean }) => kind === 'files' && required);
  return actions
    .filter((action) => isFree(action))
    .map(({ name }) => name.slice(name.indexOf('.') + 1))
    .filter((verb) => automation.verbs.has(verb) && Object.hasOwn(automation.effects, verb));
}

/** Those of them that can be part of another decision, where no other record is loaded: in macros and plans. */
export const verbsWithin = (practice: RuledPractice): readonly string[] => verbsOf(practice).filter((verb) => verb !== 'link' && verb !== 'unlink');

/** Everything that conditions look at of a record as it is, and of one event where there is one. */
export function factsFor(
  { automation }: RuledPractice, record: RecordBase, recorded: Recorded | undefined, config: unknown, vocabulary: ReadonlySet<string>,
): ConditionFields {
  const text = automation.textOf(record);
  const words = wordsFound(text, vocabulary);
  const facts: ConditionFields = { ...automation.factsOf(record, config), words };
  if (!recorded) return facts;
  const written = automation.eventTextOf(recorded.event);
  return {
    ...facts,
    ...automation.eventFactsOf(recorded),
    actorRole: recorded.role,
    isByRule: recorded.rule ? 'yes' : 'no',
    channel: recorded.channel,
    // What was just reported is the whole text so far.
    eventWords: written === text ? words : wordsFound(written, vocabulary),
  };
}

/** One write of one action: its events came together, and rules look at what they made together. */
export type Commit = readonly [Recorded, ...Recorded[]];

/** A history in the pieces in which it was written. */
export function commitsOf(history: readonly Recorded[]): readonly Commit[] {
  const commits: [Recorded, ...Recorded[]][] = [];
  for (const entry of history) {
    const last = commits.at(-1);
    const first = last?.[0];
    const isTogether = first && first.at === entry.at && first.action === entry.action;
    const isSame = isTogether && (entry.rule?.isStep || (first.by === entry.by && first.rule?.id === entry.rule?.id));
    if (isSame) last.push(entry);
    else commits.push([entry]);
  }
  return commits;
}
