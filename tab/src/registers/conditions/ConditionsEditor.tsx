import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useId } from 'react';
import type { Condition, Conditions } from '../../../../shared/kernel';
import { useText } from '../../lib/session';
import type { ConditionField } from './condition-field';
import { ConditionRow } from './ConditionRow';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0, border: 'none', margin: 0, padding: 0 },
  label: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
  help: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  group: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '10px 12px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2, minWidth: 0 },
  or: { alignSelf: 'flex-start', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, paddingLeft: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  problem: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly label: string;
  readonly help?: string;
  /** What it means that there are none. */
  readonly emptyText: string;
  readonly fields: readonly ConditionField[];
  /** The comparison that a new group begins with. */
  readonly first: Condition;
  readonly conditions: Conditions | undefined;
  readonly problem?: string | undefined;
  onChange(conditions: Conditions | undefined): void;
}

/** A condition may compare both ways; the editor shows one comparison per line. */
function asLines(conditions: Conditions): Conditions {
  return conditions.map((group) =>
    group.flatMap(({ field, is, isNot, atLeast, atMost }): readonly Condition[] => {
      const bounds = [...(atLeast === undefined ? [] : [{ field, atLeast }]), ...(atMost === undefined ? [] : [{ field, atMost }])];
      const values = [...(is ? [{ field, is }] : []), ...(isNot ? [{ field, isNot }] : [])];
      return values.length + bounds.length > 0 ? [...values, ...bounds] : [{ field, is: [] }];
    }),
  );
}

/** Conditions as data: any of the boxes, in a box everything. */
export function ConditionsEditor({ label, help, emptyText, fields, first, conditions, problem, onChange }: Props) {
  const styles = useStyles();
  const t = useText();
  const helpId = useId();
  const groups = asLines(conditions ?? []);
  const put = (next: Conditions): void => onChange(next.some((group) => group.length > 0) ? next.filter((group) => group.length > 0) : undefined);
  const putGroup = (index: number, group: readonly Condition[]): void => put(groups.map((old, at) => (at === index ? group : old)));
  return (
    <fieldset className={styles.root} {...(help && { 'aria-describedby': helpId })}>
      <legend className={styles.label}>{label}</legend>
      {help && (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
      {groups.length === 0 && <Text>{emptyText}</Text>}
      {groups.map((group, index) => (
        <div key={index}>
          {index > 0 && <div className={styles.or}>{t('register.condition.or')}</div>}
          <div className={styles.group} role="group" aria-label={t('register.condition.group', { number: index + 1 })}>
            {group.map((condition, at) => (
              <ConditionRow
                key={at}
                condition={condition}
                fields={fields}
                onChange={(changed) => putGroup(index, group.map((old, place) => (place === at ? changed : old)))}
                onRemove={() => putGroup(index, group.filter((_old, place) => place !== at))}
              />
            ))}
            <div className={styles.buttons}>
              <Button size="small" appearance="subtle" icon={<Add16Regular aria-hidden />} onClick={() => putGroup(index, [...group, first])}>
                {t('register.condition.and')}
              </Button>
            </div>
          </div>
        </div>
      ))}
      <div className={styles.buttons}>
        <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => put([...groups, [first]])}>
          {t(groups.length === 0 ? 'register.condition.add' : 'register.condition.addOr')}
        </Button>
      </div>
      {problem && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </fieldset>
  );
}
