import { draftTicket } from '../../shared/app';
import { isRefused, type FileMeta } from '../../shared/kernel';
import { routeToGroup } from '../../shared/routing';
import { assess, draftOf, resolutionDueOf, type TicketRow } from '../../shared/tickets';
import { bytesOf, cutText, oneLine, visibleText } from '../cards/parts/plain-text';
import { draftCard, type DraftCardInput } from '../cards/tickets/draft-card';
import type { DraftState } from '../cards/tickets/draft-state';
import type { CardJson, Notice } from '../cards/types';
import { needsReader } from './lists';
import type { Turn } from './turn';
import { ownWords } from './understand';

/** A longer text waits in an upload until the ticket is created: a card has no room for it. */
const MAX_BYTES_ON_CARD = 5_000;
/** The schema's limit for a description; what is longer is attached as a file. */
const MAX_DESCRIPTION = 20_000;
const MAX_TITLE = 200;
const OWN = 3;
const LOOKED_THROUGH = 50;

/** A free text as a draft. Nothing is stored for it, unless the text is too long for a card. */
export async function newDraft(turn: Turn, text: string, files: readonly FileMeta[], followUpOfId?: string): Promise<DraftState> {
  const { app, actor } = turn;
  const whole = visibleText(text).trim();
  const draft = draftOf(ownWords(whole) || whole, actor, app.desk.directory, turn.context.now);
  const title = cutText(oneLine(draft.title), MAX_TITLE);
  const saysMore = oneLine(whole).replace(/[.!]$/, '').toLowerCase() !== title.toLowerCase();
  const state: DraftState = {
    draftId: turn.newId(), authorId: actor.id, title, description: saysMore ? whole : '',
    kind: draft.kind, reach: draft.reach, work: draft.work, categoryId: draft.categoryId,
    files: files.map(({ id, name, bytes }) => ({ id, name, bytes })), followUpOfId,
  };
  return fitOnCard(turn, state);
}

/** Moves a text that is too long for a card into an upload; the draft keeps its beginning. */
export async function fitOnCard({ app, actor }: Turn, state: DraftState): Promise<DraftState> {
  if (bytesOf(state.description) <= MAX_BYTES_ON_CARD) return state;
  const stored = await app.uploads.store({ name: 'message.txt', type: 'text/plain', content: Buffer.from(state.description) }, actor);
  if (isRefused(stored)) return { ...state, description: cutText(state.description, 1_000) };
  const isAttached = state.description.length > MAX_DESCRIPTION;
  const files = isAttached ? [...state.files, { id: stored.id, name: stored.name, bytes: stored.bytes }] : state.files;
  return { ...state, longTextId: stored.id, description: cutText(state.description, 1_000), files };
}

/** The description for the ticket; undefined when the long text is gone. Only the author's own uploads are read. */
export async function wholeDescription({ app, actor }: Turn, state: DraftState): Promise<string | undefined> {
  if (!state.longTextId) return state.description;
  const isOwn = (await app.uploads.claim([state.longTextId], actor)) !== undefined;
  const text = isOwn ? (await app.uploads.read(state.longTextId))?.toString('utf8') : undefined;
  return text === undefined ? undefined : cutText(text, MAX_DESCRIPTION);
}

function previewOf({ app, actor, context }: Turn, state: DraftState): DraftCardInput['preview'] {
  const { directory } = app.desk;
  const { priority } = assess(state.reach, state.work);
  const { kind, categoryId, title, description } = state;
  const { groupId } = routeToGroup(directory, { kind, categoryId, priority, requesterId: actor.id, channel: actor.channel, text: `${title}\n${description}` });
  const fields = { kind: state.kind, priority, categoryId: state.categoryId, groupId, requesterId: actor.id };
  return { priority, groupName: directory.group(groupId)?.name, dueAt: resolutionDueOf(fields, directory, context.now) };
}

/** The author's own tickets that this may belong to: like it, or waiting for them, or the latest. */
async function ownTickets({ app, actor, isShared }: Turn, similarIds: readonly string[]): Promise<readonly TicketRow[]> {
  if (isShared) return [];
  const page = await app.list({ list: 'tickets.open', filters: { scope: 'reported', withResolved: true }, sort: '-updatedAt', limit: LOOKED_THROUGH, actor });
  const rank = (row: TicketRow): number => Number(similarIds.includes(row.id)) * 2 + Number(needsReader(row));
  const rows = isRefused(page) ? [] : (page.items as readonly TicketRow[]).filter((row) => row.can.includes('tickets.reply'));
  return [...rows].sort((left, right) => rank(right) - rank(left)).slice(0, OWN);
}

/** The draft with the names of its files, as far as they are still there and its author's. */
async function withFileNames({ app, actor }: Turn, state: DraftState): Promise<DraftState> {
  if (state.files.every((file) => file.name !== '')) return state;
  const files = await app.uploads.claim(state.files.map((file) => file.id), actor);
  return files ? { ...state, files } : state;
}

/** What a draft is about, for whatever may make it unnecessary. */
export const textOf = ({ title, description }: DraftState): string => `${title} ${ownWords(description)}`.trim();

/** The draft as a card, with what may make it unnecessary. Where others read along, nothing that not everybody may read. */
export async function showDraft(turn: Turn, shown: DraftState, notice?: Notice): Promise<CardJson> {
  const { app, actor, reader, context, isShared } = turn;
  const state = await withFileNames(turn, shown);
  const text = textOf(state);
  const found = text ? draftTicket(app, text, actor) : undefined;
  const articles = (found?.articles ?? [])
    .flatMap(({ id }) => app.desk.directory.article(id) ?? [])
    .filter((article) => !isShared || article.audience === 'everyone');
  const similar = isShared ? [] : (found?.similar ?? []);
  const own = await ownTickets(turn, similar.map(({ id }) => id));
  return draftCard({
    state, reader, context, notice, articles,
    known: found?.known ?? [],
    preview: previewOf(turn, state),
    disturbance: found?.disturbance,
    similar,
    own,
    isOwnOpen: state.title === '' || (!state.categoryId && own.some(needsReader)),
    offerings: (found?.offerings ?? []).slice(0, 2),
    likeliest: found?.likeliest,
  });
}
