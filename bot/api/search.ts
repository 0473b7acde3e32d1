import { allowedActions, draftTicket, findByNumber, joinDisturbance, practiceNamed } from '../../shared/app';
import type { Actor, Summary } from '../../shared/kernel';
import { anyKey, ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readInteger, readText } from './query';
import { readJson } from './read-body';
import { refusalReply } from './refusals';

const DEFAULT_HITS = 20;
const MAX_HITS = 50;
const MAX_DRAFT_CHARS = 5_000;
/** A hit is a hint; whoever wants the whole article opens it. */
const MAX_HIT_CHARS = 300;

function shorten(row: object): object {
  const cut = (value: unknown): unknown =>
    typeof value === 'string' && value.length > MAX_HIT_CHARS ? `${value.slice(0, MAX_HIT_CHARS).trimEnd()}…` : value;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cut(value)]));
}

/** Search over everything active, and drafts from free text: both from memory. Only a number is looked up, because ended tickets have one too. */
export function searchRoutes({ app }: ApiDeps): readonly Route[] {
  function row(summary: Summary, actor: Actor): object {
    const practice = practiceNamed(summary.practice);
    if (!practice) return summary;
    const shown = practice.row ? practice.row(summary, actor, app.desk.directory, app.clock.now().toISOString()) : summary;
    return { ...shown, can: allowedActions(practice, actor, summary) };
  }

  async function search(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const { query } = request;
    const q = readText(query, 'q');
    const limit = readInteger(query, 'limit', { fallback: DEFAULT_HITS, max: MAX_HITS });
    const practice = readText(query, 'practice');
    const found = q ? app.search.find({ q, actor, practice, limit }) : [];
    const numbered = q && (practice ?? 'tickets') === 'tickets' ? await findByNumber(app, q, actor) : [];
    const others = found.filter(({ id }) => !numbered.some((summary) => summary.id === id));
    const items = [...numbered, ...others].slice(0, limit).map((summary) => ({ ...shorten(row(summary, actor)), practice: summary.practice }));
    return ok({ items });
  }

  async function draft(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    return ok({ draft: draftTicket(app, (request.query.get('text') ?? '').slice(0, MAX_DRAFT_CHARS), actor) });
  }

  /** "Me too", or not any more, about what somebody is writing: which incident that is, they never learn. */
  async function meToo(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const { text, isAffected } = await readJson(request.raw);
    const joined = await joinDisturbance(app, typeof text === 'string' ? text.slice(0, MAX_DRAFT_CHARS) : '', actor, isAffected !== false);
    if (!('refused' in joined)) return ok(joined);
    return refusalReply({ refusal: joined.refused, language: actor.language, now: app.clock.now().toISOString() });
  }

  return [
    { method: 'get', path: '/api/search', handle: search, forKeys: anyKey },
    { method: 'get', path: '/api/draft', handle: draft },
    { method: 'post', path: '/api/draft/me-too', handle: meToo },
  ];
}
