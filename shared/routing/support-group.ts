import type { Group } from '../people';

/** May tickets go to this group? */
export function isSupportGroup(group: Group | undefined): group is Group {
  return group !== undefined && !group.retired && !group.isBoard;
}
