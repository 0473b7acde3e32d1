import { addItem, cancel, plan, refreshAgenda, removeItem } from './actions/planning';
import { close, openItem, recordDecision, setAttendance, start } from './actions/running';

/** In the order in which buttons are drawn. */
export const meetingActions = [plan, start, openItem, recordDecision, setAttendance, close, refreshAgenda, addItem, removeItem, cancel];
