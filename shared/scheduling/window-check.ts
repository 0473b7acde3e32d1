import { IANAZone } from 'luxon';
import { ENVIRONMENTS, ITEM_CLASSES } from '../configuration/configuration-schema';
import { isObject, RECORD_ID, type DecideContext, type FieldProblem } from '../kernel';
import { occurrencesProblems, told } from './occurrence-check';

type Values = Readonly<Record<string, unknown>>;
type Problem = Omit<FieldProblem, 'field'>;

/** What freezes and maintenance windows name. */
export interface WindowDirectory {
  service(id: string): object | undefined;
  item(id: string): object | undefined;
  group(id: string): { readonly retired: boolean } | undefined;
}

const MAX_IN_SCOPE = 200;
const MAX_REGION_CHARS = 60;
/** Of a field that is wrong all over, whoever mends it needs the beginning. */
const MAX_PROBLEMS = 5;

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((entry) => typeof entry === 'string');
const isRegion = (value: string): boolean => value.trim() !== '' && value.length <= MAX_REGION_CHARS && !/\p{Cc}/u.test(value);
const isZone = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z]/.test(value) && IANAZone.isValidZone(value);

/** How the values of each dimension are told from others. Retired entries may stay: they count for nothing. */
function dimensions(directory: WindowDirectory): Readonly<Record<string, (value: string) => boolean>> {
  return {
    serviceIds: (id) => RECORD_ID.test(id) && directory.service(id) !== undefined,
    itemIds: (id) => RECORD_ID.test(id) && directory.item(id) !== undefined,
    itemClasses: (value) => (ITEM_CLASSES as readonly string[]).includes(value),
    environments: (value) => (ENVIRONMENTS as readonly string[]).includes(value),
    regions: isRegion,
  };
}

function scopeProblems(scope: unknown, directory: WindowDirectory): readonly Problem[] {
  if (scope === undefined) return [];
  if (!isObject(scope)) return [{ code: 'badScope' }];
  const known = dimensions(directory);
  return Object.entries(scope).flatMap(([name, values]): readonly Problem[] => {
    const isKnown = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!isKnown) return [{ code: 'unknownScope', params: { name: told(name) } }];
    if (!isTexts(values)) return [{ code: 'notList' }];
    if (values.length > MAX_IN_SCOPE) return [{ code: 'tooMany', params: { max: MAX_IN_SCOPE } }];
    return values.filter((value) => !isKnown(value)).map((value) => ({ code: 'notInScope', params: { value: told(value) } }));
  });
}

function referenceProblems({ itemIds, serviceIds, approverGroupId }: Values, directory: WindowDirectory): readonly FieldProblem[] {
  const isUnknown = (ids: unknown, find: (id: string) => object | undefined): boolean => isTexts(ids) && ids.some((id) => !find(id));
  return [
    ...(isUnknown(itemIds, directory.item) ? [{ field: 'itemIds', code: 'notFound' }] : []),
    ...(isUnknown(serviceIds, directory.service) ? [{ field: 'serviceIds', code: 'notFound' }] : []),
    ...(typeof approverGroupId === 'string' && directory.group(approverGroupId)?.retired !== false ? [{ field: 'approverGroupId', code: 'notFound' }] : []),
  ];
}

/** How many votes of which group an exception needs. */
function quorumProblems({ approverGroupId, approverCount }: Values): readonly FieldProblem[] {
  if (approverCount === undefined) return [];
  if (!Number.isInteger(approverCount)) return [{ field: 'approverCount', code: 'notWhole' }];
  return approverGroupId === undefined ? [{ field: 'approverGroupId', code: 'countWithoutGroup' }] : [];
}

/** Everything about a freeze or a maintenance window that its schema cannot say; each problem names the field and what to do. */
export function checkWindow(values: Values, { config }: DecideContext<unknown>): readonly FieldProblem[] {
  const directory = config as WindowDirectory;
  const zone = isZone(values.zone) ? values.zone : undefined;
  const of = (field: string, problems: readonly Problem[]): FieldProblem[] => problems.slice(0, MAX_PROBLEMS).map((problem) => ({ field, ...problem }));
  return [
    ...(zone ? [] : [{ field: 'zone', code: 'notZone' }]),
    ...of('occurrences', occurrencesProblems(values.occurrences, zone)),
    ...of('scope', scopeProblems(values.scope, directory)),
    ...referenceProblems(values, directory),
    ...quorumProblems(values),
  ];
}
