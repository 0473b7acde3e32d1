import type { Directory } from '../catalog';
import type { Item, Service } from '../configuration';
import type { ConditionFields } from '../kernel';
import type { PlannedWork } from '../scheduling';
import type { Change, ChangeContent, ContentDifference, RiskAssessment } from './change';
import type { ContentPart } from './change-schema';

/** A change as far as it is written: before it exists, too. */
export type DraftedChange = ChangeContent & Pick<Change, 'type'> & Partial<Pick<Change, 'id' | 'templateId' | 'emergencyReason' | 'requesterId' | 'writtenBy'>>;

/** Which part of what is decided about a field belongs to; title, description and reason can be corrected without anybody's consent. */
export const PART_OF: Readonly<Partial<Record<keyof ChangeContent, ContentPart>>> = {
  implementationPlan: 'plan', testPlan: 'plan', backoutPlan: 'plan', isBackoutTested: 'plan',
  impact: 'scope', reach: 'scope', isOutage: 'scope', outageMinutes: 'scope', isVendorInvolved: 'scope',
  serviceIds: 'items', itemIds: 'items',
  plannedStart: 'window', plannedEnd: 'window',
  experience: 'risk', complexity: 'risk', recoverability: 'risk', testing: 'risk', visibility: 'risk', coordination: 'risk',
};

/** Who wrote what is decided about, after an edit: of each field whoever wrote it last. */
export function writtenAfter({ writtenBy }: Pick<Change, 'writtenBy'>, differences: readonly ContentDifference[], by: string): Readonly<Record<string, string>> {
  const bound = differences.filter(({ field }) => PART_OF[field as keyof ChangeContent] !== undefined);
  return { ...writtenBy, ...Object.fromEntries(bound.map(({ field }) => [field, by])) };
}

export function itemsOf(change: Pick<ChangeContent, 'itemIds'>, config: Directory): readonly Item[] {
  return (change.itemIds ?? []).flatMap((id) => config.item(id) ?? []);
}

/** The services a change names, and those of its items. */
export function servicesOf(change: Pick<ChangeContent, 'itemIds' | 'serviceIds'>, config: Directory): readonly Service[] {
  const ids = new Set([...(change.serviceIds ?? []), ...itemsOf(change, config).flatMap(({ serviceIds }) => serviceIds ?? [])]);
  return [...ids].flatMap((id) => config.service(id) ?? []);
}

/** What conditions of approval policies and of boards may look at. */
export function conditionFieldsOf(change: DraftedChange, risk: Pick<RiskAssessment, 'level'>, config: Directory): ConditionFields {
  const items = itemsOf(change, config);
  const services = servicesOf(change, config);
  const some = (isSo: boolean): string | undefined => (isSo ? 'true' : undefined);
  return {
    type: change.type,
    risk: risk.level,
    environment: [...new Set(items.map(({ environment }) => environment))],
    itemClass: [...new Set(items.map((item) => item.class))],
    criticality: [...new Set(items.map(({ criticality }) => criticality))],
    serviceTier: [...new Set(services.map(({ tier }) => tier))],
    serviceIds: services.map(({ id }) => id),
    itemIds: items.map(({ id }) => id),
    groupId: change.groupId,
    categoryId: change.categoryId,
    templateId: change.templateId,
    emergencyReason: change.emergencyReason,
    isRegulated: some(services.some(({ isRegulated }) => isRegulated === true)),
    isSecurityRelevant: some(items.some(({ isSecurityRelevant }) => isSecurityRelevant === true)),
    isOutage: some(change.isOutage === true),
  };
}

/** The change as the calendar sees it; undefined while it has no window. */
export function workOf(change: DraftedChange, config: Directory): PlannedWork | undefined {
  const { plannedStart, plannedEnd } = change;
  if (!plannedStart || !plannedEnd || plannedEnd <= plannedStart) return undefined;
  return {
    type: change.type, serviceIds: servicesOf(change, config).map(({ id }) => id), itemIds: change.itemIds ?? [], from: plannedStart, to: plannedEnd,
    ...(change.id && { changeId: change.id }), ...(change.templateId && { templateId: change.templateId }), ...(change.implementerId && { implementerId: change.implementerId }),
  };
}
