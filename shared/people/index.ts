export { peoplePractice, groupsPractice, type Person, type PersonSummary, type Group, type GroupSummary } from './person';
export { ASSIGNMENT_DEFAULTS, personSchema, groupSchema, skillSchema, STRATEGIES, type GroupChannel, type HeldSkill, type SkillNeed, type Strategy } from './people-schema';
export { isAway } from './away';
export { checkSkills, skillsPractice, type Skill } from './skill';
export { actorOf } from './actor-of';
export { erasedMailOf, erasedNameOf, type PersonErased } from './erased';
