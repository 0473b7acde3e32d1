/**
 * Typed pairs between records of any practice (ITIL 4: "caused by", "duplicate of" …). Practices never import each other
 * to point at each other. Each relation has exactly one inverse; both directions are written in one transaction.
 */
export const RELATIONS = {
  relatedTo: 'relatedTo',
  duplicateOf: 'hasDuplicate',
  hasDuplicate: 'duplicateOf',
  childOf: 'parentOf',
  parentOf: 'childOf',
  orderedWith: 'orderedWith',
  followUpOf: 'followedUpBy',
  followedUpBy: 'followUpOf',
  causedBy: 'causes',
  causes: 'causedBy',
  fixedBy: 'fixes',
  fixes: 'fixedBy',
  solvedWith: 'solves',
  solves: 'solvedWith',
  discusses: 'discussedIn',
  discussedIn: 'discusses',
} as const;

export type Relation = keyof typeof RELATIONS;

/** One direction of a link as the record at hand sees it. */
export interface Link {
  readonly relation: Relation;
  readonly otherId: string;
  readonly at: string;
  readonly by: string;
}

export type LinkChange = { readonly kind: 'add' | 'remove'; readonly relation: Relation; readonly otherId: string };

export function isRelation(value: string): value is Relation {
  return value in RELATIONS;
}
