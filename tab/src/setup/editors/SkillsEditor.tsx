import { Button, Checkbox, makeStyles, Select, Tooltip } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { SkillNeed } from '../../../../shared/people/people-schema';
import { useSession } from '../../lib/session';
import { entryName } from '../../registers/names';
import type { EntryView } from '../../registers/types';
import { useRegister } from '../../registers/use-register';
import { EditorProblem } from './EditorProblem';
import type { EditorProps } from './types';

const LEVELS = [1, 2, 3, 4, 5] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px', alignItems: 'flex-start' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
});

interface Props extends EditorProps<readonly SkillNeed[]> {
  /** What work takes, instead of what somebody holds: some of it may be mandatory. */
  readonly isNeed: boolean;
}

/** Skills with their levels, one per line. */
export function SkillsEditor({ value = [], problem, isNeed, onChange }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const { entries } = useRegister<EntryView>('skills');
  const put = (next: readonly SkillNeed[]): void => onChange(next.length > 0 ? next : undefined);
  const change = (index: number, over: Partial<SkillNeed>): void => put(value.map((entry, at) => (at === index ? { ...entry, ...over } : entry)));
  const isFree = (id: string): boolean => !value.some(({ skillId }) => skillId === id);
  const free = entries.filter(({ id, retired }) => !retired && isFree(id));
  return (
    <div className={styles.root} role="group" aria-label={t('setup.tab.skills')} data-testid="skills">
      {value.map(({ skillId, level, isMandatory = false }, index) => {
        const own = entries.find(({ id }) => id === skillId);
        const name = own ? entryName(own, language) : skillId;
        return (
          <div key={skillId} className={styles.row} role="group" aria-label={name}>
            <Select aria-label={t('setup.skills.skill')} value={skillId} onChange={(_event, data) => change(index, { skillId: data.value })}>
              {[...(own ? [own] : []), ...free].map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {entryName(entry, language)}
                </option>
              ))}
            </Select>
            <Select aria-label={t('setup.skills.level', { skill: name })} value={String(level)} onChange={(_event, data) => change(index, { level: Number(data.value) })}>
              {LEVELS.map((entry) => (
                <option key={entry} value={entry}>
                  {t('setup.skills.levelOf', { level: entry })}
                </option>
              ))}
            </Select>
            {isNeed && <Checkbox label={t('setup.skills.mandatory')} checked={isMandatory} onChange={(_event, data) => change(index, { isMandatory: data.checked === true })} />}
            <Tooltip content={t('setup.skills.remove', { skill: name })} relationship="label">
              <Button appearance="subtle" size="small" icon={<Dismiss20Regular />} onClick={() => put(value.filter((_entry, at) => at !== index))} />
            </Tooltip>
          </div>
        );
      })}
      {free[0] && (
        <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => put([...value, { skillId: free[0]!.id, level: 3 }])}>
          {t('setup.skills.add')}
        </Button>
      )}
      <EditorProblem text={problem} />
    </div>
  );
}
