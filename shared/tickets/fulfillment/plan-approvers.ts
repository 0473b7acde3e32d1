import { approvalFrom, stepLabel, wantedSteps, type ApproverSource } from '../../approvals';
import type { Directory, PlanApproval, PlanApprover, PlanStage } from '../../catalog';
import { openStages, refuse, type Approval, type ConditionFields, type DecideContext, type Refused } from '../../kernel';
import { translator } from '../../strings';
import type { Ordered } from './request-task';

/** Whom an order is for and by, and what was answered. */
export interface OrderFacts {
  readonly requesterId: string;
  readonly reporterId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly ordered: Ordered;
  readonly answers: Readonly<Record<string, unknown>>;
}

type PolicyContext = Pick<DecideContext<Directory>, 'actor' | 'config' | 'now' | 'newToken'>;

const REMIND_HOURS = 24;
const ESCALATE_HOURS = 72;
/** Nobody has so many managers; a circle ends here. */
const MAX_MANAGERS = 12;

export const excludedFrom = ({ requesterId, reporterId }: Pick<OrderFacts, 'requesterId' | 'reporterId'>): readonly string[] => [...new Set([requesterId, ...(reporterId ? [reporterId] : [])])];

/** This person, or whoever is next above them who is there and may decide: nobody decides for themselves, and some have left. */
function decider(personId: string | undefined, excludedIds: readonly string[], config: Directory): string | undefined {
  let id = personId;
  for (let steps = 0; id !== undefined && steps < MAX_MANAGERS; steps += 1) {
    const person = config.person(id);
    if (person && !person.retired && !excludedIds.includes(id)) return id;
    id = person?.managerId;
  }
  return undefined;
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : []);

function answeredEntries({ ordered, answers }: OrderFacts, of: string): readonly string[] {
  return Object.entries(ordered.form).flatMap(([name, field]) => ((field.kind === 'entry' || field.kind === 'entries') && field.of === of ? listOf(answers[name]) : []));
}

function itemServices(facts: OrderFacts, config: Directory): readonly string[] {
  return answeredEntries(facts, 'items').flatMap((id) => config.item(id)?.serviceIds ?? []);
}

/** The people that one approver of the plan means; groups are kept as groups, so that their channels are asked. */
function peopleOf(approver: PlanApprover, facts: OrderFacts, config: Directory): readonly (string | undefined)[] {
  const { requesterId, ordered, answers } = facts;
  switch (approver.kind) {
    case 'manager':
      return [config.person(requesterId)?.managerId];
    case 'serviceOwners':
      return [...answeredEntries(facts, 'services'), ...itemServices(facts, config)].map((id) => config.service(id)?.ownerId);
    case 'itemOwners':
      return answeredEntries(facts, 'items').map((id) => config.item(id)?.ownerId);
    case 'offeringOwner':
      return [ordered.ownerId];
    case 'answer':
      return listOf(answers[approver.field]);
    case 'answerManager':
      return listOf(answers[approver.field]).map((id) => config.person(id)?.managerId);
    case 'person':
      return [approver.personId];
    case 'group':
      return [];
  }
}

/** Where nobody of those who were meant is left, whoever owns the item decides, or who leads the group that fulfills it. */
function sourcesOf({ from }: PlanApproval, facts: OrderFacts, config: Directory): readonly ApproverSource[] {
  const excludedIds = excludedFrom(facts);
  const groups = from.flatMap((approver): readonly ApproverSource[] => (approver.kind === 'group' ? [{ kind: 'group', groupId: approver.groupId, ...(approver.part && { part: approver.part }) }] : []));
  const ids = from.flatMap((approver) => peopleOf(approver, facts, config).map((id) => decider(id, excludedIds, config)));
  const found = [...new Set(ids)].filter((id): id is string => id !== undefined);
  if (found.length + groups.length > 0) return [...groups, ...found.map((personId) => ({ kind: 'person' as const, personId }))];
  const standIns = [facts.ordered.ownerId, ...(config.group(facts.groupId)?.leadIds ?? [])];
  const standIn = standIns.map((id) => decider(id, excludedIds, config)).find((id) => id !== undefined);
  return standIn === undefined ? [] : [{ kind: 'person', personId: standIn }];
}

/**
 * Who has to agree before this stage begins, and why; undefined: nobody. Refused when nobody is left who may decide: an order
 * never passes because nobody could be asked.
 */
export function approvalOfStage(stage: PlanStage, facts: OrderFacts, fields: ConditionFields, { actor, config, now, newToken }: PolicyContext): Approval | Refused | undefined {
  const rows = (stage.approvals ?? []).map((approval, index) => ({
    id: String(index), subject: 'plan', table: approval.id, order: index, retired: false, ...(approval.conditions && { conditions: approval.conditions }),
    steps: [{
      id: approval.id, stage: approval.order ?? 1, quorum: approval.quorum ?? { mode: 'any' as const }, from: sourcesOf(approval, facts, config),
      remindAfterHours: approval.remindAfterHours ?? REMIND_HOURS, escalateAfterHours: approval.escalateAfterHours ?? ESCALATE_HOURS,
    }],
  }));
  const wanted = wantedSteps(rows, 'plan', fields);
  if (wanted.length === 0) return undefined;
  const people = { isActive: (id: string) => config.person(id)?.retired === false, group: (id: string) => config.group(id), role: () => [] };
  const { approval, unfilled } = approvalFrom(wanted, people, excludedFrom(facts), newToken);
  if (unfilled[0] !== undefined) return refuse('tickets.nobodyToApprove', { step: stepLabel(unfilled[0], translator(actor.language)) });
  return openStages(approval, now);
}
