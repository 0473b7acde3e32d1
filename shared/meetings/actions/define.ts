import type { Directory } from '../../catalog';
import type { Action, InputOf, LinkChange, Schema } from '../../kernel';
import type { Meeting, MeetingSubject } from '../meeting';
import type { MeetingEvent } from '../meeting-events';
import { canOnMeeting } from '../meeting-permissions';

export type MeetingAction<S extends Schema = Schema> = Action<Meeting, MeetingSubject, MeetingEvent, Directory, S>;
export type MeetingContext = Parameters<MeetingAction['decide']>[2];
export type MeetingDecide<S extends Schema> = (meeting: Meeting, input: InputOf<S>, context: MeetingContext) => ReturnType<MeetingAction<S>['decide']>;

/** An action on an existing meeting; who may do it, and in which state, stands in the lifecycle table. */
export function onMeeting<const S extends Schema>(verb: string, schema: S, decide: MeetingDecide<S>): MeetingAction<S> {
  return {
    name: `meetings.${verb}`,
    schema,
    repeat: 'check',
    can: canOnMeeting(verb),
    decide: (meeting, input, context) => decide(meeting as Meeting, input, context),
  };
}

/** A change on the agenda names the meeting, and the other way round. */
export const discusses = (kind: LinkChange['kind'], changeIds: readonly string[]): readonly LinkChange[] =>
  changeIds.map((otherId) => ({ kind, relation: 'discusses', otherId }));
