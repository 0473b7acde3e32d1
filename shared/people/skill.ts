import { defineRegister, hasRole, isAgent, type FieldProblem, type RegisterRecord } from '../kernel';
import { skillSchema, type SkillNeed } from './people-schema';

export type Skill = RegisterRecord<typeof skillSchema>;

/** What somebody who handles tickets can be good at; people hold it at a level from 1 to 5. */
export const skillsPractice = defineRegister({
  practice: 'skills',
  prefix: 'SKL',
  schema: skillSchema,
  canRead: (actor) => isAgent(actor) || hasRole(actor, 'administrator', 'auditor'),
  canEdit: (actor) => hasRole(actor, 'administrator', 'system'),
  sortKey: (skill) => skill.name.toLowerCase(),
});

const MAX_SKILLS = 50;
const TOP_LEVEL = 5;

const isSkill = (value: unknown): value is SkillNeed => {
  const { skillId, level, isMandatory, ...rest } = (value ?? {}) as Partial<SkillNeed>;
  return typeof skillId === 'string' && /^SKL\d{7,10}$/.test(skillId) && Number.isInteger(level) && level! >= 1 && level! <= TOP_LEVEL && (isMandatory === undefined || typeof isMandatory === 'boolean') && Object.keys(rest).length === 0;
};

/** What is wrong with a list of skills with levels, held or needed. */
export function checkSkills({ skills }: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  if (skills === undefined || skills === null) return [];
  if (!Array.isArray(skills) || skills.length > MAX_SKILLS || !skills.every(isSkill)) return [{ field: 'skills', code: 'notSkills', params: { max: MAX_SKILLS } }];
  const isOnce = new Set(skills.map(({ skillId }) => skillId)).size === skills.length;
  return isOnce ? [] : [{ field: 'skills', code: 'skillTwice' }];
}
