import { filled } from '../../actions/types';
import type { OfferingConfig } from '../../lib/api-types';
import type { CartLine } from './cart';

/** What is sent for one item. Files are named twice: whoever sends them must have uploaded them, and each belongs to a field. */
export function orderInput({ offeringId, answers, values }: Pick<CartLine, 'offeringId' | 'answers' | 'values'>, offering: OfferingConfig | undefined, orderId?: string): Readonly<Record<string, unknown>> {
  const given = filled(answers);
  const ofAnswers = Object.entries(offering?.form ?? {}).flatMap(([name, { kind }]) => (kind === 'files' ? ((given[name] ?? []) as readonly string[]) : []));
  const files = [...((values['files'] ?? []) as readonly string[]), ...ofAnswers];
  return { ...filled({ ...values, files }), title: offering?.name ?? offeringId, kind: 'request', offeringId, answers: given, ...(orderId && { orderId }) };
}
