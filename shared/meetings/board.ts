import { IANAZone } from 'luxon';
import type { Directory } from '../catalog';
import { checkConditions, defineRegister, hasRole, isAgent, worksIn, type Actor, type DecideContext, type FieldProblem, type RegisterRecord } from '../kernel';
import { checkWindow } from '../scheduling';
import { boardSchema } from './meeting-schema';

export type Board = RegisterRecord<typeof boardSchema>;

/** What a filter can look at; the names are those of policies for changes. */
export const FILTER_FIELDS = ['type', 'risk', 'environment', 'itemClass', 'criticality', 'serviceTier', 'serviceIds', 'itemIds', 'groupId', 'templateId', 'isRegulated', 'isSecurityRelevant', 'isOutage'] as const;
type Values = Readonly<Record<string, unknown>>;

const FILTERS: ReadonlySet<string> = new Set(FILTER_FIELDS);

function filterProblems(filter: unknown): readonly FieldProblem[] {
  if (filter === undefined) return [];
  return Array.isArray(filter) && filter.length === 0 ? [{ field: 'filter', code: 'badConditions' }] : checkConditions('filter', filter, FILTERS);
}

function checkBoard(values: Values, context: DecideContext<unknown>): readonly FieldProblem[] {
  const config = context.config as Directory;
  const { zone, groupId, chairIds, minutesPerItem } = values as Partial<Pick<Board, 'zone' | 'groupId' | 'chairIds' | 'minutesPerItem'>>;
  const hasZone = typeof zone === 'string' && IANAZone.isValidZone(zone);
  const times = hasZone && values.occurrences !== undefined ? checkWindow({ zone, occurrences: values.occurrences }, context) : [];
  return [
    ...(hasZone ? [] : [{ field: 'zone', code: 'notZone' }]),
    ...times,
    ...(config.group(groupId)?.retired === false ? [] : [{ field: 'groupId', code: 'notFound' }]),
    ...((chairIds ?? []).every((id) => config.person(id)?.retired === false) ? [] : [{ field: 'chairIds', code: 'notFound' }]),
    ...(minutesPerItem === undefined || Number.isInteger(minutesPerItem) ? [] : [{ field: 'minutesPerItem', code: 'notWhole' }]),
    ...filterProblems(values.filter),
  ];
}

/** Those who work in IT or look over it know when which board meets. */
export const readsMeetings = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'changeManager', 'manager', 'administrator', 'auditor');

/** Change advisory boards (ITIL 4, change enablement). */
export const boardsPractice = defineRegister({
  practice: 'boards',
  prefix: 'BRD',
  schema: boardSchema,
  canRead: (actor, board) => readsMeetings(actor) || worksIn(actor, board.groupId) || board.chairIds.includes(actor.id),
  canEdit: (actor) => hasRole(actor, 'changeManager', 'administrator', 'system'),
  check: checkBoard,
  sortKey: (board) => board.name.toLowerCase(),
});

export function boardOf(config: Directory, id: string | undefined): Board | undefined {
  const found = config.summary(id);
  return found?.practice === 'boards' ? (found as unknown as Board) : undefined;
}

/** Who sits on it now: its group, those who lead that group, and its chairs. */
export function boardMembers({ groupId, chairIds }: Pick<Board, 'groupId' | 'chairIds'>, config: Directory): readonly string[] {
  const group = config.group(groupId);
  const ids = [...chairIds, ...(group && !group.retired ? [...(group.memberIds ?? []), ...(group.leadIds ?? [])] : [])];
  return [...new Set(ids)].filter((id) => config.person(id)?.retired === false);
}
