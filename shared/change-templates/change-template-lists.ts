import { isUsable } from '../changes';
import { choice, entry, isAwaited, multiChoice, text, yesNo, type ListDefinition } from '../kernel';
import type { Actor } from '../kernel';
import { TEMPLATE_STATES } from './change-template-schema';
import type { TemplateSummary } from './change-template-views';

const filters = {
  state: multiChoice({ label: 'filter.state', options: TEMPLATE_STATES.map((value) => ({ value, label: `state.${value}` })) }),
  scope: choice(['mine', 'awaiting'], 'templateScope', { label: 'filter.scope' }),
  /** May be used for a change now. */
  isUsable: yesNo({ label: 'filter.isUsable' }),
  itemId: entry({ label: 'filter.forItem', of: 'items' }),
  /** Words in number, name or purpose. */
  q: text({ label: 'filter.q', max: 100 }),
};

function inScope(template: TemplateSummary, scope: unknown, actor: Actor): boolean {
  if (scope === 'mine') return template.ownerId === actor.id || template.requesterId === actor.id;
  return scope !== 'awaiting' || isAwaited(actor, template.awaitedApproverIds, template.excludedApproverIds);
}

function hasWords({ id, name, nameDe = '', purpose = '' }: TemplateSummary, q: string): boolean {
  const haystack = `${id} ${name} ${nameDe} ${purpose}`.toLowerCase();
  return q.toLowerCase().split(/\s+/).every((word) => haystack.includes(word));
}

/** Retired ones are listed only where they are asked for. */
export const templateList: ListDefinition<TemplateSummary> = {
  name: 'changeTemplates',
  source: 'desk',
  filters,
  sorts: {
    name: ({ name }) => name.toLowerCase(),
    state: ({ state }) => state,
    expiresAt: ({ expiresAt }) => expiresAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    id: ({ id }) => id,
  },
  includes: (template, filter, actor, now) =>
    (Array.isArray(filter.state) ? filter.state.includes(template.state) : template.state !== 'retired') &&
    inScope(template, filter.scope, actor) &&
    (filter.isUsable === undefined || filter.isUsable === isUsable(template, now)) &&
    (filter.itemId === undefined || !template.allowedItemIds || template.allowedItemIds.includes(String(filter.itemId))) &&
    (typeof filter.q !== 'string' || hasWords(template, filter.q)),
};
