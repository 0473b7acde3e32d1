import type { Conditions, Quorum } from '../kernel';

/** Words in both languages; the German ones fall back to the English ones. */
export interface Words {
  readonly en: string;
  readonly de?: string;
}

export const wordsIn = ({ en, de }: Words, language: string): string => (language === 'de' ? (de ?? en) : en);

/**
 * Who is asked to agree. `manager`: of whom it is for, or the next one up who may decide; `answer`: the person that was answered;
 * `answerManager`: the manager of that person; `serviceOwners`, `itemOwners`: of the services and items that were answered;
 * `offeringOwner`: who owns the catalog item.
 */
export type PlanApprover =
  | { readonly kind: 'manager' | 'serviceOwners' | 'itemOwners' | 'offeringOwner' }
  | { readonly kind: 'answer' | 'answerManager'; readonly field: string }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'group'; readonly groupId: string; readonly part?: 'members' | 'leads' };
export const APPROVER_KINDS = ['manager', 'serviceOwners', 'itemOwners', 'offeringOwner', 'answer', 'answerManager', 'person', 'group'] as const satisfies readonly PlanApprover['kind'][];

/** One consent that a stage needs; it is asked for while its conditions hold. */
export interface PlanApproval {
  /** Names the step: `manager`, `owner`, `security`, `budget`. */
  readonly id: string;
  readonly from: readonly PlanApprover[];
  /** Absent: one of them is enough. */
  readonly quorum?: Quorum;
  readonly conditions?: Conditions;
  /** Those of the same order are asked side by side, a higher one after a lower one; absent: 1. */
  readonly order?: number;
  readonly remindAfterHours?: number;
  readonly escalateAfterHours?: number;
}

export interface PlanTask {
  readonly id: string;
  readonly title: Words;
  /** Absent: the group that fulfills the request. */
  readonly groupId?: string;
  readonly assigneeId?: string;
  /** Tasks of the same stage that have to be done before. */
  readonly after?: readonly string[];
  readonly conditions?: Conditions;
  /** Minutes from its opening until it is due. */
  readonly dueMinutes?: number;
  /** Minutes of work that are planned for it. */
  readonly workMinutes?: number;
}

/**
 * An action of the registry, as rules do them: texts may have placeholders. When it is refused the plan goes on; with `stop` the
 * rest of its steps is left out, and somebody has to look before the stage is over.
 */
export interface ActionStep {
  readonly id: string;
  readonly kind: 'action';
  /** `tickets.addNote`. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Absent: `goOn`. */
  readonly ifRefused?: (typeof IF_REFUSED)[number];
}
export const IF_REFUSED = ['goOn', 'stop'] as const;
/** The action that a step calls a webhook by. */
export const CALL_WEBHOOK = 'tickets.callWebhook';

/**
 * What happens by itself when a stage has its consents. A message goes to one of those who have to do with the request; a note
 * is for those who handle it; an assignment gives the request to a group; a watcher hears what becomes of it.
 */
export type PlainStep =
  | { readonly id: string; readonly kind: 'message'; readonly to: 'requester' | 'owner' | 'group'; readonly text: Words }
  | { readonly id: string; readonly kind: 'note'; readonly text: Words }
  | { readonly id: string; readonly kind: 'assign'; readonly groupId: string }
  | { readonly id: string; readonly kind: 'watch'; readonly personId: string };
export type PlanStep = PlainStep | ActionStep;
export const STEP_KINDS = ['message', 'note', 'assign', 'watch', 'action'] as const satisfies readonly PlanStep['kind'][];

export interface PlanStage {
  readonly id: string;
  readonly name: Words;
  /** Passed over while they do not hold; absent: always entered. */
  readonly conditions?: Conditions;
  readonly approvals?: readonly PlanApproval[];
  readonly steps?: readonly PlanStep[];
  readonly tasks?: readonly PlanTask[];
  /** The stage that follows, or `done`; absent: the next one in the list. */
  readonly next?: string;
  /** What a refused consent leads to: the end (absent), back to the requester, or another stage. */
  readonly onRefusal?: string;
}

export type Plan = readonly PlanStage[];

export const DONE = 'done';
export const REFUSAL_ENDS = 'end';
export const REFUSAL_RETURNS = 'return';

/** What a request costs. Lines count while their conditions hold. */
export interface CostLine {
  readonly amount?: number;
  /** The answer that is the amount. */
  readonly amountOf?: string;
  /** The answer that says how many. */
  readonly times?: string;
  readonly per: 'once' | 'month' | 'year';
  readonly conditions?: Conditions;
}
export const COST_PERIODS = ['once', 'month', 'year'] as const satisfies readonly CostLine['per'][];

/** Who sees it in the catalog and may order it: whoever is in one of these. Nothing named: everybody. */
export interface OfferingAudience {
  readonly groupIds?: readonly string[];
  readonly departments?: readonly string[];
  readonly sites?: readonly string[];
}

/** A request carries the plan that it was ordered under: it has to fit beside everything else. */
export const MAX_PLAN_CHARS = 20_000;
export const MAX_STAGES = 12;
export const MAX_TASKS = 40;
/** Of a whole plan: all of them may be taken in one transaction. */
export const MAX_STEPS = 20;
