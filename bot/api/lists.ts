import { findList } from '../../shared/app';
import { AppError, coerceStrings, isRefused, keyReads, MAX_PAGE, parseInput, refuse, type Refused } from '../../shared/kernel';
import { HttpError } from './errors';
import { ok, type ApiDeps, type ApiRequest, type KeyGate, type Reply, type Route } from './http';
import { readFilters, readInteger, readText } from './query';
import { refusalReply } from './refusals';

const RESERVED = ['sort', 'limit', 'cursor', 'total'];
const DEFAULT_PAGE = 50;
const MAX_VIEWS = 50;

type Filters = Readonly<Record<string, unknown>>;

/** The filters of several views, as the list understands them. */
function readViews(list: string, text: string | undefined): readonly Filters[] | Refused {
  const found = findList(list);
  if (!found || found.list.source !== 'desk') return refuse('kernel.notFound');
  const views = parseViews(text);
  const parsed = views.map((view) => parseInput(found.list.filters, coerceStrings(found.list.filters, view as Record<string, unknown>)));
  const problems = parsed.flatMap((result, index) =>
    'problems' in result ? result.problems.map((problem) => ({ ...problem, field: `views.${index}.${problem.field}` })) : [],
  );
  if (problems.length > 0) return refuse('kernel.invalidInput', undefined, problems);
  return parsed.map((result) => ('value' in result ? result.value : {}));
}

function parseViews(text: string | undefined): readonly object[] {
  let views: unknown;
  try {
    views = JSON.parse(text ?? '[{}]');
  } catch {
    throw new HttpError(400, 'malformedJson');
  }
  const isList = Array.isArray(views) && views.every((view) => typeof view === 'object' && view !== null && !Array.isArray(view));
  if (!isList) throw new HttpError(400, 'notViews');
  if ((views as object[]).length > MAX_VIEWS) throw new AppError('invalid', 'tooManyViews');
  return views as object[];
}

/** A key that may not read the practice is told so: an empty list would say that there is nothing. */
const readsList: KeyGate = (key, { list = '' }) => keyReads({ key }, findList(list)?.practice.name ?? '');

/** Pages and counters of lists; what the reader may not see is in neither. */
export function listRoutes({ app }: ApiDeps): readonly Route[] {
  const refused = (request: ApiRequest, { refused: refusal }: Refused): Reply =>
    refusalReply({ refusal, language: request.language(), now: app.clock.now().toISOString(), schema: findList(request.params.list ?? '')?.list.filters });

  async function page(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const { query, params } = request;
    const found = await app.list({
      list: params.list ?? '',
      filters: readFilters(query, RESERVED),
      sort: readText(query, 'sort'),
      limit: readInteger(query, 'limit', { fallback: DEFAULT_PAGE, max: MAX_PAGE }),
      cursor: readText(query, 'cursor'),
      withTotal: query.get('total') === 'true',
      actor,
    });
    return isRefused(found) ? refused(request, found) : ok(found);
  }

  async function counts(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const list = request.params.list ?? '';
    const views = readViews(list, readText(request.query, 'views'));
    return isRefused(views) ? refused(request, views) : ok({ counts: app.counts(list, views, actor) });
  }

  return [
    { method: 'get', path: '/api/lists/:list', handle: page, forKeys: readsList },
    { method: 'get', path: '/api/counts/:list', handle: counts, forKeys: readsList },
  ];
}
