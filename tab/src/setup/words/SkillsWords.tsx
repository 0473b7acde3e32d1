import type { SkillNeed } from '../../../../shared/people/people-schema';
import { useSession } from '../../lib/session';
import { entryName } from '../../registers/names';
import type { EntryView } from '../../registers/types';
import { useRegister } from '../../registers/use-register';

/** "ERP, level 4 (mandatory)". */
export function SkillsWords({ value = [] }: { readonly value: readonly SkillNeed[] | undefined }) {
  const { t, language } = useSession();
  const { entries } = useRegister<EntryView>('skills');
  const nameOf = (id: string): string => {
    const entry = entries.find((candidate) => candidate.id === id);
    return entry ? entryName(entry, language) : id;
  };
  if (value.length === 0) return <span>{t('tab.none')}</span>;
  return value.map(({ skillId, level, isMandatory }) => <span key={skillId}>{t(isMandatory ? 'setup.skills.mandatoryLine' : 'setup.skills.line', { skill: nameOf(skillId), level })}</span>);
}
