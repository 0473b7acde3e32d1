export { freezesPractice, maintenanceWindowsPractice, type Freeze, type MaintenanceWindow } from './freeze';
export { checkWindow } from './window-check';
export { collisionWords, type CollisionReader } from './collision-words';
export { occurrencesProblems } from './occurrence-check';
export { startsBetween } from './occurrence-starts';
export { describeOccurrence } from './occurrence-views';
export { createSchedule, type Schedule, type ScheduleSources } from './schedule';
export type { Booking, Collision, Exemption, PlannedWork, RefusedStretch, Slot, SlotRequest, SlotSearch, WorkToPlace } from './schedule-views';
export {
  CHANGE_TYPES, COLLISION_REASONS, WEEKDAYS, freezeSchema, maintenanceWindowSchema, type ChangeType, type CollisionReason, type FreezeScope, type Occurrence, type Weekday,
} from './window-schema';
