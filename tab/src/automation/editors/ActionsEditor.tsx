import { Button, makeStyles, Text } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { isAsked } from '../../../../shared/kernel/schema';
import { EditorBox } from '../../setup/editors/EditorBox';
import { EditorProblem } from '../../setup/editors/EditorProblem';
import { Pick } from '../../setup/editors/Pick';
import { useSession } from '../../lib/session';
import { schemaOfAction, type RuleAction } from '../types';
import { InputField } from './InputField';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 }, what: { width: '100%', maxWidth: '320px' } });

interface Props {
  readonly value: readonly RuleAction[] | undefined;
  /** Names of the actions that can be chosen, the likeliest first. */
  readonly offered: readonly string[];
  readonly placeholders: readonly string[];
  readonly problem?: string | undefined;
  onChange(value: readonly RuleAction[]): void;
}

/** What is done, step by step: actions of the registry with the forms that people fill in elsewhere. */
export function ActionsEditor({ value = [], offered, placeholders, problem, onChange }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const put = (place: number, step: RuleAction): void => onChange(value.map((old, at) => (at === place ? step : old)));
  return (
    <div className={styles.root}>
      {value.length === 0 && <Text>{t('rules.actions.none')}</Text>}
      {value.map((step, place) => (
        <ActionRow key={place} number={place + 1} step={step} offered={offered} placeholders={placeholders} onChange={(changed) => put(place, changed)} onRemove={() => onChange(value.filter((_old, at) => at !== place))} />
      ))}
      <div>
        <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => onChange([...value, { action: offered[0] ?? '', input: {} }])}>
          {t('rules.actions.add')}
        </Button>
      </div>
      <EditorProblem text={problem} />
    </div>
  );
}

interface RowProps extends Omit<Props, 'value' | 'onChange'> {
  readonly number: number;
  readonly step: RuleAction;
  onChange(step: RuleAction): void;
  onRemove(): void;
}

function ActionRow({ number, step, offered, placeholders, onChange, onRemove }: RowProps) {
  const styles = useStyles();
  const { t } = useSession();
  const { action, input } = step;
  return (
    <EditorBox label={t('rules.actions.number', { number })} removeLabel={t('rules.actions.remove', { number })} onRemove={onRemove}>
      <Pick label={t('rules.actions.number', { number })} className={styles.what} value={action} choices={offered.map((name) => ({ value: name, text: t(`action.${name}`) }))} onChange={(name) => onChange({ action: name, input: {} })} />
      <ActionInput action={action} input={input} placeholders={placeholders} onChange={(filled) => onChange({ action, input: filled })} />
    </EditorBox>
  );
}

interface InputProps extends RuleAction {
  readonly placeholders: readonly string[];
  onChange(input: RuleAction['input']): void;
}

/** What one action is done with. */
export function ActionInput({ action, input, placeholders, onChange }: InputProps) {
  const schema = schemaOfAction(action);
  const names = Object.entries(schema).filter(([name, { kind }]) => kind !== 'files' && kind !== 'structured' && isAsked(schema, name, input)).map(([name]) => name);
  const fill = (name: string, value: unknown): void => {
    const { [name]: _former, ...rest } = input;
    onChange(value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  return names.map((name) => {
    const field = schema[name];
    return field && <InputField key={`${action} ${name}`} name={name} field={field} value={input[name]} placeholders={placeholders} onChange={(value) => fill(name, value)} />;
  });
}
