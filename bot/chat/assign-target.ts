import type { Directory } from '../../shared/catalog';
import type { Actor } from '../../shared/kernel';
import type { Group, Person } from '../../shared/people';

export interface AssignTarget {
  readonly input: { readonly groupId?: string; readonly assigneeId?: string; readonly reason?: string };
  /** The name as it was said, and who it can be when that is not clear. */
  readonly name: string;
  readonly candidates: readonly string[];
}

const REASON = /\s*(?::|[,;]?\s+(?:because|since|weil|da)\s|\s[–-]\s)\s*/iu;
/** The schema's limit for the reason. */
const MAX_TEXT = 600;
const ME = new Set(['me', 'myself', 'mir', 'mich']);

/** The best matches of a name: whole names before first or last names before beginnings. */
function byName<T extends { readonly name: string }>(entries: readonly T[], name: string): readonly T[] {
  const wanted = name.toLowerCase();
  const tests: readonly ((entry: string) => boolean)[] = [
    (entry) => entry === wanted,
    (entry) => entry.split(/\s+/).includes(wanted),
    (entry) => entry.startsWith(wanted),
    (entry) => wanted.length >= 3 && entry.includes(wanted),
  ];
  for (const test of tests) {
    const found = entries.filter((entry) => test(entry.name.toLowerCase()));
    if (found.length > 0) return found;
  }
  return [];
}

const works = (group: Group, personId: string): boolean => Boolean(group.memberIds?.includes(personId) || group.leadIds?.includes(personId));

/** `to Bob`, `an Network: switch port is dead`, `to me`: who takes the ticket, looked for in its own group first. */
export function assignTarget(rest: string, ticketGroupId: string | undefined, actor: Actor, directory: Directory): AssignTarget {
  const [said = '', ...reasons] = rest.replace(/\s+/g, ' ').slice(0, MAX_TEXT).replace(/^(?:to|an|zu)\s+(?:the\s+|die\s+|den\s+)?/iu, '').split(REASON);
  const name = said.replace(/[.!]$/, '').trim();
  const reason = reasons.join(': ').trim();
  const because = reason ? { reason } : {};
  const groups = [...directory.groups()].filter((group) => !group.retired && !group.isBoard);
  if (ME.has(name.toLowerCase())) return { input: { assigneeId: actor.id, ...groupFor(actor.id, ticketGroupId, groups), ...because }, name, candidates: [] };
  const group = byName(groups, name);
  if (group.length === 1) return { input: { groupId: group[0]!.id, ...because }, name, candidates: [] };
  const agents = [...directory.people()].filter((person) => !person.retired && groups.some((entry) => works(entry, person.id)));
  const colleagues = agents.filter((person) => groups.some((entry) => entry.id === ticketGroupId && works(entry, person.id)));
  const people: readonly Person[] = name === '' ? [] : firstOf(byName(colleagues, name), byName(agents, name));
  const only = people.length === 1 ? people[0] : undefined;
  if (only) return { input: { assigneeId: only.id, ...groupFor(only.id, ticketGroupId, groups), ...because }, name, candidates: [] };
  return { input: because, name, candidates: [...people, ...group].slice(0, 5).map((entry) => entry.name) };
}

const firstOf = <T>(first: readonly T[], second: readonly T[]): readonly T[] => (first.length > 0 ? first : second);

/** Somebody of another group takes the ticket along to a group they work in. */
function groupFor(personId: string, ticketGroupId: string | undefined, groups: readonly Group[]): { readonly groupId?: string } {
  const own = groups.filter((group) => works(group, personId));
  if (own.some((group) => group.id === ticketGroupId)) return {};
  return own[0] ? { groupId: own[0].id } : {};
}
