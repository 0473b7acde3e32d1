import { Button, Field, Input, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { Field as SchemaField } from '../../../../shared/kernel';
import { Pick } from '../../setup/editors/Pick';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { FieldControl } from '../../parts/schema-form/FieldControl';
import type { FieldHints } from '../../parts/schema-form/types';
import { usePeopleNames } from '../../registers/names';

const NO_HINTS = {};
/** What is switched off or out of use would be refused. */
const HINTS: Readonly<Record<string, FieldHints>> = { webhookId: { accepts: ({ isEnabled, retired }) => isEnabled === true && retired !== true } };
/** Somebody that the record names, instead of a person. */
const ROLES = ['{{requester.id}}', '{{assignee.id}}', '{{implementer.id}}'];
const SOMEBODY = 'person';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px', minWidth: 0, width: '100%' },
  cell: { width: '100%', minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px' },
  small: { width: '96px', minWidth: 0 },
});

interface Props {
  readonly name: string;
  readonly field: SchemaField;
  readonly value: unknown;
  readonly placeholders: readonly string[];
  onChange(value: unknown): void;
}

/** One field of an action that is done later: texts take placeholders, dates say how far ahead they are. */
export function InputField(props: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const { name, field, value, onChange } = props;
  const label = labelText(field.label, language, t);
  if (field.kind === 'dateTime') return <Ahead {...props} label={label} />;
  if (field.kind === 'person') return <Somebody {...props} label={label} />;
  const isText = field.kind === 'text' || field.kind === 'paragraph';
  return (
    <div className={styles.root}>
      <Field label={label} size="small" required={field.required ?? false} className={styles.cell}>
        <FieldControl name={name} field={field} value={value} hints={HINTS[name] ?? NO_HINTS} isDisabled={false} onChange={onChange} />
      </Field>
      {isText && <Placeholders {...props} />}
    </div>
  );
}

function Placeholders({ value, placeholders, onChange }: Props) {
  const { t } = useSession();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<Add16Regular aria-hidden />}>
          {t('rules.placeholder')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {placeholders.map((entry) => (
            <MenuItem key={entry} onClick={() => onChange(`${typeof value === 'string' ? value : ''}{{${entry}}}`)}>
              {entry}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** "In 3 days": `P3D`, or `PT4H` for hours. */
function Ahead({ value, label, onChange }: Props & { readonly label: string }) {
  const styles = useStyles();
  const { t } = useSession();
  const [, days, hours] = /^P(?:(\d+)D|T(\d+)H)$/.exec(typeof value === 'string' ? value : '') ?? [];
  const unit = hours ? 'hours' : 'days';
  const count = Number(hours ?? days ?? 0);
  const put = (amount: number, of: string): void => onChange(of === 'hours' ? `PT${amount}H` : `P${amount}D`);
  return (
    <div className={styles.line}>
      <Field label={t('rules.ahead', { field: label })} size="small" required>
        <Input type="number" min={1} className={styles.small} value={count > 0 ? String(count) : ''} onChange={(_event, data) => put(Math.max(1, Math.trunc(Number(data.value)) || 1), unit)} />
      </Field>
      <Pick label={t('rules.when.unit')} value={unit} choices={['hours', 'days'].map((entry) => ({ value: entry, text: t(`rules.unit.${entry}`) }))} onChange={(of) => put(count || 1, of)} />
    </div>
  );
}

function Somebody({ name, field, value, placeholders, label, onChange }: Props & { readonly label: string }) {
  const styles = useStyles();
  const { t } = useSession();
  const isRole = typeof value === 'string' && value.includes('{{');
  const names = usePeopleNames(typeof value === 'string' && value && !isRole ? [value] : []);
  const roles = ROLES.filter((role) => placeholders.some((entry) => role === `{{${entry}}}`));
  const choices = [{ value: SOMEBODY, text: t('rules.person.somebody') }, ...roles.map((role) => ({ value: role, text: t(`rules.person.${role.slice(2, -2)}`) }))];
  return (
    <div className={styles.line}>
      <Pick label={label} value={isRole ? value : SOMEBODY} choices={choices} onChange={(chosen) => onChange(chosen === SOMEBODY ? undefined : chosen)} />
      {!isRole && (
        <Field label={t('rules.person')} size="small">
          <FieldControl key={names ? 'ready' : 'waiting'} name={name} field={field} value={value} hints={{ names: names ?? NO_HINTS }} isDisabled={false} onChange={onChange} />
        </Field>
      )}
    </div>
  );
}
