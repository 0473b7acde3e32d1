import { categoryPath, type Directory } from '../catalog';
import type { Actor } from '../kernel';
import { findCategory, routeToGroup, type CategoryFinding } from '../routing';
import { evaluateClocks } from '../sla';
import { assess } from './priority';
import type { Ticket } from './ticket';
import { canReadInternal } from './ticket-permissions';
import { readText } from './read-text';
import type { Priority, Reach, TicketKind, WorkEffect } from './ticket-schema';

/** What a free text would become as a ticket. Everything in it can be changed before it is filed. */
export interface TicketDraft {
  readonly title: string;
  readonly description: string;
  readonly kind: TicketKind;
  readonly reach: Reach;
  readonly work: WorkEffect;
  readonly priority: Priority;
  readonly categoryId?: string;
  readonly category?: string;
  /** How the category was found; `likeliest`: it was not, and whoever reports it is asked which of `likeliest` it is. */
  readonly how: CategoryFinding['how'];
  /** How sure the classifier is of it, 0 to 1; for those who handle tickets. */
  readonly confidence?: number;
  /** At most three, likeliest first, with their names in the reader's language. */
  readonly likeliest?: readonly { readonly categoryId: string; readonly category: string }[];
  readonly groupId?: string;
  readonly groupName?: string;
  /** When it would be resolved by, ISO instant. */
  readonly dueAt?: string;
}

const TITLE_CHARS = 90;

/** The first sentence, cut at a word, without greeting. */
export function titleOf(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/^\s*(hi|hello|hey|dear \w+|hallo|guten (tag|morgen)|moin|servus)( \w+)?[,!.]\s*/i, '')
    .trim();
  const sentence = /^.{12,}?(?<!\d)[.!?](?=\s|$)/.exec(plain)?.[0]?.replace(/[.!]$/, '') ?? plain;
  if (sentence.length <= TITLE_CHARS) return capitalized(sentence);
  const cut = sentence.slice(0, TITLE_CHARS);
  return capitalized(`${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trim()}…`);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type DraftFields = Pick<Ticket, 'kind' | 'priority'> & { readonly categoryId: string | undefined; readonly groupId: string | undefined; readonly requesterId: string };

/** When a ticket with these fields would have to be resolved if it came in now, ISO instant; undefined without a promise. */
export function resolutionDueOf(fields: DraftFields, config: Directory, now: string): string | undefined {
  const set = { state: 'new', ...fields, categoryId: fields.categoryId ?? null, groupId: fields.groupId ?? null };
  const clocks = evaluateClocks({ receivedAt: now, facts: [{ at: now, seq: 1, set }] }, config.serviceLevels());
  return clocks.find(({ key }) => key === 'sla resolution')?.dueAt;
}

/** Understands a free text: title, category, group, priority, due time. Pure; `now` is an ISO instant. */
export function draftOf(text: string, actor: Actor, config: Directory, now: string): TicketDraft {
  const { reach, work, kind } = readText(text);
  const { priority } = assess(reach, work);
  const finding = findCategory(config, text);
  const categoryId = 'categoryId' in finding ? finding.categoryId : undefined;
  const { groupId } = routeToGroup(config, { kind, categoryId, priority, requesterId: actor.id, channel: actor.channel, text });
  const dueAt = resolutionDueOf({ kind, priority, categoryId, groupId, requesterId: actor.id }, config, now);
  const category = categoryPath(config, categoryId, actor.language);
  const groupName = config.group(groupId)?.name;
  return {
    title: titleOf(text),
    description: text.trim(),
    kind, reach, work, priority,
    how: finding.how,
    ...(finding.how === 'sure' && canReadInternal(actor) && { confidence: finding.confidence }),
    ...(finding.how === 'likeliest' && { likeliest: finding.likeliest.map(({ categoryId: id }) => ({ categoryId: id, category: categoryPath(config, id, actor.language) ?? id })) }),
    ...(categoryId && { categoryId }),
    ...(category && { category }),
    ...(groupId && { groupId }),
    ...(groupName && { groupName }),
    ...(dueAt && { dueAt }),
  };
}
