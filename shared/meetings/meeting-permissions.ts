import { hasRole, type Actor } from '../kernel';
import { readsMeetings } from './board';
import type { MeetingSubject } from './meeting';
import { MEETING_LIFECYCLE, type MeetingRole } from './meeting-lifecycle';

/** Does this actor stand to this meeting as `role`? */
export function standsToMeetingAs(role: MeetingRole, actor: Actor, meeting: Pick<MeetingSubject, 'chairIds'>): boolean {
  return role === 'chair' ? meeting.chairIds.includes(actor.id) : hasRole(actor, role);
}

export function canReadMeeting(actor: Actor, { chairIds, memberIds }: MeetingSubject): boolean {
  return readsMeetings(actor) || chairIds.includes(actor.id) || memberIds.includes(actor.id);
}

/** Which board somebody chairs is looked at when it is decided; employees who sit on none never come that far. */
export const canPlanMeeting = (actor: Actor): boolean => readsMeetings(actor) || actor.groupIds.length > 0 || actor.leadsGroupIds.length > 0;

/** Role and state in one place: the lifecycle table decides. */
export function canOnMeeting(verb: string) {
  return (actor: Actor, meeting: MeetingSubject | undefined): boolean => {
    if (!meeting || !canReadMeeting(actor, meeting)) return false;
    return MEETING_LIFECYCLE.transitions.some((row) => row.action === verb && row.from.includes(meeting.state) && row.who.some((role) => standsToMeetingAs(role, actor, meeting)));
  };
}
