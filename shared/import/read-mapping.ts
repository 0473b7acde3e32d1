import {
  BASE_MAPPING, COLUMN_ROLES, REQUIRED_ROLES, isResolutionCode, readStep, type ColumnRole, type LogMapping,
} from './mapping';
import { isTimeFormat, isZone } from './times';

/** One thing that is wrong in a mapping file: where, and a text key below `import.mapping.`. */
export interface MappingProblem {
  readonly path: string;
  readonly code: 'notObject' | 'unknownEntry' | 'notText' | 'notTexts' | 'notOffered' | 'required' | 'badDateFormat' | 'badZone';
  readonly params?: Readonly<Record<string, string>>;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= 500;
const isPriority = (text: string): boolean => /^P[1-4]$/.test(text);

const TEXTS = ['source', 'dateFormat', 'zone'] as const;
const LISTS = ['title', 'unknown', 'groupMembers', 'ignore'] as const;
const CHOICES = { otherStates: ['report', 'keep'], otherColumns: ['keep', 'drop'] } as const;
const TABLES = ['columns', 'states', 'levels', 'priorities', 'resolutionCodes', 'groups', 'people', 'values'] as const;

/** What an entry of a table may say, as far as it is not free text. */
const ENTRY: Partial<Record<(typeof TABLES)[number], { readonly test: (text: string) => boolean; readonly offered: string }>> = {
  states: { test: (text) => readStep(text) !== undefined, offered: 'new, assigned, inProgress, onHold:<reason>, resolved, closed, cancelled, keep' },
  levels: { test: (text) => /^[123]$/.test(text), offered: '1, 2, 3' },
  priorities: { test: isPriority, offered: 'P1, P2, P3, P4' },
  resolutionCodes: { test: isResolutionCode, offered: 'fixed, workaround, …' },
};

/** Reads a mapping file over `base`; tables are laid over the base's, everything else replaces it. All problems at once. */
export function readMapping(json: unknown, base: LogMapping = BASE_MAPPING): { readonly mapping: LogMapping } | { readonly problems: readonly MappingProblem[] } {
  if (!isObject(json)) return { problems: [{ path: '', code: 'notObject' }] };
  const problems: MappingProblem[] = [];
  const mapping: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(json)) {
    if (name === '$comment') continue;
    problems.push(...readEntry(name, value, mapping, base));
  }
  const read = mapping as unknown as LogMapping;
  const named = isObject(json['columns']) ? Object.values(json['columns']).filter(isText) : [];
  problems.push(...REQUIRED_ROLES.filter((role) => !read.columns[role]).map((role): MappingProblem => ({ path: `columns.${role}`, code: 'required' })));
  if (!isTimeFormat(read.dateFormat)) problems.push({ path: 'dateFormat', code: 'badDateFormat' });
  if (!isZone(read.zone)) problems.push({ path: 'zone', code: 'badZone', params: { value: read.zone } });
  if (problems.length > 0) return { problems };
  const values = isObject(json['values']) ? Object.values(json['values']).filter(isText) : [];
  return { mapping: { ...read, requiredColumns: [...new Set([...requiredOf(read, base), ...named, ...values])] } };
}

/** A column that the mapping file names itself and that is not there is a typing error, not an option. */
function requiredOf(mapping: LogMapping, base: LogMapping): readonly string[] {
  const replaced = COLUMN_ROLES.filter((role) => base.columns[role] && base.columns[role] !== mapping.columns[role]).map((role) => base.columns[role]);
  return base.requiredColumns.filter((column) => !replaced.includes(column));
}

function readEntry(name: string, value: unknown, mapping: Record<string, unknown>, base: LogMapping): readonly MappingProblem[] {
  if (TEXTS.some((entry) => entry === name)) {
    if (!isText(value)) return [{ path: name, code: 'notText' }];
    mapping[name] = value.trim();
    return [];
  }
  if (LISTS.some((entry) => entry === name)) {
    if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) return [{ path: name, code: 'notTexts' }];
    mapping[name] = value;
    return [];
  }
  if (Object.hasOwn(CHOICES, name)) {
    const offered: readonly string[] = CHOICES[name as keyof typeof CHOICES];
    if (!offered.includes(value as string)) return [{ path: name, code: 'notOffered', params: { offered: offered.join(', ') } }];
    mapping[name] = value;
    return [];
  }
  const table = TABLES.find((entry) => entry === name);
  return table ? readTable(table, value, mapping, base) : [{ path: name, code: 'unknownEntry' }];
}

function readTable(table: (typeof TABLES)[number], value: unknown, mapping: Record<string, unknown>, base: LogMapping): readonly MappingProblem[] {
  if (!isObject(value)) return [{ path: table, code: 'notObject' }];
  const problems: MappingProblem[] = [];
  const read: Record<string, unknown> = { ...base[table] };
  for (const [key, entry] of Object.entries(value)) {
    const path = `${table}.${key}`;
    const text = table === 'levels' ? String(entry) : entry;
    if (table === 'columns' && !COLUMN_ROLES.includes(key as ColumnRole)) problems.push({ path, code: 'unknownEntry' });
    else if (!isText(text)) problems.push({ path, code: 'notText' });
    else if (ENTRY[table] && !ENTRY[table].test(text)) problems.push({ path, code: 'notOffered', params: { offered: ENTRY[table].offered } });
    else read[key] = entryOf(table, text);
  }
  mapping[table] = read;
  return problems;
}

function entryOf(table: (typeof TABLES)[number], text: string): unknown {
  if (table === 'levels') return Number(text);
  return table === 'states' ? readStep(text) : text;
}
