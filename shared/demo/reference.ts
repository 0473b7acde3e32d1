/** Points at another entry of the demo by its key; becomes that entry's id when the demo is written to a store. */
export interface Reference {
  readonly ref: string;
}

const to = (prefix: string) => (key: string): Reference => ({ ref: `${prefix}:${key}` });

export const toPerson = to('person');
export const toGroup = to('group');
export const toSkill = to('skill');
export const toCategory = to('category');
export const toCalendar = to('calendar');
export const toOffering = to('offering');
export const toTicket = to('ticket');
export const toService = to('service');
export const toItem = to('item');
export const toFreeze = to('freeze');
export const toBoard = to('board');
export const toTemplate = to('template');
export const toChange = to('change');
export const toMeeting = to('meeting');

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && typeof (value as Reference).ref === 'string' && Object.keys(value).length === 1;
}

/** Every key that an input points at. */
export function referencesIn(value: unknown): readonly string[] {
  if (isReference(value)) return [value.ref];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(referencesIn);
}

/** The input with every reference replaced by an id. */
export function resolveReferences(value: unknown, idOf: (key: string) => string): unknown {
  if (isReference(value)) return idOf(value.ref);
  if (Array.isArray(value)) return value.map((entry) => resolveReferences(entry, idOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, resolveReferences(entry, idOf)]));
}
