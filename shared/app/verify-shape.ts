import { isObject } from '../kernel';

type Kind = 'string' | 'number' | 'object' | 'list';

const KINDS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  object: isObject,
  list: (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
};

/** Members that the checks rely on; whether what they say is true, is what the checks are about. */
const HEAD = { practice: 'string', record: 'object', 'record.id': 'string', 'record.version': 'number', extra: 'object', rows: 'list', tip: 'string', marks: 'object' } as const;
const EVENT = { recordId: 'string', seq: 'number', at: 'string', event: 'object', 'event.type': 'string', seal: 'string' } as const;
const ANCHOR = { key: 'string', until: 'string', previous: 'string', hash: 'string', lines: 'string' } as const;

function firstUnlike(data: unknown, shape: Readonly<Record<string, Kind>>): string | undefined {
  const member = (path: string): unknown => path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), data);
  return Object.keys(shape).find((path) => !KINDS[shape[path] as Kind](member(path)));
}

/** The first member of a stored head that is missing or of another kind than it can have been written; undefined: it can be looked at. */
export const brokenInHead = (data: unknown): string | undefined => firstUnlike(data, HEAD);

/** The same of a stored event. */
export const brokenInEvent = (data: unknown): string | undefined => firstUnlike(data, EVENT);

/** The same of an anchor. */
export const brokenInAnchor = (data: unknown): string | undefined => firstUnlike(data, ANCHOR);
