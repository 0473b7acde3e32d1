import type { AutomationWords, Effect, Fact, Option, Trigger } from '../kernel';
import { CHANGE_TYPES } from '../scheduling/window-schema';

const STATES = ['new', 'assess', 'authorize', 'scheduled', 'implement', 'review', 'closed', 'cancelled'];
const RISKS = ['low', 'moderate', 'high', 'veryHigh'];
const ROLES = ['employee', 'agent', 'approver', 'manager', 'changeManager', 'administrator', 'system'];
const OUTCOMES = ['successful', 'withIssues', 'backedOut', 'notBackedOut', 'notImplemented'];

const options = (values: readonly string[], prefix: string): readonly Option[] => values.map((value) => ({ value, label: `${prefix}.${value}` }));
const ofRecord = (name: string, kind: Fact['kind'], more: Partial<Fact> = {}): Fact => ({ name, kind, label: `fact.${name}`, of: 'record', ...more });
const ofEvent = (name: string, kind: Fact['kind'], more: Partial<Fact> = {}): Fact => ({ ...ofRecord(name, kind, more), of: 'event' });

const facts: readonly Fact[] = [
  ofRecord('changeType', 'choice', { options: options(CHANGE_TYPES, 'changeType') }),
  ofRecord('changeState', 'choice', { options: options(STATES, 'state') }),
  ofRecord('risk', 'choice', { options: options(RISKS, 'risk') }),
  ofRecord('categoryId', 'category'),
  ofRecord('groupId', 'group'),
  ofRecord('implementerId', 'person'),
  ofRecord('requesterId', 'person'),
  ofRecord('isOutage', 'yesNo'),
  ofRecord('isOnHold', 'yesNo'),
  ofRecord('outcome', 'choice', { options: options(OUTCOMES, 'outcome') }),
  ofRecord('incidentCount', 'number'),
  ofRecord('words', 'words'),
  ofEvent('actorRole', 'choice', { options: options(ROLES, 'role') }),
  ofEvent('isByRule', 'yesNo'),
  ofEvent('eventWords', 'words'),
];

const triggers: readonly Trigger[] = [
  { name: 'proposed', type: 'ChangeProposed' },
  { name: 'recorded', type: 'ChangeRecorded' },
  { name: 'edited', type: 'ChangeEdited' },
  { name: 'submitted', type: 'ChangeSubmitted' },
  { name: 'approvalGiven', type: 'VoteCast', with: { decision: 'approved' } },
  { name: 'approvalRefused', type: 'VoteCast', with: { decision: 'rejected' } },
  { name: 'reverted', type: 'ChangeReverted' },
  { name: 'scheduled', type: 'ChangeScheduled' },
  { name: 'started', type: 'ChangeStarted' },
  { name: 'finished', type: 'ChangeFinished' },
  { name: 'reviewed', type: 'ReviewCompleted' },
  { name: 'closed', type: 'ChangeClosed' },
  { name: 'cancelled', type: 'ChangeCancelled' },
  { name: 'held', type: 'ChangeHeld' },
  { name: 'resumed', type: 'ChangeResumed' },
  { name: 'commented', type: 'CommentAdded' },
  { name: 'incidentCaused', type: 'IncidentCaused' },
];

const effects: Readonly<Record<string, Effect>> = {
  comment: { causes: ['CommentAdded'], changes: [] },
  addTask: { causes: ['TaskAdded'], changes: [] },
  hold: { causes: ['ChangeHeld'], changes: ['isOnHold'], settles: true, after: () => ({ isOnHold: 'yes' }) },
  resume: { causes: ['ChangeResumed'], changes: ['isOnHold', 'changeState'], settles: true, after: () => ({ isOnHold: 'no' }) },
  submit: { causes: ['ChangeSubmitted', 'ChangeScheduled'], changes: ['changeState', 'risk'], settles: true },
  schedule: { causes: ['ChangeScheduled'], changes: ['changeState'], settles: true, after: () => ({ changeState: 'scheduled' }) },
  close: { causes: ['ChangeClosed'], changes: ['changeState'], settles: true, after: () => ({ changeState: 'closed' }) },
  callWebhook: { causes: ['WebhookCalled'], changes: [] },
  link: { causes: ['LinkAdded', 'IncidentCaused'], changes: ['incidentCount'], settles: true },
  unlink: { causes: ['LinkRemoved', 'IncidentCleared'], changes: ['incidentCount'], settles: true },
};

/** What rules about changes can be built from. Starting work and writing its plan stay with people. */
export const changeAutomationWords: AutomationWords = {
  facts, triggers, effects,
  placeholders: ['change.id', 'change.title', 'change.risk', 'requester.id', 'requester.name', 'requester.firstName', 'implementer.id', 'implementer.name', 'group.id', 'group.name', 'company.name'],
};
