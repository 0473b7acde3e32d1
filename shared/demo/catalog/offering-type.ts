import type { Schema } from '../../kernel';

/** Whose approval an order needs, as the catalog knows it. */
export type ApprovalKey = 'manager' | 'systemOwner' | 'security' | 'budget';

export interface DemoOffering {
  readonly key: string;
  readonly name: string;
  readonly nameDe: string;
  readonly description: string;
  readonly descriptionDe: string;
  readonly categoryKey: string;
  readonly groupKey: string;
  readonly form: Schema;
  readonly approvals: readonly ApprovalKey[];
  /** One fulfillment task each. */
  readonly tasks: readonly string[];
  /** Minutes of business hours; absent where a date in the form decides. */
  readonly targetMinutes?: number;
}
