import { isAgent, isRefused, refuse, type DecideContext, type InputOf, type Refused } from '../../kernel';
import { checkAnswers, isOrderableBy, plannedCost, reachOf, type Directory, type Offering } from '../../catalog';
import { findCategory, foundFor, routeToGroup, type CategoryFinding, type Route } from '../../routing';
import { beginPlan } from '../fulfillment/follow-plan';
import type { Ordered } from '../fulfillment/request-task';
import { assess } from '../priority';
import { afterEvent, type TicketEvent } from '../ticket-events';
import { reportSchema } from '../ticket-schema';
import type { TicketAction } from './define';

type Input = InputOf<typeof reportSchema>;

/** What is kept of the catalog item: an order is fulfilled as it was offered when it was made. */
function orderedFrom({ edition, name, nameDe, ownerId, form = {}, plan = [], costs, currency = 'EUR', targetMinutes, targetField }: Offering): Ordered {
  return {
    edition, name, form, plan, currency,
    ...(nameDe && { nameDe }), ...(ownerId && { ownerId }), ...(costs && { costs }), ...(targetMinutes && { targetMinutes }), ...(targetField && { targetField }),
  };
}

function answersTo(offering: Offering, answers: Input['answers'], { actor, now, config, files }: DecideContext<Directory>): Readonly<Record<string, unknown>> | Refused {
  const checked = checkAnswers(offering.form ?? {}, answers ?? {}, { config, moment: { now, zone: actor.zone }, fileIds: files.map(({ id }) => id) });
  return 'value' in checked ? checked.value : refuse('kernel.invalidInput', undefined, checked.problems);
}

const NOTHING: CategoryFinding = { how: 'nothing' };

/** What the text says by itself; the past of another tool and of the demo company was sorted by people. */
const findingFor = (text: string, { actor, config }: DecideContext<Directory>): CategoryFinding =>
  actor.channel === 'seed' || actor.channel === 'import' ? NOTHING : findCategory(config, text);

/** Opens an incident or a service request (domain.md 3.1 and 3.2, first rows). */
export const report: TicketAction<typeof reportSchema> = {
  name: 'tickets.report',
  schema: reportSchema,
  repeat: 'check',
  creates: (input) => (input.kind === 'request' || input.offeringId ? 'REQ' : 'INC'),
  can: (actor) => actor.roles.length > 0,
  decide: (_none, input, context) => {
    const { actor, now, config, files, others } = context;
    const isOnBehalf = input.requesterId !== undefined && input.requesterId !== actor.id;
    if (isOnBehalf && !isAgent(actor)) return refuse('tickets.notOnBehalf');
    const requester = config.person(input.requesterId ?? actor.id);
    if (isOnBehalf && (!requester || requester.retired)) return refuse('kernel.invalidInput', undefined, [{ field: 'requesterId', code: 'notFound' }]);
    if (input.categoryId && !config.category(input.categoryId)) {
      return refuse('kernel.invalidInput', undefined, [{ field: 'categoryId', code: 'notFound' }]);
    }
    const group = config.group(input.groupId);
    if (input.groupId && (!group || group.isBoard)) return refuse('kernel.invalidInput', undefined, [{ field: 'groupId', code: 'notFound' }]);
    if (group?.retired) return refuse('tickets.groupRetired');
    const offering = config.offering(input.offeringId);
    const isOffered = offering && isOrderableBy(offering, reachOf(config, requester?.id ?? actor.id), config);
    if (input.offeringId && !isOffered) return refuse('tickets.unknownOffering');
    const answers = offering ? answersTo(offering, input.answers, context) : undefined;
    if (isRefused(answers)) return answers;
    if (input.followUpOfId && !others.has(input.followUpOfId)) {
      return refuse('kernel.invalidInput', undefined, [{ field: 'followUpOfId', code: 'notFound' }]);
    }
    const parent = others.get(input.parentId ?? '');
    if (input.parentId && (!parent || parent.practice !== 'tickets' || !isAgent(actor))) return refuse('kernel.invalidInput', undefined, [{ field: 'parentId', code: 'notFound' }]);
    const requesterId = requester?.id ?? actor.id;
    if (input.orderId && !others.has(input.orderId)) return refuse('kernel.invalidInput', undefined, [{ field: 'orderId', code: 'notFound' }]);
    const ordered = offering && orderedFrom(offering);
    const cost = ordered && plannedCost(ordered.costs, ordered.form, answers ?? {});
    const kind = input.kind === 'request' || offering ? 'request' : 'incident';
    const text = `${input.title}\n${input.description ?? ''}`;
    const finding = offering ? NOTHING : findingFor(text, context);
    const categoryId = input.categoryId ?? offering?.categoryId ?? (finding.how === 'sure' ? finding.categoryId : undefined);
    const found = foundFor(finding, categoryId);
    const assessed = assess(input.reach ?? 'me', input.work ?? (kind === 'incident' ? 'workaround' : 'fine'));
    const { offeringId } = input;
    const route: Partial<Route> = input.groupId
      ? { groupId: input.groupId }
      : routeToGroup(config, { kind, categoryId, offeringId, priority: assessed.priority, requesterId, channel: actor.channel, text });
    const reported: TicketEvent = {
      type: 'TicketReported',
      kind,
      state: kind === 'incident' ? 'new' : ordered ? 'submitted' : 'approved',
      title: input.title,
      description: input.description ?? '',
      requesterId,
      requesterName: requester?.name ?? actor.name,
      ...(isOnBehalf && { reporterId: actor.id }),
      ...(input.reach && { reach: input.reach }),
      ...(input.work && { work: input.work }),
      ...assessed,
      ...(categoryId && { categoryId }),
      ...(found && { found }),
      ...(route.groupId && { groupId: route.groupId }),
      ...(route.because && { routedBy: route.because }),
      ...(route.rule && { routedRule: route.rule }),
      ...(input.offeringId && { offeringId: input.offeringId }),
      ...(answers && { answers }),
      ...(ordered && { ordered }),
      ...(cost !== undefined && { plannedCost: cost }),
      ...(input.orderId && { orderId: input.orderId }),
      ...(input.neededBy && { neededBy: input.neededBy }),
      isRestricted: input.isRestricted ?? false,
      receivedAt: now,
      files,
    };
    const links = [
      ...(input.followUpOfId ? [{ kind: 'add' as const, relation: 'followUpOf' as const, otherId: input.followUpOfId }] : []),
      ...(input.orderId ? [{ kind: 'add' as const, relation: 'orderedWith' as const, otherId: input.orderId }] : []),
      ...(input.parentId ? [{ kind: 'add' as const, relation: 'childOf' as const, otherId: input.parentId }] : []),
    ];
    const linked: readonly TicketEvent[] = input.parentId ? [{ type: 'LinkAdded', relation: 'childOf', otherId: input.parentId }] : [];
    if (!ordered) return { events: [reported, ...linked], links };
    const begun = beginPlan(afterEvent(undefined, reported, { ...context, id: context.newId }), context);
    if (isRefused(begun)) return begun;
    // Nothing has to happen by itself: it can be worked on.
    if (begun.events.length === 0) return { events: [{ ...reported, state: 'approved' }, ...linked], links };
    return { ...begun, events: [reported, ...begun.events, ...linked], links, ...(begun.inTheNameOf?.size && { needsId: true }) };
  },
};
