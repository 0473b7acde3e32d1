import type { Directory } from '../catalog';
import type { AutomationFace, ConditionFields } from '../kernel';
import type { Change } from './change';
import { changeAutomationWords } from './change-automation-schema';
import type { ChangeEvent } from './change-events';
import { CHANGE_LIFECYCLE, isEnded } from './change-lifecycle';

const yesNo = (value: boolean | undefined): string => (value ? 'yes' : 'no');

function factsOf(change: Change, config: Directory): ConditionFields {
  const { type, state, risk, categoryId, groupId, implementerId, requesterId, isOutage, hold, outcome, incidents } = change;
  const parentId = config.category(categoryId)?.parentId;
  return {
    changeType: type, changeState: state, risk: risk.level, categoryId: [categoryId, parentId].filter((id) => id !== undefined), groupId, implementerId, requesterId, outcome,
    isOutage: yesNo(isOutage),
    isOnHold: yesNo(hold !== undefined),
    incidentCount: String(incidents.length),
  };
}

function eventText(event: ChangeEvent): string {
  if (event.type === 'CommentAdded') return event.text;
  if (event.type === 'VoteCast') return event.vote.comment ?? '';
  return event.type === 'ChangeReverted' ? event.reason : '';
}

const firstName = (name: string | undefined): string => name?.split(' ')[0] ?? '';

function placeholderValues(change: Change, config: Directory): Readonly<Record<string, string>> {
  return {
    'change.id': change.id,
    'change.title': change.title,
    'change.risk': change.risk.level,
    'requester.id': change.requesterId,
    'requester.name': change.requesterName,
    'requester.firstName': firstName(change.requesterName),
    'implementer.id': change.implementerId ?? '',
    'implementer.name': change.implementerName ?? '',
    'group.id': change.groupId ?? '',
    'group.name': config.group(change.groupId)?.name ?? '',
    'company.name': config.settings().companyName ?? '',
  };
}

/** What rules may look at and do on changes. */
export const changeAutomation: AutomationFace<Change, ChangeEvent, Directory> = {
  ...changeAutomationWords,
  verbs: new Set(CHANGE_LIFECYCLE.transitions.filter(({ who }) => who.includes('system')).map(({ action }) => action)),
  factsOf,
  eventFactsOf: ({ event }) => (event.type === 'VoteCast' ? { decision: event.vote.decision } : {}),
  textOf: ({ title, description = '', reason = '' }) => `${title}\n${description}\n${reason}`,
  eventTextOf: eventText,
  placeholderValues,
  messageOf: (_called, { type, state, title, risk, plannedStart, plannedEnd }) => ({
    changeType: type, state, title, risk: risk.level, ...(plannedStart && { plannedStart }), ...(plannedEnd && { plannedEnd }),
  }),
  isActive: ({ state }) => !isEnded(state),
};
