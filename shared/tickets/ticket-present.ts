import { peopleWords } from '../approvals';
import { categoryPath, wordsIn, type Directory } from '../catalog';
import { awaitedApprovers, isAgent, isRefused, once, type Actor, type ViewInput } from '../kernel';
import { pickedView } from '../routing';
import { isBreached, type ClockView } from '../sla';
import { labelText, shortTime, translator } from '../strings';
import { decideMacro, macrosFor } from './actions/run-macro';
import type { Ticket } from './ticket';
import { ticketActions } from './ticket-actions';
import type { TicketAction } from './actions/define';
import { answerText, askedBecause, fulfillmentView } from './fulfillment/fulfillment-present';
import { isOpenTask } from './fulfillment/request-task';
import { summaryOf } from './ticket-derive';
import { subjectOf, type TicketEvent } from './ticket-events';
import { canReadInternal, standsAs } from './ticket-permissions';
import { timelineOf } from './ticket-timeline';
import type { TicketRow, TicketSummary, TicketView } from './ticket-views';

/** What every reader of a ticket may see of its summary. A summary never changes, and is shown to many: taken out of it once. */
const forEverybody = once((summary: TicketSummary) => {
  const {
    categoryName: _categoryName, found: _found, categoryKnownAt: _knownAt, promises: _promises, owed: _owed, offeredToId: _offeredToId,
    assignedAt: _assignedAt, isDeferred: _isDeferred, isRaised: _isRaised, affectedIds: _affectedIds, major: _major, ...rest
  } = summary;
  return rest;
});

/** A list row: names resolved, and nothing that the reader may not see. */
export function presentRow(summary: TicketSummary, actor: Actor, config: Directory, now: string): Omit<TicketRow, 'can'> {
  const { categoryName, offeredToId, isDeferred, affectedIds, major } = summary;
  const seesInternal = canReadInternal(actor);
  const group = config.group(summary.groupId)?.name;
  const category = categoryPath(config, summary.categoryId, actor.language) ?? categoryName;
  // Not one literal: adding to a spread copy of so many fields takes six times as long.
  return Object.assign({}, forEverybody(summary), {
    ...(group && { groupName: group }),
    ...(category && { category }),
    isBreached: summary.dueAt !== undefined && summary.dueAt < now,
    ...(seesInternal && { isVip: config.person(summary.requesterId)?.isVip ?? false, ...(offeredToId && { offeredToId }), ...(isDeferred && { isDeferred }), ...(major && { major }), ...(affectedIds && { affectedCount: affectedIds.length }) }),
  });
}

/** Who holds the ball, in one sentence (product.md: employees see it too). */
function waitsFor(ticket: Ticket, config: Directory, actor: Actor): string {
  const t = translator(actor.language);
  const group = config.group(ticket.groupId)?.name ?? t('waits.desk');
  switch (ticket.state) {
    case 'onHold': {
      const until = ticket.hold ? shortTime(ticket.hold.followUpAt, actor.language, actor.zone) : '';
      const isMine = actor.id === ticket.requesterId && ticket.hold?.reason === 'requester';
      return isMine ? t('waits.you', { until }) : t(`waits.${ticket.hold?.reason ?? 'other'}`, { until, supplier: ticket.hold?.supplier ?? t('waits.supplier') });
    }
    case 'awaitingApproval': {
      const awaited = ticket.approval ? awaitedApprovers(ticket.approval) : [];
      return t('waits.approval', { people: peopleWords(awaited, t, (id) => config.person(id)?.name ?? id) });
    }
    case 'returned':
      return t('waits.question');
    case 'resolved':
    case 'fulfilled':
      return t('waits.acceptance', { person: ticket.requesterName });
    case 'closed':
    case 'rejected':
    case 'cancelled':
      return t('waits.nobody');
    default: {
      const open = (ticket.tasks ?? []).filter(isOpenTask);
      const whose = [...new Set(open.map((task) => task.assigneeName ?? config.group(task.groupId ?? ticket.groupId)?.name ?? ''))].filter(Boolean);
      if (open[0] && whose.length > 0) return t('waits.tasks', { people: whose.join(', '), count: open.length, task: wordsIn(open[0].title, actor.language) });
      return ticket.assigneeName ? t('waits.assignee', { person: ticket.assigneeName, group }) : t('waits.group', { group });
    }
  }
}

const fileName = ({ attachments }: Ticket, id: unknown): string => attachments.find((file) => file.id === id)?.name ?? String(id);

function answersOf(ticket: Ticket, config: Directory, actor: Actor): TicketView['answers'] {
  const form = ticket.ordered?.form ?? config.offering(ticket.offeringId)?.form;
  if (!form || !ticket.answers) return undefined;
  return Object.entries(ticket.answers).flatMap(([name, value]) => {
    const field = form[name];
    if (!field) return [];
    const texts = (Array.isArray(value) ? value : [value]).map((entry: unknown) => (field.kind === 'files' ? fileName(ticket, entry) : answerText(form, name, entry, config, actor)));
    return [{ label: labelText(field.label, actor.language), value: texts.join(', ') }];
  });
}

function approversOf(ticket: Ticket, config: Directory): TicketView['approvers'] {
  return ticket.approval?.steps.flatMap((step) =>
    step.seats.map(({ personId: id }) => {
      const vote = step.votes.find((candidate) => candidate.seatId === id);
      return { name: config.person(id)?.name ?? id, ...(vote && { decision: vote.decision }), ...(vote?.comment && { comment: vote.comment }) };
    }),
  );
}

/** Who was picked and why, who is asked, and who still hears of it: for those who may see the people of the group and their work. */
function assignmentOf(ticket: Ticket, config: Directory, { language, zone }: Actor): Pick<TicketView, 'picked' | 'offer' | 'watchingGroups'> {
  const { picked, offer, watchingGroupIds = [] } = ticket;
  return {
    ...(picked && { picked: pickedView(picked, config, { language, zone }) }),
    ...(offer && { offer: { personId: offer.personId, personName: config.person(offer.personId)?.name ?? offer.personId, until: offer.until } }),
    ...(watchingGroupIds.length > 0 && { watchingGroups: watchingGroupIds.map((id) => config.group(id)?.name ?? id) }),
  };
}

/** More are found by their name in a list; nobody picks from a hundred buttons. */
const MOST_MACROS = 40;

/** Macros whose every step the reader could do now. */
function macrosOf({ record, actor, config, now, extra, links }: ViewInput<Ticket, TicketEvent, Directory>): TicketView['macros'] {
  const context = { actor, config, now, extra, turns: {}, files: [], others: new Map(), links: links.map(({ link }) => link), newToken: () => '' };
  const offered = macrosFor({ actor, config }).slice(0, MOST_MACROS).filter((macro) => !isRefused(decideMacro(ticketActions as unknown as readonly TicketAction[], record, macro, context)));
  return offered.map(({ id, name, nameDe, description }) => ({ id, name: (actor.language === 'de' ? nameDe : undefined) ?? name, ...(description && { description }) }));
}

/** What groups and vendors promise each other, and under which terms before, is not for those who wait. */
function clocksFor(clocks: readonly ClockView[], seesInternal: boolean, now: string): readonly ClockView[] {
  const shown = seesInternal ? clocks : clocks.filter(({ type }) => type === 'sla').map((clock) => ({ ...clock, previous: [] }));
  return shown.map((clock) => ({ ...clock, isBreached: isBreached(clock, now) }));
}

/** The whole ticket for one reader; `can` is added by the application. */
export function presentTicket(input: ViewInput<Ticket, TicketEvent, Directory>): Omit<TicketView, 'can'> {
  const { record: ticket, actor, config, now } = input;
  const t = translator(actor.language);
  const clocks = (input.extra.clocks ?? []) as readonly ClockView[];
  const seesInternal = canReadInternal(actor);
  const answers = answersOf(ticket, config, actor);
  const macros = isAgent(actor) ? macrosOf(input) : undefined;
  const approvers = approversOf(ticket, config);
  const named = ticket.ordered ?? config.offering(ticket.offeringId);
  const isRequester = standsAs('requester', actor, subjectOf(ticket));
  const because = askedBecause(ticket, config, actor);
  const fulfillment = fulfillmentView(ticket, clocks.find(({ key }) => key === 'sla resolution')?.dueAt, config, actor, now);
  const links = input.links.map(({ link, other }) => ({
    relation: link.relation, id: other.id, title: (other as TicketSummary).title, state: (other as TicketSummary).state,
  }));
  return {
    ...presentRow(summaryOf(ticket, clocks, {}), actor, config, now),
    practice: 'tickets',
    description: ticket.description,
    isPriorityOverridden: ticket.isPriorityOverridden,
    attachments: ticket.attachments.filter((file) => seesInternal || !file.isInternal),
    watchers: ticket.watcherIds.map((id) => ({ id, name: config.person(id)?.name ?? id })),
    clocks: clocksFor(clocks, seesInternal, now),
    waitsFor: waitsFor(ticket, config, actor),
    links,
    timeline: timelineOf(input.history, actor, config, input.others),
    ...(ticket.reach && { reach: ticket.reach }),
    ...(ticket.work && { work: ticket.work }),
    ...(ticket.hold && { hold: ticket.hold }),
    ...(ticket.resolution && { resolution: ticket.resolution }),
    ...(ticket.rating && { rating: ticket.rating }),
    ...(ticket.neededBy && { neededBy: ticket.neededBy }),
    ...(named && { offeringName: actor.language === 'de' ? (named.nameDe ?? named.name) : named.name }),
    ...(fulfillment && { fulfillment }),
    ...(ticket.state === 'returned' && isRequester && ticket.ordered && { form: ticket.ordered.form, given: ticket.answers ?? {} }),
    ...(ticket.state === 'awaitingApproval' && because && { askedBecause: because }),
    ...(answers && { answers }),
    ...(approvers && { approvers }),
    ...(isAgent(actor) && macros && macros.length > 0 && { macros }),
    ...(isAgent(actor) && { reassignmentCount: ticket.reassignmentCount }),
    ...(seesInternal && assignmentOf(ticket, config, actor)),
    ...(isAgent(actor) && ticket.routedBy && { routedBecause: t(`routing.${ticket.routedBy}`, { rule: ticket.routedRule?.name ?? '' }) }),
    ...(ticket.external && seesInternal && { external: ticket.external }),
  };
}
