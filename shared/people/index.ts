export { peoplePractice, groupsPractice, type Person, type PersonSummary, type Group, type GroupSummary } from './person';
export { personSchema, groupSchema, type GroupChannel } from './people-schema';
export { actorOf } from './actor-of';
