import { choice, text, yesNo, type ListDefinition, type Practice } from '../kernel';
import type { Directory } from './directory';
import type { Offering, OfferingRecord } from './offering';
import { canReadOffering } from './offering-access';
import { offeringActions } from './offering-actions';
import { foldOffering, type OfferingEvent } from './offering-events';
import type { CheckAction } from './offering-check';
import { presentOffering, presentOfferingRow } from './offering-present';
import { OFFERING_STATES } from './offering-schema';
import { deriveOffering, summaryOfOffering } from './offering-summary';

const toSummary = (subject: OfferingRecord | Offering): Offering => ('practice' in subject ? subject : summaryOfOffering(subject));

function hasWords({ id, name, nameDe, keywords }: Offering, q: unknown): boolean {
  if (typeof q !== 'string') return true;
  const haystack = `${id} ${name} ${nameDe ?? ''} ${keywords ?? ''}`.toLowerCase();
  return q.toLowerCase().split(/\s+/).every((word) => haystack.includes(word));
}

const list: ListDefinition<Offering> = {
  name: 'offerings',
  source: 'desk',
  filters: {
    state: choice(OFFERING_STATES, 'offeringState', { label: 'field.offering.state' }),
    retired: yesNo({ label: 'field.retired' }),
    hasDraft: yesNo({ label: 'filter.offering.hasDraft' }),
    isReviewOverdue: yesNo({ label: 'filter.offering.isReviewOverdue' }),
    q: text({ label: 'filter.entry', max: 100 }),
  },
  sorts: { name: ({ name }) => name.toLowerCase(), state: ({ state }) => state, reviewOn: ({ reviewOn }) => reviewOn, updatedAt: ({ updatedAt }) => updatedAt },
  includes: (offering, filter, _actor, now) =>
    (filter.state === undefined ? offering.state !== 'retired' || filter.retired === true : offering.state === filter.state) &&
    (filter.retired === undefined || (offering.state === 'retired') === filter.retired) &&
    (filter.hasDraft === undefined || (offering.draft !== undefined) === filter.hasDraft) &&
    (filter.isReviewOverdue === undefined || (offering.state === 'published' && (offering.reviewOn ?? '9') < now.slice(0, 10)) === filter.isReviewOverdue) &&
    hasWords(offering, filter.q),
};

/** The service catalog (ITIL 4, service catalog management; domain.md 2.1). */
export const defineOfferings = (checkAction: CheckAction): Practice<OfferingRecord, Offering, OfferingEvent, Directory> => ({
  name: 'offerings',
  prefixes: ['OFR'],
  actions: offeringActions(checkAction),
  fold: foldOffering,
  subject: toSummary,
  canRead: (actor, subject) => canReadOffering(actor, toSummary(subject)),
  derive: deriveOffering,
  view: (input) => presentOffering(input, checkAction) as ReturnType<Practice<OfferingRecord, Offering, OfferingEvent, Directory>['view']>,
  row: presentOfferingRow,
  lists: [list],
  timers: { review: { action: 'offerings.remind', input: {} } },
  keepsWords: true,
  announces: true,
  // Drafts are found by those who may read them; everybody else finds what is published.
  searchText: ({ name, nameDe, keywords, description, descriptionDe }) => ({ title: `${name} ${nameDe ?? ''} ${keywords ?? ''}`, text: `${description ?? ''} ${descriptionDe ?? ''}` }),
});
