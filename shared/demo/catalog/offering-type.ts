import type { Schema } from '../../kernel';

/** What an employee sees of a catalog item; how it is fulfilled stands in `fulfillment.ts`. */
export interface DemoOffering {
  readonly key: string;
  readonly name: string;
  readonly nameDe: string;
  readonly description: string;
  readonly descriptionDe: string;
  readonly categoryKey: string;
  readonly groupKey: string;
  readonly form: Schema;
  /** Minutes of business hours; absent where a date in the form decides. */
  readonly targetMinutes?: number;
}
