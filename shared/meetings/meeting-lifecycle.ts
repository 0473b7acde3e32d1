import type { Lifecycle } from '../kernel';
import { MEETING_STATES, type MeetingState } from './meeting-schema';

/** `chair`: chairs the board. */
export type MeetingRole = 'chair' | 'changeManager' | 'system';

const RUN = ['chair', 'changeManager'] as const;

export const MEETING_LIFECYCLE: Lifecycle<MeetingState, MeetingRole> = {
  states: MEETING_STATES,
  initial: 'planned',
  terminal: ['closed', 'cancelled'],
  transitions: [
    { action: 'start', from: ['planned'], to: 'running', who: RUN },
    { action: 'openItem', from: ['running'], who: RUN, requires: ['changeId'] },
    { action: 'recordDecision', from: ['running'], who: RUN, requires: ['changeId', 'decision'] },
    { action: 'setAttendance', from: ['planned', 'running'], who: RUN, requires: ['presentIds'] },
    { action: 'refreshAgenda', from: ['planned', 'running'], who: [...RUN, 'system'] },
    { action: 'addItem', from: ['planned', 'running'], who: RUN, requires: ['changeId'] },
    { action: 'removeItem', from: ['planned', 'running'], who: RUN, requires: ['changeId'] },
    { action: 'close', from: ['running'], to: 'closed', who: RUN, requires: ['minutes'] },
    { action: 'cancel', from: ['planned', 'running'], to: 'cancelled', who: RUN, requires: ['reason'] },
  ],
};

export const isMeetingEnded = (state: MeetingState): boolean => MEETING_LIFECYCLE.terminal.includes(state);
