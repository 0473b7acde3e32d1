import { isAgent, isRefused, openStages, refuse, type Approval, type DecideContext, type InputOf, type Refused } from '../../kernel';
import { checkAnswers, type Directory, type Offering } from '../../catalog';
import { routeToGroup, type Route } from '../../routing';
import { assess } from '../priority';
import type { TicketEvent } from '../ticket-events';
import { reportSchema } from '../ticket-schema';
import type { TicketAction } from './define';

type Input = InputOf<typeof reportSchema>;

/** Managers approve what the offering says; nobody approves their own request (domain.md rule R6). */
function approvalFor(offering: Offering | undefined, requesterId: string, { config, now, newToken }: DecideContext<Directory>): Approval | undefined {
  if (!offering?.approvals?.includes('manager')) return undefined;
  const managerId = config.person(requesterId)?.managerId;
  if (!managerId || managerId === requesterId) return undefined;
  const step = { id: 'manager', stage: 1, quorum: { mode: 'any' as const }, seats: [{ personId: managerId, token: newToken() }], votes: [] };
  return openStages({ steps: [step], excludedIds: [requesterId] }, now);
}

function answersTo(offering: Offering, answers: Input['answers'], { actor, now, config, files }: DecideContext<Directory>): Readonly<Record<string, unknown>> | Refused {
  const checked = checkAnswers(offering.form ?? {}, answers ?? {}, { config, moment: { now, zone: actor.zone }, fileIds: files.map(({ id }) => id) });
  return 'value' in checked ? checked.value : refuse('kernel.invalidInput', undefined, checked.problems);
}

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
    if (input.offeringId && (!offering || offering.retired)) return refuse('tickets.unknownOffering');
    const answers = offering ? answersTo(offering, input.answers, context) : undefined;
    if (isRefused(answers)) return answers;
    if (input.followUpOfId && !others.has(input.followUpOfId)) {
      return refuse('kernel.invalidInput', undefined, [{ field: 'followUpOfId', code: 'notFound' }]);
    }
    const requesterId = requester?.id ?? actor.id;
    const approval = approvalFor(offering, requesterId, context);
    const kind = input.kind === 'request' || offering ? 'request' : 'incident';
    const categoryId = input.categoryId ?? offering?.categoryId;
    const assessed = assess(input.reach ?? 'me', input.work ?? (kind === 'incident' ? 'workaround' : 'fine'));
    const text = `${input.title}\n${input.description ?? ''}`;
    const { offeringId } = input;
    const route: Partial<Route> = input.groupId
      ? { groupId: input.groupId }
      : routeToGroup(config, { kind, categoryId, offeringId, priority: assessed.priority, requesterId, channel: actor.channel, text });
    const reported: TicketEvent = {
      type: 'TicketReported',
      kind,
      state: kind === 'incident' ? 'new' : approval ? 'submitted' : 'approved',
      title: input.title,
      description: input.description ?? '',
      requesterId,
      requesterName: requester?.name ?? actor.name,
      ...(isOnBehalf && { reporterId: actor.id }),
      ...(input.reach && { reach: input.reach }),
      ...(input.work && { work: input.work }),
      ...assessed,
      ...(categoryId && { categoryId }),
      ...(route.groupId && { groupId: route.groupId }),
      ...(route.because && { routedBy: route.because }),
      ...(route.rule && { routedRule: route.rule }),
      ...(input.offeringId && { offeringId: input.offeringId }),
      ...(answers && { answers }),
      ...(input.neededBy && { neededBy: input.neededBy }),
      isRestricted: input.isRestricted ?? false,
      receivedAt: now,
      files,
    };
    const events: TicketEvent[] = [reported];
    if (approval) events.push({ type: 'ApprovalRequested', approval, state: 'awaitingApproval' });
    const links = input.followUpOfId ? [{ kind: 'add' as const, relation: 'followUpOf' as const, otherId: input.followUpOfId }] : [];
    return { events, links };
  },
};
