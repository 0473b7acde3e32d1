import { categoryPath, DEFAULT_AUTO_CLOSE_DAYS, wordsIn, type Directory } from '../catalog';
import type { Actor, RuleMark } from '../kernel';
import { pickSentence } from '../routing';
import { shortTime, translator, wallTime, type Translate } from '../strings';
import { fulfillmentLine, isFulfillment, type StageName } from './fulfillment/fulfillment-lines';
import { SIMILAR_MINUTES } from './major-incident';
import type { Ticket } from './ticket';
import type { RecordedTicketEvent, TicketEvent } from './ticket-events';
import { canReadInternal } from './ticket-permissions';
import type { TimelineEntry } from './ticket-views';

/** Changes that only handlers see; notes are internal too. */
const INTERNAL = new Set<TicketEvent['type']>([
  'NoteAdded', 'PriorityOverridden', 'PriorityOverrideCleared', 'LinkAdded', 'LinkRemoved', 'ThresholdPassed',
  'ImpactRaised', 'MajorIncidentProposed', 'MajorIncidentPromoted', 'MajorIncidentRejected', 'MajorIncidentDemoted', 'AffectedAdded', 'AffectedRemoved',
  'TicketOffered', 'OfferReminded', 'OfferDeclined', 'OfferExpired', 'AssignmentDeferred', 'LeadsTold', 'TaskAdded', 'TaskAssigned', 'CostRecorded', 'StepRefused', 'WebhookCalled',
]);

function target(event: Extract<TicketEvent, { type: 'TicketAssigned' }>, config: Directory): string {
  const group = config.group(event.groupId)?.name ?? '';
  return event.assigneeName ? `${event.assigneeName} (${group})` : group;
}

/** One sentence for one event, in the reader's language. */
function line(recorded: RecordedTicketEvent, config: Directory, t: Translate, actor: Actor, stageName: StageName): string {
  const { event, byName: by } = recorded;
  if (isFulfillment(event)) return fulfillmentLine(recorded, event, stageName, config, actor);
  const name = (id: string): string => config.person(id)?.name ?? id;
  switch (event.type) {
    case 'TicketReported':
      return [t('event.TicketReported', { by }), canReadInternal(actor) ? foundLine(event, config, t, actor) : undefined].filter(Boolean).join('. ');
    case 'TicketEdited':
      return t('event.TicketEdited', { by, fields: Object.keys(event.changes).map((field) => t(`field.ticket.${field}`)).join(', ') });
    case 'TicketClassified':
      return t('event.TicketClassified', { by, priority: t(`priority.${event.priority}`) });
    case 'PriorityOverridden':
      return t('event.PriorityOverridden', { by, priority: t(`priority.${event.priority}`), reason: event.reason });
    case 'PriorityOverrideCleared':
      return t('event.PriorityOverrideCleared', { by, priority: t(`priority.${event.priority}`) });
    case 'ImpactRaised':
      return t(`event.ImpactRaised.${event.counted}`, { count: event.count, priority: t(`priority.${event.priority}`), minutes: SIMILAR_MINUTES });
    case 'MajorIncidentProposed':
      return event.counted ? t(`event.MajorIncidentProposed.${event.counted}`, { count: event.count, minutes: SIMILAR_MINUTES }) : t('event.MajorIncidentProposed', { by, reason: event.reason ?? '' });
    case 'MajorIncidentPromoted':
      return event.reason ? t('event.MajorIncidentPromotedBecause', { by, reason: event.reason }) : t('event.MajorIncidentPromoted', { by });
    case 'MajorIncidentRejected':
    case 'MajorIncidentDemoted':
      return t(`event.${event.type}`, { by, reason: event.reason ?? '' });
    case 'AffectedAdded':
    case 'AffectedRemoved':
      return t(`event.${event.type}`, { person: name(event.personId) });
    case 'TicketAssigned':
      if (event.picked && canReadInternal(actor)) return t('event.TicketPicked', { by, target: target(event, config), sentence: pickSentence(event.picked, config, actor) });
      if (event.handover && canReadInternal(actor)) return t('event.TicketHandedOver', { person: event.assigneeName ?? '', from: event.handover.fromName, id: event.handover.id });
      return event.reason
        ? t('event.TicketAssignedWithReason', { by, target: target(event, config), reason: event.reason })
        : t('event.TicketAssigned', { by, target: target(event, config) });
    case 'TicketOffered':
      return t('event.TicketOffered', { person: event.personName, until: shortTime(event.until, actor.language, actor.zone), sentence: pickSentence(event.picked, config, actor) });
    case 'OfferReminded':
      return t('event.OfferReminded', { person: event.personName, number: event.number, of: event.of });
    case 'OfferDeclined':
      return event.reason ? t('event.OfferDeclinedBecause', { by, reason: event.reason }) : t('event.OfferDeclined', { by });
    case 'OfferExpired':
      return t('event.OfferExpired', { person: event.personName });
    case 'AssignmentDeferred':
      return t('event.AssignmentDeferred', { sentence: pickSentence(event.picked, config, actor) });
    case 'LeadsTold':
      return t('event.LeadsTold', { group: config.group(event.groupId)?.name ?? '' });
    case 'TicketEscalated':
      return t('event.TicketEscalated', { by, reason: event.reason });
    case 'FilesAttached':
      return t('event.FilesAttached', { by, count: event.files.length });
    case 'TicketPutOnHold':
      return t('event.TicketPutOnHold', { by, reason: t(`holdReason.${event.hold.reason}`) });
    case 'TicketResumed':
      if (event.because === 'requesterReplied') return t('event.TicketResumedByReply');
      return event.because === 'followUpDue' ? t('event.TicketResumedByFollowUp') : t('event.TicketResumed', { by });
    case 'TicketResolved':
      return t('event.TicketResolved', { by, code: t(`resolution.${event.code}`) });
    case 'TicketClosed':
      if (event.because === 'accepted') return t('event.TicketClosedByRequester', { by });
      if (event.because === 'lead') return t('event.TicketClosed', { by });
      return t('event.TicketClosedBySystem', { days: config.settings().autoCloseDays ?? DEFAULT_AUTO_CLOSE_DAYS });
    case 'TicketReopened':
      return t('event.TicketReopened', { by, reason: event.reason });
    case 'TicketCancelled':
      return t('event.TicketCancelled', { by, reason: t(`cancelReason.${event.reason}`) });
    case 'TicketRated':
      return t('event.TicketRated', { by, stars: event.stars });
    case 'WatcherAdded':
    case 'WatcherRemoved':
      return t(`event.${event.type}`, { person: name(event.personId) });
    case 'LinkAdded':
    case 'LinkRemoved':
      return t(`event.${event.type}`, { by, other: event.otherId, relation: t(`relation.${event.relation}`) });
    case 'TicketRestricted':
    case 'TicketUnrestricted':
      return t(`event.${event.type}`, { by, reason: event.reason });
    case 'TicketConverted':
      return t('event.TicketConverted', { by, kind: t(`kind.${event.kind}`) });
    case 'ApprovalRequested':
      return t('event.ApprovalRequested', { people: event.approval.steps.flatMap((step) => step.seats).map(({ personId }) => name(personId)).join(', ') });
    case 'ApprovalVoted':
      return t('event.ApprovalVoted', { by, decision: t(`vote.${event.vote.decision}`) });
    case 'WebhookCalled':
      return t('event.WebhookCalled', { by, name: event.name });
    case 'TicketImported':
      return t('event.TicketImported', { source: event.source });
    case 'ImportedChange':
      return importedLine(event.set.state, canReadInternal(actor) ? event.values : {}, by, t);
    case 'ThresholdPassed':
      return thresholdLine(event, t, actor);
    default:
      return t(`event.${event.type}`, { by });
  }
}

/** How the category was found, where a classifier had a say in it. */
function foundLine({ found, categoryId }: Extract<TicketEvent, { type: 'TicketReported' }>, config: Directory, t: Translate, { language }: Actor): string | undefined {
  if (!found || found.how === 'words') return undefined;
  if (found.categoryId === categoryId && found.how === 'likeliest') return t('found.likeliest');
  // What only a keyword spoke for says nothing about how sure anybody was.
  if (found.confidence === undefined) return undefined;
  const params = { category: categoryPath(config, found.categoryId, language) ?? found.categoryId, percent: Math.round(found.confidence * 100) };
  return t(found.categoryId === categoryId ? 'found.sure' : categoryId ? 'found.other' : 'found.none', params);
}

function thresholdLine(event: Extract<TicketEvent, { type: 'ThresholdPassed' }>, t: Translate, { language, zone }: Actor): string {
  const { metric, percent, dueAt, lateMinutes, isAtRetarget } = event;
  const due = shortTime(dueAt, language, zone);
  const params = { metric: t(`metric.${metric}`), percent, due, isOver: percent === 100 ? 'yes' : 'no' };
  const said = t(isAtRetarget ? 'event.ThresholdPassedByRetarget' : 'event.ThresholdPassed', params);
  return lateMinutes ? t('event.ThresholdPassedLate', { line: said, late: wallTime(lateMinutes * 60_000, language) }) : said;
}

/** The source's own values are for handlers: nobody can know what another tool kept in a column. */
function importedLine(newState: Ticket['state'] | undefined, values: Readonly<Record<string, string>>, by: string, t: Translate): string {
  const state = newState && t(`state.${newState}`);
  const changes = Object.entries(values).map(([name, value]) => `${name}: ${value || '–'}`);
  const what = [state, ...changes].filter(Boolean).join(' · ');
  return what ? `${by}: ${what}` : t('event.ImportedChange', { by });
}

function body(event: TicketEvent): string | undefined {
  if (event.type === 'ReplyAdded' || event.type === 'NoteAdded') return event.text;
  if (event.type === 'TicketPutOnHold') return event.hold.comment ?? event.hold.why;
  if (event.type === 'TicketResolved') return event.notes;
  if (event.type === 'TicketCancelled') return event.note;
  if (event.type === 'TicketRated') return event.comment;
  if (event.type === 'ApprovalVoted') return event.vote.comment;
  if (event.type === 'TaskClosed') return event.task.note;
  return undefined;
}

function kindOf(event: TicketEvent): TimelineEntry['kind'] {
  if (event.type === 'ReplyAdded' || (event.type === 'TicketPutOnHold' && event.hold.comment)) return 'message';
  return event.type === 'NoteAdded' ? 'note' : 'change';
}

/** Notes of a plan are for handlers, like all notes; and that tasks came up says nothing where there are none. */
function isSilent(event: TicketEvent, seesInternal: boolean): boolean {
  if (event.type === 'StepTaken') return event.step.kind !== 'message' && !seesInternal;
  return event.type === 'StageOpened' && event.tasks.length === 0;
}

/** What acted by itself, by its name. */
function markText({ id, name, isStep }: RuleMark, t: Translate): string {
  if (isStep) return t('automation.byPlan', { name });
  return t(id.startsWith('RCT') ? 'automation.byRecurring' : 'automation.byRule', { name });
}

/** The history as this reader may see it. `others` are the other records that exist for them. */
export function timelineOf(
  history: readonly RecordedTicketEvent[],
  actor: Actor,
  config: Directory,
  others: ReadonlyMap<string, unknown>,
): readonly TimelineEntry[] {
  const t = translator(actor.language);
  const seesInternal = canReadInternal(actor);
  const first = history.find(({ event }) => event.type === 'TicketReported')?.event;
  const plan = first?.type === 'TicketReported' ? first.ordered?.plan : undefined;
  const stageName: StageName = (id) => { const found = plan?.find((stage) => stage.id === id); return found ? wordsIn(found.name, actor.language) : id; };
  return history
    .filter(({ event }) => seesInternal || !INTERNAL.has(event.type))
    .filter(({ event }) => !('otherId' in event) || others.has(event.otherId))
    .filter(({ event }) => !isSilent(event, seesInternal))
    .map((entry) => {
      const recorded = seesInternal && entry.rule ? { ...entry, byName: markText(entry.rule, t) } : entry;
      const { event } = recorded;
      // What a group has tried is said among those who handle it.
      const written = event.type === 'TicketAssigned' && seesInternal ? event.tried : event.type === 'TaskClosed' && !seesInternal ? undefined : body(event);
      const files = 'files' in event && event.files.length > 0 ? event.files : undefined;
      return {
        seq: recorded.seq, at: recorded.at, by: recorded.by, byName: recorded.byName, channel: recorded.channel,
        type: event.type, kind: kindOf(event), line: line(recorded, config, t, actor, stageName),
        ...(seesInternal && recorded.rule && { ruleId: recorded.rule.id }),
        ...(written && { text: written }),
        ...(event.type === 'ReplyAdded' && { from: event.from }),
        ...(event.type === 'TicketPutOnHold' && event.hold.comment && { from: 'agent' as const }),
        ...(files && { files }),
      };
    });
}
