import type { ConditionFields } from '../../../../shared/kernel';
import type { ItemView, ServiceView } from '../kinds/types';

/** A change as far as policies look at it. */
export interface Imagined {
  readonly type: string;
  readonly risk: string;
  readonly services: readonly ServiceView[];
  readonly items: readonly ItemView[];
  readonly groupId?: string | undefined;
  readonly emergencyReason?: string | undefined;
  readonly isOutage: boolean;
}

const several = (values: readonly string[]): readonly string[] => [...new Set(values)];
const some = (isSo: boolean): string | undefined => (isSo ? 'true' : undefined);

/** What conditions of policies would see of such a change. */
export function fieldsOf({ type, risk, services, items, groupId, emergencyReason, isOutage }: Imagined): ConditionFields {
  return {
    type, risk, groupId,
    environment: several(items.map(({ environment }) => environment)),
    itemClass: several(items.map((item) => item.class)),
    criticality: several(items.map(({ criticality }) => criticality)),
    serviceTier: several(services.map(({ tier }) => tier)),
    serviceIds: services.map(({ id }) => id),
    itemIds: items.map(({ id }) => id),
    emergencyReason: type === 'emergency' ? emergencyReason : undefined,
    isRegulated: some(services.some(({ isRegulated }) => isRegulated === true)),
    isSecurityRelevant: some(items.some(({ isSecurityRelevant }) => isSecurityRelevant === true)),
    isOutage: some(isOutage),
  };
}
