import { when } from '../../kernel';
import type { CostLine, PlanApproval, PlanStage, PlanStep, PlanTask } from '../../catalog/plan-schema';
import { toGroup, toPerson, type Reference } from '../reference';

/** Parts of plans that point at people and groups by reference: they become ids when the demo is written. */
type Referring<T> = { readonly [K in keyof T]: T[K] extends string | undefined ? T[K] | Reference : T[K] extends readonly (infer E)[] | undefined ? readonly Referring<E>[] : T[K] };
export type DemoApproval = Referring<PlanApproval>;
export type DemoTask = Referring<PlanTask>;
export type DemoStep = Referring<PlanStep>;
export interface DemoStage extends Omit<PlanStage, 'approvals' | 'tasks' | 'steps'> {
  readonly approvals?: readonly DemoApproval[];
  readonly tasks?: readonly DemoTask[];
  readonly steps?: readonly DemoStep[];
}

/** How a catalog item is fulfilled. */
export interface DemoFulfillment {
  readonly key: string;
  readonly ownerKey: string;
  readonly plan: readonly DemoStage[];
  readonly costs?: readonly CostLine[];
  readonly targetField?: string;
  readonly keywords?: string;
  readonly departments?: readonly string[];
}

const words = (en: string, de: string) => ({ en, de });

export const manager: DemoApproval = { id: 'manager', from: [{ kind: 'manager' }] };
/** The head of security, or whoever of the group is there. */
export const security: DemoApproval = { id: 'security', from: [{ kind: 'group', groupId: toGroup('security') as never }], order: 2 };
/** The CFO, above a limit in euros for the first year. */
export const budgetFrom = (limit: number): DemoApproval => ({ id: 'budget', from: [{ kind: 'person', personId: toPerson('henrik.lund') as never }], order: 3, conditions: [[{ field: 'request.cost', atLeast: limit }]] });
export const owner = (...from: DemoApproval['from'][number][]): DemoApproval => ({ id: 'systemOwner', from, order: 2 });
export const onlyIf = (approval: DemoApproval, conditions: NonNullable<PlanApproval['conditions']>): DemoApproval => ({ ...approval, conditions });

/** Tasks one after the other, each due so many working hours after it opens. */
export function inSequence(...rows: readonly (readonly [en: string, de: string, hours: number, more?: Partial<DemoTask>])[]): readonly DemoTask[] {
  return rows.map(([en, de, hours, more], index) => ({ id: `t${index + 1}`, title: words(en, de), dueMinutes: hours * 60, ...(index > 0 && { after: [`t${index}`] }), ...more }));
}

/** Tasks side by side. */
export function sideBySide(...rows: readonly (readonly [en: string, de: string, hours: number, more?: Partial<DemoTask>])[]): readonly DemoTask[] {
  return rows.map(([en, de, hours, more], index) => ({ id: `t${index + 1}`, title: words(en, de), dueMinutes: hours * 60, ...more }));
}

export const by = (groupKey: string): Partial<DemoTask> => ({ groupId: toGroup(groupKey) });
export const ifAnswered = (field: string, ...values: string[]): Partial<DemoTask> => ({ conditions: when(field, ...values) });

/** One stage: whoever has to agree, then the work. */
export const oneStage = (approvals: readonly DemoApproval[], tasks: readonly DemoTask[], onRefusal?: string): readonly DemoStage[] => [
  { id: 'delivery', name: words('Delivery', 'Lieferung'), ...(approvals.length > 0 && { approvals }), tasks, ...(onRefusal && { onRefusal }) },
];

export const stage = (id: string, en: string, de: string, more: Omit<DemoStage, 'id' | 'name'>): DemoStage => ({ id, name: words(en, de), ...more });
export const message = (id: string, en: string, de: string): DemoStep => ({ id, kind: 'message', to: 'requester', text: words(en, de) });
