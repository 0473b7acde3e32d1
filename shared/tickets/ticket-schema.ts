import {
  RELATIONS, category, choice, date, dateTime, entry, files, group, number, offering, paragraph, person, record, structured, text, when, yesNo, type Relation,
} from '../kernel';
import { callWebhookSchema as callSchema } from '../webhooks/webhook-schema';

export const KINDS = ['incident', 'request'] as const;
export type TicketKind = (typeof KINDS)[number];
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof PRIORITIES)[number];
/** How many are affected, in employee words (domain.md 4.3, step 2). */
export const REACHES = ['me', 'team', 'site', 'everyone'] as const;
export type Reach = (typeof REACHES)[number];
/** Can you work, in employee words (domain.md 4.3, step 3). */
export const WORK_EFFECTS = ['stopped', 'workaround', 'fine'] as const;
export type WorkEffect = (typeof WORK_EFFECTS)[number];
export const HOLD_REASONS = ['requester', 'vendor', 'change', 'problem', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
/** Resolution codes, start set of domain.md 3.1. */
export const RESOLUTION_CODES = [
  'fixed', 'workaround', 'userEducation', 'configurationChange', 'replaced', 'restoredByVendor', 'resolvedByChange',
  'resolvedByProblem', 'resolvedByRequester', 'noFaultFound', 'notReproducible', 'duplicate', 'knownError', 'delivered', 'deliveredInPart', 'notDelivered',
] as const;
export type ResolutionCode = (typeof RESOLUTION_CODES)[number];
export const CANCEL_REASONS = ['withdrawn', 'duplicate', 'notAnIncident'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

const reach = choice(REACHES, 'reach', { label: 'field.ticket.reach', help: 'help.ticket.reach' });
const work = choice(WORK_EFFECTS, 'work', { label: 'field.ticket.work', help: 'help.ticket.work' });
const filesField = files({ label: 'field.ticket.files' });

export const reportSchema = {
  title: text({ label: 'field.ticket.title', required: true, min: 3, max: 200 }),
  description: paragraph({ label: 'field.ticket.description', max: 20_000 }),
  kind: choice(KINDS, 'kind', { label: 'field.ticket.kind' }),
  reach,
  work,
  categoryId: category({ label: 'field.ticket.category' }),
  groupId: group({ label: 'field.ticket.group' }),
  /** For somebody else; agents may name anybody, employees only themselves. */
  requesterId: person({ label: 'field.ticket.requester' }),
  offeringId: offering({ label: 'field.ticket.offering' }),
  answers: structured<Readonly<Record<string, unknown>>>()({ label: 'field.ticket.answers' }),
  neededBy: date({ label: 'field.ticket.neededBy', notBefore: 'today' }),
  /** The first request of the same cart. */
  orderId: record({ label: 'field.ticket.order' }),
  /** Only the people who handle it, and the requester, may know that it exists. */
  isRestricted: yesNo({ label: 'field.ticket.isRestricted', help: 'help.ticket.isRestricted' }),
  followUpOfId: record({ label: 'field.ticket.followUpOf' }),
  /** The incident that it is a part of; for those who handle incidents. */
  parentId: record({ label: 'field.ticket.parent' }),
  files: filesField,
};

export const editSchema = {
  title: text({ label: 'field.ticket.title', min: 3, max: 200 }),
  description: paragraph({ label: 'field.ticket.description', max: 20_000 }),
  reach,
  work,
};

export const classifySchema = {
  categoryId: category({ label: 'field.ticket.category' }),
  reach,
  work,
};

export const assignSchema = {
  groupId: group({ label: 'field.ticket.group' }),
  assigneeId: person({ label: 'field.ticket.assignee' }),
  reason: text({ label: 'field.ticket.assignReason', help: 'help.ticket.assignReason', max: 500 }),
  /** For a group that knows more: what was done already. */
  tried: paragraph({ label: 'field.ticket.tried', help: 'help.ticket.tried', max: 2_000 }),
  /** The group that passes it on still hears of it. */
  staysInformed: yesNo({ label: 'field.ticket.staysInformed' }),
};

export const declineSchema = { reason: text({ label: 'field.ticket.declineReason', max: 300 }) };

export const escalateSchema = { reason: text({ label: 'field.ticket.escalateReason', help: 'help.ticket.escalateReason', required: true, max: 500 }) };

export const replySchema = {
  text: paragraph({ label: 'field.ticket.reply', required: true, max: 20_000 }),
  files: filesField,
};

export const noteSchema = {
  text: paragraph({ label: 'field.ticket.note', required: true, max: 20_000 }),
  files: filesField,
};

export const attachSchema = { files: files({ label: 'field.ticket.files', required: true }) };

export const holdSchema = {
  reason: choice(HOLD_REASONS, 'holdReason', { label: 'field.ticket.holdReason', required: true }),
  /** Sent to the requester: a question they can answer. */
  comment: paragraph({
    label: 'field.ticket.holdComment', help: 'help.ticket.holdComment', required: true, max: 5_000,
    visibleIf: when('reason', 'requester'),
  }),
  supplier: text({ label: 'field.ticket.supplier', required: true, visibleIf: when('reason', 'vendor') }),
  reference: text({
    label: 'field.ticket.reference', help: 'help.ticket.reference', required: true,
    visibleIf: when('reason', 'vendor', 'change', 'problem'),
  }),
  why: text({ label: 'field.ticket.holdWhy', required: true, max: 500, visibleIf: when('reason', 'other') }),
  followUpAt: dateTime({ label: 'field.ticket.followUpAt', help: 'help.ticket.followUpAt', required: true }),
};

export const resolveSchema = {
  code: choice(RESOLUTION_CODES, 'resolution', { label: 'field.ticket.resolutionCode', required: true }),
  notes: paragraph({ label: 'field.ticket.resolutionNotes', help: 'help.ticket.resolutionNotes', required: true, max: 10_000 }),
  categoryId: category({ label: 'field.ticket.category', help: 'help.ticket.confirmCategory' }),
};

export const reopenSchema = { reason: paragraph({ label: 'field.ticket.reopenReason', required: true, max: 5_000 }) };

export const cancelSchema = {
  reason: choice(CANCEL_REASONS, 'cancelReason', { label: 'field.ticket.cancelReason', required: true }),
  note: paragraph({ label: 'field.ticket.cancelNote', max: 5_000 }),
  duplicateOfId: record({
    label: 'field.ticket.duplicateOf', required: true, visibleIf: when('reason', 'duplicate'),
  }),
};

export const rateSchema = {
  stars: number({ label: 'field.ticket.stars', required: true, atLeast: 1, atMost: 5 }),
  comment: paragraph({ label: 'field.ticket.ratingComment', max: 2_000 }),
};

export const watchSchema = { personId: person({ label: 'field.ticket.watcher' }) };

export const linkSchema = {
  relation: choice(['relatedTo', 'duplicateOf', 'childOf', 'parentOf', 'causedBy', 'fixedBy', 'followUpOf'], 'relation', {
    label: 'field.ticket.relation', required: true,
  }),
  otherId: record({ label: 'field.ticket.other', required: true }),
};

export const unlinkSchema = {
  relation: choice(Object.keys(RELATIONS) as Relation[], 'relation', { label: 'field.ticket.relation', required: true }),
  otherId: record({ label: 'field.ticket.other', required: true }),
};

export const prioritySchema = {
  priority: choice(PRIORITIES, 'priority', { label: 'field.ticket.priority', required: true }),
  reason: text({ label: 'field.ticket.priorityReason', required: true, max: 500 }),
};

export const restrictSchema = { reason: text({ label: 'field.reason', required: true, max: 500 }) };

export const majorReasonSchema = { reason: text({ label: 'field.ticket.majorReason', max: 500 }) };

/** What jobs have counted. */
export const countsSchema = {
  similar: number({ label: 'field.ticket.similar', atLeast: 0 }),
  people: number({ label: 'field.ticket.people', atLeast: 0 }),
};

/** Somebody says "me too"; how many have, and have reported something similar within half an hour, with them. */
export const affectedSchema = {
  personId: person({ label: 'field.ticket.affected', required: true }),
  similar: number({ label: 'field.ticket.similar', atLeast: 0 }),
};

export const convertSchema = { kind: choice(KINDS, 'kind', { label: 'field.ticket.kind', required: true }) };

export const voteSchema = { comment: paragraph({ label: 'field.approval.comment', max: 2_000 }) };
export const refuseSchema = { comment: paragraph({ label: 'field.approval.reason', required: true, max: 2_000 }) };

export const runMacroSchema = { macroId: entry({ label: 'field.ticket.macro', of: 'macros', required: true }) };

export const emptySchema = {};

export const callWebhookSchema = {
  ...callSchema,
  /** Names of the answers of the form that are sent along. */
  answers: structured<readonly string[]>()({ label: 'field.webhook.answers', max: 4_000 }),
};
