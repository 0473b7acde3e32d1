import { category, choice, dateTime, entries, entry, files, group, multiChoice, number, paragraph, person, record, structured, text, when, yesNo } from '../kernel';
import { CHANGE_TYPES } from '../scheduling/window-schema';

export const RISK_LEVELS = ['low', 'moderate', 'high', 'veryHigh'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Parts of what is decided about: an approval step binds some of them (domain.md 3.4, material changes). */
export const CONTENT_PARTS = ['plan', 'scope', 'items', 'window', 'risk'] as const;
export type ContentPart = (typeof CONTENT_PARTS)[number];

export const OUTCOMES = ['successful', 'withIssues', 'backedOut', 'notBackedOut', 'notImplemented'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const EMERGENCY_REASONS = ['majorIncident', 'imminentFailure', 'security'] as const;
export const CANCEL_REASONS = ['withdrawn', 'notNeeded', 'replaced', 'tooRisky'] as const;
export const HOLD_REASONS = ['information', 'supplier', 'resources', 'other'] as const;
export const TASK_KINDS = ['implementation', 'test', 'review'] as const;
export const REACHES = ['few', 'many', 'all'] as const;

/** The questions whose answers count for the risk beside the rules; each 0 to 3 (domain.md 3.5). */
export const QUESTIONS = ['experience', 'complexity', 'recoverability', 'testing', 'visibility', 'coordination'] as const;
export type Question = (typeof QUESTIONS)[number];

const answers = (question: Question) =>
  choice(['0', '1', '2', '3'], `answer.${question}`, { label: `field.change.question.${question}` });

const questionnaire = {
  experience: answers('experience'),
  complexity: answers('complexity'),
  recoverability: answers('recoverability'),
  testing: answers('testing'),
  visibility: answers('visibility'),
  coordination: answers('coordination'),
};

const PLAN_CHARS = 8_000;

/** What somebody writes about a change: everything is optional until it is submitted, where all that is missing is named. */
export const changeFields = {
  title: text({ label: 'field.change.title', max: 150 }),
  description: paragraph({ label: 'field.change.description', max: 10_000 }),
  reason: paragraph({ label: 'field.change.reason', max: 4_000 }),
  serviceIds: entries({ label: 'field.change.services', of: 'services', max: 20 }),
  itemIds: entries({ label: 'field.change.items', of: 'items', max: 50 }),
  categoryId: category({ label: 'field.change.category' }),
  groupId: group({ label: 'field.change.group' }),
  implementerId: person({ label: 'field.change.implementer' }),
  plannedStart: dateTime({ label: 'field.change.plannedStart' }),
  plannedEnd: dateTime({ label: 'field.change.plannedEnd' }),
  implementationPlan: paragraph({ label: 'field.change.implementationPlan', help: 'help.change.implementationPlan', max: PLAN_CHARS }),
  testPlan: paragraph({ label: 'field.change.testPlan', help: 'help.change.testPlan', max: PLAN_CHARS }),
  backoutPlan: paragraph({ label: 'field.change.backoutPlan', help: 'help.change.backoutPlan', max: PLAN_CHARS }),
  isBackoutTested: yesNo({ label: 'field.change.isBackoutTested' }),
  impact: paragraph({ label: 'field.change.impact', help: 'help.change.impact', max: 4_000 }),
  /** Up to 50, up to 500, more or all. */
  reach: choice(REACHES, 'changeReach', { label: 'field.change.reach' }),
  isOutage: yesNo({ label: 'field.change.isOutage' }),
  outageMinutes: number({ label: 'field.change.outageMinutes', atLeast: 1, atMost: 100_000, visibleIf: when('isOutage', 'true') }),
  isVendorInvolved: yesNo({ label: 'field.change.isVendorInvolved' }),
  ...questionnaire,
};

/** A new change. `standard` needs a template; an emergency says why it cannot wait. */
export const proposeSchema = {
  type: choice(CHANGE_TYPES, 'changeType', { label: 'field.change.type', required: true }),
  templateId: entry({ label: 'field.change.template', of: 'changeTemplates', visibleIf: when('type', 'standard'), required: true }),
  emergencyReason: choice(EMERGENCY_REASONS, 'emergencyReason', { label: 'field.change.emergencyReason', visibleIf: when('type', 'emergency'), required: true }),
  incidentId: record({ label: 'field.change.incident', visibleIf: when('emergencyReason', 'majorIncident') }),
  ...changeFields,
  title: text({ label: 'field.change.title', required: true, max: 150 }),
};

/** Work that was done before anybody was asked: an emergency in the night, or a change that nobody had announced. */
export const recordDoneSchema = {
  ...changeFields,
  title: text({ label: 'field.change.title', required: true, max: 150 }),
  reason: paragraph({ label: 'field.change.reason', required: true, max: 4_000 }),
  itemIds: entries({ label: 'field.change.items', of: 'items', max: 50, required: true }),
  emergencyReason: choice(EMERGENCY_REASONS, 'emergencyReason', { label: 'field.change.emergencyReason' }),
  incidentId: record({ label: 'field.change.incident' }),
  actualStart: dateTime({ label: 'field.change.actualStart', required: true }),
  actualEnd: dateTime({ label: 'field.change.actualEnd', required: true }),
  outcome: choice(OUTCOMES, 'outcome', { label: 'field.change.outcome', required: true }),
  /** Found rather than announced: it counts as unauthorized. */
  isUnauthorized: yesNo({ label: 'field.change.isUnauthorized' }),
};

export const editSchema = {
  ...changeFields,
  /** Whether there is an outage stands in the change already: only its length may be written. */
  outageMinutes: number({ label: 'field.change.outageMinutes', atLeast: 1, atMost: 100_000 }),
  /** Fields to be emptied. */
  clear: multiChoice({ label: 'field.clear', options: Object.entries(changeFields).filter(([name]) => name !== 'title').map(([value, { label }]) => ({ value, label })) }),
};

export const rescheduleSchema = {
  plannedStart: dateTime({ label: 'field.change.plannedStart', required: true }),
  plannedEnd: dateTime({ label: 'field.change.plannedEnd', required: true }),
};

/** A press on the card of one seat: which step, with its one-time token. */
const ballot = {
  step: text({ label: 'field.approval.step', required: true, max: 40 }),
  token: text({ label: 'field.approval.token', required: true, max: 60 }),
};
export const approveSchema = {
  ...ballot,
  comment: paragraph({ label: 'field.approval.comment', max: 2_000 }),
  /** High risks are confirmed a second time, with a reason. */
  isConfirmed: yesNo({ label: 'field.approval.isConfirmed' }),
};
export const refuseSchema = { ...ballot, comment: paragraph({ label: 'field.approval.reason', required: true, max: 2_000 }) };
export const withdrawVoteSchema = { step: text({ label: 'field.approval.step', required: true, max: 40 }) };

export const reasonSchema = { reason: paragraph({ label: 'field.reason', required: true, max: 2_000 }) };
export const cancelSchema = {
  reason: choice(CANCEL_REASONS, 'changeCancelReason', { label: 'field.change.cancelReason', required: true }),
  note: paragraph({ label: 'field.change.note', max: 2_000 }),
};
export const holdSchema = {
  reason: choice(HOLD_REASONS, 'changeHoldReason', { label: 'field.change.holdReason', required: true }),
  note: paragraph({ label: 'field.change.note', max: 2_000 }),
  keepsSlot: yesNo({ label: 'field.change.keepsSlot' }),
};
export const acceptCollisionsSchema = {
  /** Keys of the collisions; absent: all there are now. */
  keys: structured<readonly string[]>()({ label: 'field.change.collisions', max: 5_000 }),
  reason: paragraph({ label: 'field.reason', required: true, max: 2_000 }),
};

export const finishSchema = {
  outcome: choice(OUTCOMES, 'outcome', { label: 'field.change.outcome', required: true }),
  actualEnd: dateTime({ label: 'field.change.actualEnd' }),
  isBackoutUsed: yesNo({ label: 'field.change.isBackoutUsed' }),
  /** What the outage really took. */
  outageMinutes: number({ label: 'field.change.actualOutageMinutes', atLeast: 0, atMost: 100_000 }),
  notes: paragraph({ label: 'field.change.finishNotes', max: 4_000 }),
};

/** The post-implementation review (domain.md 3.5). */
export const reviewSchema = {
  objectivesMet: choice(['yes', 'partly', 'no'], 'objectivesMet', { label: 'field.change.objectivesMet', required: true }),
  rootCause: paragraph({ label: 'field.change.rootCause', max: 4_000 }),
  lessons: paragraph({ label: 'field.change.lessons', max: 4_000 }),
  /** One follow-up per line. */
  followUps: paragraph({ label: 'field.change.followUps', max: 4_000 }),
  isBackoutWorking: choice(['yes', 'no', 'notUsed'], 'backoutWorked', { label: 'field.change.backoutWorked' }),
  isStandardCandidate: yesNo({ label: 'field.change.isStandardCandidate' }),
};

export const taskSchema = {
  title: text({ label: 'field.change.taskTitle', required: true, max: 200 }),
  kind: choice(TASK_KINDS, 'changeTask', { label: 'field.change.taskKind', required: true }),
  groupId: group({ label: 'field.change.group' }),
  assigneeId: person({ label: 'field.change.assignee' }),
  dueAt: dateTime({ label: 'field.change.taskDueAt' }),
};
const taskId = text({ label: 'field.change.task', required: true, max: 20 });
export const changeTaskSchema = { taskId, ...taskSchema, title: text({ label: 'field.change.taskTitle', max: 200 }), kind: choice(TASK_KINDS, 'changeTask', { label: 'field.change.taskKind' }) };
export const closeTaskSchema = {
  taskId,
  state: choice(['done', 'skipped'], 'changeTaskState', { label: 'field.change.taskState', required: true }),
  note: paragraph({ label: 'field.change.note', max: 2_000 }),
};

export const commentSchema = {
  text: paragraph({ label: 'field.change.comment', required: true, max: 10_000 }),
  files: files({ label: 'field.change.files', max: 10 }),
};
export const linkSchema = {
  relation: choice(['relatedTo', 'causes', 'fixes', 'followUpOf'], 'relation', { label: 'field.ticket.relation', required: true }),
  otherId: record({ label: 'field.ticket.other', required: true }),
};
export const unlinkSchema = {
  relation: choice(['relatedTo', 'causes', 'fixes', 'followUpOf', 'followedUpBy', 'causedBy', 'fixedBy'], 'relation', { label: 'field.ticket.relation', required: true }),
  otherId: record({ label: 'field.ticket.other', required: true }),
};

export const closeVoteSchema = {
  step: text({ label: 'field.approval.step', required: true, max: 40 }),
  presentIds: structured<readonly string[]>()({ label: 'field.meeting.attendees', required: true, max: 3_000 }),
};

export const noteIncidentSchema = { incidentId: record({ label: 'field.change.incident', required: true }), isLinked: yesNo({ label: 'field.change.isLinked', required: true }) };

export const emptySchema = {};
