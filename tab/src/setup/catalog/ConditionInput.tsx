import { makeStyles } from '@fluentui/react-components';
import type { Condition, Conditions, Schema } from '../../../../shared/kernel';
import { useSession, type Session } from '../../lib/session';
import { labelText } from '../../lib/texts';
import type { Choice, ConditionField } from '../../registers/conditions/condition-field';
import { ConditionsEditor } from '../../registers/conditions/ConditionsEditor';

/** It takes a line of its own in the box it stands in. */
const useStyles = makeStyles({ root: { flexBasis: '100%', minWidth: 0 } });

interface Props {
  readonly label: string;
  readonly value: Conditions | undefined;
  readonly form: Schema;
  /** Fields beside the answers: cost, department. */
  readonly others?: readonly Choice[];
  /** Without conditions it never holds. */
  readonly never?: boolean;
  onChange(value: Conditions | undefined): void;
}

const NUMBERS: readonly string[] = ['number', 'money'];

function answerField(field: Schema[string], { t, language, config }: Session): Omit<ConditionField, 'name' | 'label'> {
  if (NUMBERS.includes(field.kind)) return { options: [], isNumber: true };
  if (field.kind === 'yesNo') return { options: ['true', 'false'].map((value) => ({ value, text: t(value === 'true' ? 'answer.yes' : 'answer.no') })) };
  if (field.kind === 'group') return { options: config.groups.map(({ id, name: text }) => ({ value: id, text })) };
  const options = field.options?.map((option) => ({ value: option.value, text: labelText(option.label, language, t) }));
  return options ? { options } : { options: [], isFree: true };
}

/** What conditions of a form or a plan may look at: its answers, how long they span, and what is known of the request. */
export function conditionFieldsOf(form: Schema, others: readonly Choice[], session: Session): readonly ConditionField[] {
  const { t, language } = session;
  const answers = Object.entries(form).filter(([, { kind }]) => kind !== 'information').flatMap(([name, field]): readonly ConditionField[] => {
    const label = labelText(field.label, language, t) || name;
    const days: readonly ConditionField[] = field.notBefore ? [{ name: `${name}.days`, label: t('setup.plan.days', { field: label }), options: [], isNumber: true }] : [];
    return [{ name, label, ...answerField(field, session) }, ...days];
  });
  return [...answers, ...others.map(({ value, text }) => ({ name: value, label: text, options: [], ...(value === 'request.cost' ? { isNumber: true } : { isFree: true }) }))];
}

/** When something of a catalog item is asked, done or paid; the same editor as everywhere else. */
export function ConditionInput({ label, value, form, others = [], never = false, onChange }: Props) {
  const styles = useStyles();
  const session = useSession();
  const fields = conditionFieldsOf(form, others, session);
  const [start] = fields;
  // There is nothing that it could depend on.
  if (!start) return null;
  const first: Condition = start.isNumber ? { field: start.name, atLeast: 1 } : { field: start.name, is: [start.options[0]?.value ?? ''] };
  return (
    <div className={styles.root}>
      <ConditionsEditor label={label} emptyText={session.t(never ? 'setup.plan.never' : 'setup.plan.always')} fields={fields} first={first} conditions={value} onChange={onChange} />
    </div>
  );
}
