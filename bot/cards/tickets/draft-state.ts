import { REACHES, WORK_EFFECTS, KINDS, type Reach, type TicketKind, type WorkEffect } from '../../../shared/tickets';

const MAX_FILES = 20;

export interface DraftFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** A drafted ticket lives on its card until it is created: nothing is stored for it. */
export interface DraftState {
  /** Makes pressing twice create one ticket. */
  readonly draftId: string;
  /** Only the author creates it; in a channel everybody sees the button. */
  readonly authorId: string;
  readonly title: string;
  readonly description: string;
  /** A text too long for a card waits in this upload; `description` is then only its beginning. */
  readonly longTextId?: string | undefined;
  readonly kind: TicketKind;
  readonly reach: Reach;
  readonly work: WorkEffect;
  readonly categoryId?: string | undefined;
  readonly files: readonly DraftFile[];
  /** The ended ticket that this goes on from. */
  readonly followUpOfId?: string | undefined;
}

/** What the draft's buttons carry beside the inputs. */
export function draftData(state: DraftState): Readonly<Record<string, unknown>> {
  const { draftId, authorId, files, longTextId, followUpOfId } = state;
  return { draft: draftId, by: authorId, ...(files.length > 0 && { files: files.map((file) => file.id) }), ...(longTextId && { longTextId }), ...(followUpOfId && { followUpOfId }) };
}

/** The whole draft, for buttons on cards that do not have its inputs. */
export function wholeDraft(state: DraftState): Readonly<Record<string, unknown>> {
  const { title, description, kind, reach, work, categoryId } = state;
  return { ...draftData(state), fields: { title, description, kind, reach, work, ...(categoryId && { categoryId }) } };
}

const isFileId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{8,64}$/.test(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(values: readonly T[], value: unknown, fallback: T): T => (values.includes(value as T) ? (value as T) : fallback);

/** Cards carry only the ids; names are read again where they are shown. */
function readFiles(value: unknown): readonly DraftFile[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_FILES).flatMap((id: unknown) => (isFileId(id) ? [{ id, name: '', bytes: 0 }] : []));
}

/** Reads a draft back from what a card sent; nothing in it is trusted, what is odd becomes a default. */
export function readDraft(card: Readonly<Record<string, unknown>>, inputs: Readonly<Record<string, unknown>>): DraftState | undefined {
  const fields = { ...(typeof card.fields === 'object' && card.fields !== null ? (card.fields as Record<string, unknown>) : {}), ...inputs };
  if (typeof card.draft !== 'string' || typeof card.by !== 'string' || !/^[\w-]{1,64}$/.test(card.draft)) return undefined;
  return {
    draftId: card.draft,
    authorId: card.by,
    title: text(fields.title),
    description: text(fields.description),
    longTextId: isFileId(card.longTextId) ? card.longTextId : undefined,
    kind: oneOf(KINDS, fields.kind, 'incident'),
    reach: oneOf(REACHES, fields.reach, 'me'),
    work: oneOf(WORK_EFFECTS, fields.work, 'workaround'),
    categoryId: text(fields.categoryId) || undefined,
    files: readFiles(card.files),
    followUpOfId: typeof card.followUpOfId === 'string' ? card.followUpOfId : undefined,
  };
}
