import type { Group } from '../people';

/** May tickets go to this group? */
export function isSupportGroup(group: Group | undefined): group is Group {
  return group !== undefined && !group.retired && !group.isBoard;
}

/** Is nobody picked in this group, so that its people take and assign by hand? */
export const isByHand = (group: Group | undefined): boolean => (group?.strategy ?? 'manual') === 'manual';
