export { calendarsPractice, targetsPractice, type Calendar, type Target } from './calendar';
export { calendarSchema, targetSchema, type Weekly, type Window } from './calendar-schema';
export { evaluateClocks, type ClockFact, type ClockInput } from './clocks';
export { isBreached, type ClockView } from './clock-views';
export { afterOpenMinutes, openTimeBetween } from './open-time';
