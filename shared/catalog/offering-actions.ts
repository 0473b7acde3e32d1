import { changesNothing, hasRole, isEqual, refuse, type Action, type Actor, type FieldProblem, type Schema } from '../kernel';
import type { Directory } from './directory';
import type { Offering, OfferingContent, OfferingRecord } from './offering';
import { isOwner } from './offering-access';
import { contentProblems, publishingProblems, type CheckAction } from './offering-check';
import type { OfferingEvent } from './offering-events';
import { addOfferingSchema, changeOfferingSchema, retireOfferingSchema, reviewOfferingSchema } from './offering-schema';

export type OfferingAction<S extends Schema = Schema> = Action<OfferingRecord, Offering, OfferingEvent, Directory, S>;
type Decide<S extends Schema> = OfferingAction<S>['decide'];
type Context = Parameters<Decide<Schema>>[2];

const YEAR_DAYS = 365;
const DAY_MS = 86_400_000;

const isAdministrator = (actor: Actor): boolean => hasRole(actor, 'administrator', 'system');
/** Owners write what they own; what employees see and order is let go by an administrator. */
const mayWrite = (actor: Actor, offering: Offering): boolean => isAdministrator(actor) || isOwner(actor, offering);

const invalid = (problems: readonly FieldProblem[]) => refuse('kernel.invalidInput', undefined, problems);
const inAYear = (now: string): string => new Date(Date.parse(now) + YEAR_DAYS * DAY_MS).toISOString().slice(0, 10);

function action<const S extends Schema>(
  verb: string, schema: S, can: (actor: Actor, offering: Offering) => boolean, decide: (record: OfferingRecord, ...rest: [Parameters<Decide<S>>[1], Context]) => ReturnType<Decide<S>>,
): OfferingAction<S> {
  return {
    name: `offerings.${verb}`, schema, repeat: 'check', can: (actor, offering) => offering !== undefined && can(actor, offering),
    decide: (record, input, context) => decide(record as OfferingRecord, input, context),
  };
}

export const add: OfferingAction<typeof addOfferingSchema> = {
  name: 'offerings.add', schema: addOfferingSchema, repeat: 'check', creates: () => 'OFR', can: isAdministrator,
  decide(_none, input, { config }) {
    const problems = contentProblems(input, config);
    return problems.length > 0 ? invalid(problems) : { events: [{ type: 'OfferingAdded', content: input }] };
  },
};

/** What was published is never edited in place: this writes on the draft of the next edition (domain.md 2.1, AP2). */
export const change = action('change', changeOfferingSchema, (actor, offering) => offering.state !== 'retired' && mayWrite(actor, offering), (record, { clear = [], ...changes }, { config }) => {
  const content = (record.draft ?? record.published)!;
  const emptied = clear.filter((name) => name in content);
  if (changesNothing(changes, content) && emptied.length === 0) return refuse('kernel.nothingChanged');
  const problems = contentProblems(changes, config);
  return problems.length > 0 ? invalid(problems) : { events: [{ type: 'OfferingChanged', changes, clear: emptied }] };
});

/** The draft becomes what people can order; what was ordered before goes on as it was ordered. */
const publish = (checkAction: CheckAction) => action('publish', {}, (actor, offering) => (offering.edition === 0 || offering.draft !== undefined) && offering.state !== 'retired' && isAdministrator(actor), (record, _input, { config, now }) => {
  const draft = record.draft as OfferingContent;
  const problems = publishingProblems(draft, config, checkAction);
  if (problems.length > 0) return refuse('offerings.notReady', { count: problems.length }, problems);
  if (record.published && isEqual(draft, record.published)) return refuse('kernel.nothingChanged');
  const isNewDate = draft.reviewOn !== undefined && draft.reviewOn > now.slice(0, 10);
  return { events: [{ type: 'OfferingPublished', edition: record.edition + 1, reviewOn: isNewDate ? draft.reviewOn : inAYear(now) }] };
});

export const discard = action('discard', {}, (actor, offering) => offering.edition > 0 && offering.draft !== undefined && mayWrite(actor, offering), () => ({ events: [{ type: 'OfferingDraftDiscarded' }] }));

/** Cannot be ordered any more; running requests go on. */
export const retire = action('retire', retireOfferingSchema, (actor, offering) => offering.state !== 'retired' && isAdministrator(actor), (_record, { reason }) => ({ events: [{ type: 'OfferingRetired', ...(reason && { reason }) }] }));

/** Can be ordered again, if everything it needs is still there. */
const restore = (checkAction: CheckAction) => action('restore', {}, (actor, offering) => offering.state === 'retired' && isAdministrator(actor), ({ published }, _input, { config }) => {
  const problems = published ? publishingProblems(published, config, checkAction) : [];
  return problems.length > 0 ? refuse('offerings.notReady', { count: problems.length }, problems) : { events: [{ type: 'OfferingRestored' }] };
});

/** Its owner looked at it and finds it right. */
export const review = action('review', reviewOfferingSchema, (actor, offering) => offering.state === 'published' && mayWrite(actor, offering), (_record, { reviewOn }, { now }) => {
  if (reviewOn !== undefined && reviewOn <= now.slice(0, 10)) return invalid([{ field: 'reviewOn', code: 'isOver' }]);
  return { events: [{ type: 'OfferingReviewed', reviewOn: reviewOn ?? inAYear(now) }] };
});

/** The review is due in 30 days: its owner is told, once. */
export const remind: OfferingAction<Record<string, never>> = {
  name: 'offerings.remind', schema: {}, repeat: 'check', internal: true, can: (actor) => hasRole(actor, 'system'),
  decide(record) {
    const { published, reviewRemindedOn, isRetired } = record as OfferingRecord;
    const reviewOn = published?.reviewOn;
    if (isRetired || !reviewOn || reviewOn === reviewRemindedOn) return refuse('kernel.notDue');
    return { events: [{ type: 'OfferingReviewReminded', reviewOn, ...(published.ownerId && { ownerId: published.ownerId }) }] };
  },
};

/** In the order in which buttons are drawn. */
export const offeringActions = (checkAction: CheckAction) => [add, publish(checkAction), change, review, discard, restore(checkAction), retire, remind];
