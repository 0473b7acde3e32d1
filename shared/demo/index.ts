export { buildDemo, type DemoOptions } from './build-demo';
export { DEMO_CAST } from './company';
export { seedDemo, STORE_NOT_EMPTY, type Seeded, type SeedOptions, type SeedTarget } from './seed-demo';
export type { DemoPlan, RegisterStep, TicketStep } from './plan';
