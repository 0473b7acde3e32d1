import type { ChangeRow } from '../../../../shared/changes/change-views';
import type { Me } from '../../lib/api-types';

export const FILTER_NAMES = ['type', 'risk', 'groupId', 'serviceId', 'itemId', 'mine'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
/** As the address keeps them: several values are separated by commas. */
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export function filtersOf(query: URLSearchParams): Filters {
  return Object.fromEntries(FILTER_NAMES.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])));
}

const includes = (wanted: string | undefined, value: string | undefined): boolean => wanted === undefined || (value !== undefined && wanted.split(',').includes(value));

/** Somebody proposed it, does it, or works in the group that does it. */
function isMine({ requesterId, implementerId, groupId }: ChangeRow, me: Me): boolean {
  return requesterId === me.id || implementerId === me.id || me.groups.some(({ id }) => id === groupId);
}

export function matches(row: ChangeRow, filters: Filters, me: Me): boolean {
  const { type, risk, groupId, serviceId, itemId, mine } = filters;
  return (
    includes(type, row.type) && includes(risk, row.risk) && includes(groupId, row.groupId) &&
    (serviceId === undefined || row.serviceIds.includes(serviceId)) && (itemId === undefined || row.itemIds.includes(itemId)) && (mine === undefined || isMine(row, me))
  );
}

/** Names of what the changes are about, so that it can be chosen; what was seen once stays. */
export function namesIn(rows: readonly ChangeRow[], ids: 'serviceIds' | 'itemIds', names: 'services' | 'items'): readonly (readonly [string, string])[] {
  return rows.flatMap((row) => row[ids].map((id, index) => [id, row[names][index] ?? id] as const));
}
