export { DEMO_CAST, PEOPLE } from './people';
export { GROUPS, type DemoGroup } from './groups';
export { type DemoPerson, type Site } from './person-row';
