import type { AutomationWords, ConditionFields, Effect, Fact, Option, Trigger } from '../kernel';
import { CANCEL_REASONS, HOLD_REASONS, KINDS, PRIORITIES, REACHES, RESOLUTION_CODES, WORK_EFFECTS } from './ticket-schema';

type Input = Readonly<Record<string, unknown>>;

const STATES = [
  'new', 'assigned', 'inProgress', 'onHold', 'resolved', 'submitted', 'awaitingApproval', 'approved', 'inFulfillment', 'fulfilled', 'returned', 'closed', 'rejected', 'cancelled',
];
const CHANNELS = ['chat', 'card', 'tab', 'api', 'job', 'import', 'cli', 'automation'];
const ROLES = ['employee', 'agent', 'approver', 'manager', 'administrator', 'system'];
const METRICS = ['firstResponse', 'resolution', 'nextReply', 'periodicUpdate'];

const options = (values: readonly string[], prefix: string): readonly Option[] => values.map((value) => ({ value, label: `${prefix}.${value}` }));
const ofRecord = (name: string, kind: Fact['kind'], more: Partial<Fact> = {}): Fact => ({ name, kind, label: `fact.${name}`, of: 'record', ...more });
const ofEvent = (name: string, kind: Fact['kind'], more: Partial<Fact> = {}): Fact => ({ ...ofRecord(name, kind, more), of: 'event' });

const facts: readonly Fact[] = [
  ofRecord('kind', 'choice', { options: options(KINDS, 'kind') }),
  ofRecord('state', 'choice', { options: options(STATES, 'state') }),
  ofRecord('priority', 'choice', { options: options(PRIORITIES, 'priority') }),
  ofRecord('reach', 'choice', { options: options(REACHES, 'reach') }),
  ofRecord('work', 'choice', { options: options(WORK_EFFECTS, 'work') }),
  ofRecord('categoryId', 'category'),
  ofRecord('offeringId', 'offering'),
  ofRecord('groupId', 'group'),
  ofRecord('assigneeId', 'person'),
  ofRecord('isAssigned', 'yesNo'),
  ofRecord('requesterId', 'person'),
  ofRecord('requesterSite', 'text'),
  ofRecord('requesterDepartment', 'text'),
  ofRecord('isVip', 'yesNo'),
  ofRecord('words', 'words'),
  ofRecord('holdReason', 'choice', { options: options(HOLD_REASONS, 'holdReason') }),
  ofRecord('lastMessageFrom', 'choice', { options: options(['requester', 'agent'], 'fact.from') }),
  ofRecord('resolutionCode', 'choice', { options: options(RESOLUTION_CODES, 'resolution') }),
  ofRecord('isRestricted', 'yesNo'),
  ofRecord('reopenCount', 'number'),
  ofRecord('reassignmentCount', 'number'),
  ofRecord('stars', 'number'),
  ofEvent('actorRole', 'choice', { options: options(ROLES, 'role') }),
  ofEvent('isByRule', 'yesNo'),
  ofEvent('channel', 'choice', { options: options(CHANNELS, 'tab.channel') }),
  ofEvent('eventWords', 'words'),
  ofEvent('from', 'choice', { options: options(['requester', 'agent'], 'fact.from') }),
  ofEvent('metric', 'choice', { options: options(METRICS, 'metric') }),
  ofEvent('percent', 'number'),
  ofEvent('cancelReason', 'choice', { options: options(CANCEL_REASONS, 'cancelReason') }),
];

const triggers: readonly Trigger[] = [
  { name: 'reported', type: 'TicketReported' },
  { name: 'requesterReplied', type: 'ReplyAdded', with: { from: 'requester' } },
  { name: 'agentReplied', type: 'ReplyAdded', with: { from: 'agent' } },
  { name: 'noted', type: 'NoteAdded' },
  { name: 'assigned', type: 'TicketAssigned' },
  { name: 'taken', type: 'TicketTaken' },
  { name: 'started', type: 'WorkStarted' },
  { name: 'classified', type: 'TicketClassified' },
  { name: 'edited', type: 'TicketEdited' },
  { name: 'priorityOverridden', type: 'PriorityOverridden' },
  { name: 'putOnHold', type: 'TicketPutOnHold' },
  { name: 'resumed', type: 'TicketResumed' },
  { name: 'resolved', type: 'TicketResolved' },
  { name: 'reopened', type: 'TicketReopened' },
  { name: 'closed', type: 'TicketClosed' },
  { name: 'cancelled', type: 'TicketCancelled' },
  { name: 'rated', type: 'TicketRated' },
  { name: 'converted', type: 'TicketConverted' },
  { name: 'approvalRequested', type: 'ApprovalRequested' },
  { name: 'approvalGiven', type: 'ApprovalVoted', with: { decision: 'approved' } },
  { name: 'approvalRefused', type: 'ApprovalVoted', with: { decision: 'rejected' } },
  { name: 'thresholdPassed', type: 'ThresholdPassed', with: { isOver: 'no' } },
  { name: 'promiseBroken', type: 'ThresholdPassed', with: { isOver: 'yes' } },
];

const texts = (input: Input, names: Readonly<Record<string, string>>): ConditionFields =>
  Object.fromEntries(Object.entries(names).flatMap(([field, fact]) => (typeof input[field] === 'string' ? [[fact, input[field]]] : [])));

const effects: Readonly<Record<string, Effect>> = {
  assign: {
    causes: ['TicketAssigned'], changes: ['groupId', 'assigneeId', 'isAssigned', 'state', 'reassignmentCount'], settles: true,
    after: (input) => ({ ...texts(input, { groupId: 'groupId', assigneeId: 'assigneeId' }), ...(input.assigneeId !== undefined && { isAssigned: 'yes' }) }),
  },
  classify: { causes: ['TicketClassified'], changes: ['categoryId', 'reach', 'work', 'priority'], settles: true, after: (input) => texts(input, { reach: 'reach', work: 'work' }) },
  edit: { causes: ['TicketEdited', 'TicketClassified'], changes: ['words', 'reach', 'work', 'priority'], settles: true, after: (input) => texts(input, { reach: 'reach', work: 'work' }) },
  convert: { causes: ['TicketConverted'], changes: ['kind', 'state'], settles: true, after: (input) => texts(input, { kind: 'kind' }) },
  reply: { causes: ['ReplyAdded'], changes: [], after: () => ({ from: 'agent' }) },
  addNote: { causes: ['NoteAdded'], changes: [] },
  putOnHold: { causes: ['TicketPutOnHold'], changes: ['state', 'holdReason', 'lastMessageFrom'], settles: true, after: (input) => ({ state: 'onHold', ...texts(input, { reason: 'holdReason' }) }) },
  resume: { causes: ['TicketResumed'], changes: ['state', 'holdReason'], settles: true, after: () => ({ holdReason: '' }) },
  resolve: {
    causes: ['TicketResolved'], changes: ['state', 'holdReason', 'resolutionCode', 'categoryId'], settles: true,
    after: (input) => ({ holdReason: '', ...texts(input, { code: 'resolutionCode' }) }),
  },
  close: { causes: ['TicketClosed'], changes: ['state'], settles: true, after: () => ({ state: 'closed' }) },
  reopen: { causes: ['TicketReopened'], changes: ['state', 'resolutionCode', 'reopenCount', 'stars'], settles: true, after: () => ({ resolutionCode: '' }) },
  cancel: { causes: ['TicketCancelled'], changes: ['state', 'holdReason'], settles: true, after: (input) => ({ state: 'cancelled', ...texts(input, { reason: 'cancelReason' }) }) },
  watch: { causes: ['WatcherAdded'], changes: [], settles: true },
  unwatch: { causes: ['WatcherRemoved'], changes: [], settles: true },
  link: { causes: ['LinkAdded'], changes: [], settles: true },
  unlink: { causes: ['LinkRemoved'], changes: [], settles: true },
  callWebhook: { causes: ['WebhookCalled'], changes: [] },
  restrict: { causes: ['TicketRestricted'], changes: ['isRestricted'], settles: true, after: () => ({ isRestricted: 'yes' }) },
};

/** What rules about tickets can be built from. */
export const ticketAutomationWords: AutomationWords = {
  facts, triggers, effects,
  placeholders: [
    'ticket.id', 'ticket.title', 'ticket.priority', 'ticket.state', 'requester.id', 'requester.name', 'requester.firstName', 'requester.department', 'requester.site',
    'assignee.id', 'assignee.name', 'assignee.firstName', 'group.id', 'group.name', 'company.name',
  ],
};
