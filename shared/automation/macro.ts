import type { Directory } from '../catalog';
import { defineRegister, hasRole, isAgent, worksIn, type Actor, type FieldProblem, type RegisterRecord } from '../kernel';
import { actionsProblems } from './check-actions';
import { AGENT_PLACEHOLDERS, cannedResponseSchema, macroSchema, MACRO_VERBS } from './rule-schema';
import { placeholdersIn } from './placeholders';
import { verbsWithin, type RuledPractice } from './subject';

export type Macro = RegisterRecord<typeof macroSchema>;
export type CannedResponse = RegisterRecord<typeof cannedResponseSchema>;

interface OfGroup {
  readonly groupId?: string;
}

/** Everybody's, or only for those who work in one group. */
export const isOffered = (actor: Actor, { groupId }: OfGroup): boolean => isAgent(actor) && (groupId === undefined || worksIn(actor, groupId));

const keepsAll = (actor: Actor): boolean => hasRole(actor, 'administrator', 'system');

/** Administrators keep all of them, leads those of their groups. */
function canKeep(actor: Actor, entry?: OfGroup): boolean {
  if (keepsAll(actor)) return true;
  return entry ? entry.groupId !== undefined && actor.leadsGroupIds.includes(entry.groupId) : actor.leadsGroupIds.length > 0;
}

const canRead = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'administrator', 'manager', 'auditor');

function groupProblems(groupId: unknown, actor: Actor, config: Directory): readonly FieldProblem[] {
  if (typeof groupId === 'string' && !config.group(groupId)) return [{ field: 'groupId', code: 'notFound' }];
  return canKeep(actor, typeof groupId === 'string' ? { groupId } : {}) ? [] : [{ field: 'groupId', code: 'rule.ownGroup' }];
}

/** The register of macros on tickets. */
export const defineMacros = (tickets: RuledPractice) =>
  defineRegister({
    practice: 'macros',
    prefix: 'MAC',
    schema: macroSchema,
    canRead,
    canEdit: canKeep,
    check: ({ actions, groupId }, { actor, config }) => [
      ...groupProblems(groupId, actor, config as Directory),
      ...actionsProblems(actions, tickets, config as Directory, {
        verbs: [...verbsWithin(tickets), ...MACRO_VERBS], placeholders: [...tickets.automation.placeholders, ...AGENT_PLACEHOLDERS],
      }),
    ],
    sortKey: ({ name }) => name.toLowerCase(),
  });

/** The register of texts that are written again and again. */
export const defineCannedResponses = (tickets: RuledPractice) =>
  defineRegister({
    practice: 'cannedResponses',
    prefix: 'CAN',
    schema: cannedResponseSchema,
    canRead,
    canEdit: canKeep,
    check: ({ text, textDe, groupId }, { actor, config }) => {
      const known = [...tickets.automation.placeholders, ...AGENT_PLACEHOLDERS];
      const texts = [['text', text], ['textDe', textDe]] as const;
      const strangers = texts.flatMap(([field, value]) => placeholdersIn(typeof value === 'string' ? value : '').filter((name) => !known.includes(name)).map((name) => ({ field, name })));
      return [...groupProblems(groupId, actor, config as Directory), ...strangers.slice(0, 5).map(({ field, name }) => ({ field, code: 'rule.unknownPlaceholder', params: { name } }))];
    },
    sortKey: ({ name }) => name.toLowerCase(),
  });

/** What placeholders about whoever presses or writes mean. */
export const agentValues = ({ name }: Actor): Readonly<Record<string, string>> => ({ 'agent.name': name, 'agent.firstName': name.split(' ')[0] ?? '' });
