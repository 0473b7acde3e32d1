import type { Directory } from '../catalog';

export interface Route {
  readonly groupId?: string;
  /** Why this group, a text key below `routing.`. */
  readonly because: 'category' | 'parentCategory' | 'offering' | 'fallback' | 'nobody';
}

/** The support group for a new ticket: offering, category, parent category, fallback (domain.md 6.1, step 1). */
export function routeToGroup(directory: Directory, categoryId: string | undefined, offeringId?: string): Route {
  const offering = directory.offering(offeringId);
  if (isActive(directory, offering?.groupId)) return { groupId: offering!.groupId!, because: 'offering' };
  const category = directory.category(categoryId ?? offering?.categoryId);
  if (isActive(directory, category?.groupId)) return { groupId: category!.groupId!, because: 'category' };
  const parent = directory.category(category?.parentId);
  if (isActive(directory, parent?.groupId)) return { groupId: parent!.groupId!, because: 'parentCategory' };
  const fallback = directory.settings().fallbackGroupId;
  return isActive(directory, fallback) ? { groupId: fallback!, because: 'fallback' } : { because: 'nobody' };
}

function isActive(directory: Directory, groupId: string | undefined): boolean {
  const group = directory.group(groupId);
  return group !== undefined && !group.retired && !group.isBoard;
}
