import { Field, makeStyles } from '@fluentui/react-components';
import { entries, type Field as SchemaField } from '../../../../shared/kernel/schema';
import { FieldControl } from '../../parts/schema-form/FieldControl';
import type { ValuesPickerProps } from '../../registers/conditions/condition-field';

const MANY = 50;
const ITEMS = entries({ label: 'setup.field.itemIds', of: 'items', max: MANY });
const TEMPLATES = entries({ label: 'setup.field.templateId', of: 'changeTemplates', max: MANY });
const NO_HINTS = {};

const useStyles = makeStyles({
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

function EntriesOf({ field, label, values, onChange }: ValuesPickerProps & { readonly field: SchemaField }) {
  const styles = useStyles();
  return (
    <Field label={{ children: label, className: styles.unseen }}>
      <FieldControl name="values" field={field} value={values} hints={NO_HINTS} isDisabled={false} onChange={(ids) => onChange(Array.isArray(ids) ? (ids as string[]) : [])} />
    </Field>
  );
}

/** Values of a condition that are found on the server, because there are too many to list. */
export const ItemsPicker = (props: ValuesPickerProps) => <EntriesOf {...props} field={ITEMS} />;

export const TemplatesPicker = (props: ValuesPickerProps) => <EntriesOf {...props} field={TEMPLATES} />;
