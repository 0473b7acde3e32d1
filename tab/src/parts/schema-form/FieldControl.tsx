import {
  Checkbox, Dropdown, FieldContextProvider, Input, makeStyles, Option, Radio, RadioGroup, Rating, SpinButton, Textarea, tokens, useFieldControlProps_unstable,
} from '@fluentui/react-components';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { DateTimeField } from './DateTimeField';
import { EntriesPicker, EntryPicker } from './entry-pickers';
import { FilesField } from './FilesField';
import { CategoryPicker, GroupPicker, OfferingPicker, PeoplePicker, PersonPicker, RecordPicker } from './pickers';
import type { FieldProps } from './types';

/** Up to this many options are shown at once; more fold into a list. */
const MAX_RADIOS = 4;
/** Characters of all options together that fit beside each other. */
const ONE_LINE = 60;

const useStyles = makeStyles({
  radios: { flexWrap: 'wrap' },
  checks: { display: 'flex', flexDirection: 'column' },
  narrow: { maxWidth: '240px' },
  area: { width: '100%' },
  stars: { paddingTop: tokens.spacingVerticalXS },
});

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** The control for one kind of field; Fluent's Field tells it label, description and validity through its context. */
export function FieldControl(props: FieldProps) {
  const { field, value, hints, isDisabled, onChange } = props;
  const styles = useStyles();
  switch (field.kind) {
    case 'text':
      if (hints.asTimeOfDay) return <Input type="time" className={styles.narrow} value={asText(value)} disabled={isDisabled} onChange={(_event, data) => onChange(data.value)} />;
      return <Input value={asText(value)} disabled={isDisabled} maxLength={field.max ?? 200} onChange={(_event, data) => onChange(data.value)} />;
    case 'paragraph':
      return (
        <Textarea
          className={styles.area}
          resize="vertical"
          rows={4}
          value={asText(value)}
          disabled={isDisabled}
          onChange={(_event, data) => onChange(data.value)}
        />
      );
    case 'money':
    case 'number':
      return hints.asStars ? <Stars {...props} /> : <NumberField {...props} />;
    case 'choice':
      return <Choice {...props} />;
    case 'multiChoice':
      return <Checks {...props} />;
    case 'yesNo':
      return <YesNo {...props} />;
    case 'date':
      return <Input type="date" className={styles.narrow} value={asText(value)} disabled={isDisabled} onChange={(_event, data) => onChange(data.value)} />;
    case 'dateTime':
      return <DateTimeField {...props} />;
    case 'person':
      return <PersonPicker {...props} />;
    case 'people':
      return <PeoplePicker {...props} />;
    case 'group':
      return <GroupPicker {...props} />;
    case 'category':
      return <CategoryPicker {...props} />;
    case 'offering':
      return <OfferingPicker {...props} />;
    case 'article':
    case 'record':
      return <RecordPicker {...props} />;
    case 'entry':
      return <EntryPicker {...props} />;
    case 'entries':
      return <EntriesPicker {...props} />;
    case 'files':
      return <FilesField {...props} />;
    case 'information':
    case 'structured':
      return null;
  }
}

function Choice({ name, field, value, isDisabled, onChange }: FieldProps) {
  const styles = useStyles();
  const { language, t } = useSession();
  const options = (field.options ?? []).map((option) => ({ value: option.value, text: labelText(option.label, language, t) }));
  const isShort = options.reduce((length, option) => length + option.text.length, 0) <= ONE_LINE;
  if (options.length <= MAX_RADIOS) {
    return (
      <RadioGroup name={name} layout={isShort ? 'horizontal' : 'vertical'} className={styles.radios} value={asText(value)} disabled={isDisabled} onChange={(_event, data) => onChange(data.value)}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.text} />
        ))}
      </RadioGroup>
    );
  }
  const chosen = options.find((option) => option.value === value);
  return (
    <Dropdown
      value={chosen?.text ?? ''}
      selectedOptions={chosen ? [chosen.value] : []}
      disabled={isDisabled}
      onOptionSelect={(_event, data) => onChange(data.optionValue)}
    >
      {options.map((option) => (
        <Option key={option.value} value={option.value}>
          {option.text}
        </Option>
      ))}
    </Dropdown>
  );
}

function Checks({ field, value, isDisabled, onChange }: FieldProps) {
  const styles = useStyles();
  const { language, t } = useSession();
  const chosen = asList(value);
  const labelled = useFieldControlProps_unstable({}, {});
  // The label and the problem belong to the whole group, not to each box.
  return (
    <div role="group" {...labelled} className={styles.checks}>
      <FieldContextProvider value={undefined}>
      {(field.options ?? []).map((option) => (
        <Checkbox
          key={option.value}
          label={labelText(option.label, language, t)}
          checked={chosen.includes(option.value)}
          disabled={isDisabled}
          onChange={(_event, data) => onChange(data.checked ? [...chosen, option.value] : chosen.filter((entry) => entry !== option.value))}
        />
      ))}
      </FieldContextProvider>
    </div>
  );
}

function YesNo({ name, value, hints, isDisabled, onChange }: FieldProps) {
  const { t } = useSession();
  if (hints.asRadios) {
    return (
      <RadioGroup name={name} layout="horizontal" value={value === undefined ? '' : String(value)} disabled={isDisabled} onChange={(_event, data) => onChange(data.value === 'true')}>
        <Radio value="true" label={t('answer.yes')} />
        <Radio value="false" label={t('answer.no')} />
      </RadioGroup>
    );
  }
  // A box that was ticked and cleared again says no; one that was never touched says nothing.
  return (
    <Checkbox label={t('answer.yes')} checked={value === true} disabled={isDisabled} onChange={(_event, data) => onChange(data.checked === true)} />
  );
}

function NumberField({ field, value, isDisabled, onChange }: FieldProps) {
  const styles = useStyles();
  const isMoney = field.kind === 'money';
  return (
    <SpinButton
      className={styles.narrow}
      {...(isMoney && { step: 10, precision: 2, 'aria-description': field.currency ?? 'EUR' })}
      value={typeof value === 'number' ? value : null}
      displayValue={typeof value === 'number' ? String(value) : asText(value)}
      disabled={isDisabled}
      {...(field.atLeast !== undefined && { min: field.atLeast })}
      {...(field.atMost !== undefined && { max: field.atMost })}
      onChange={(_event, data) => {
        const typed = data.value ?? (data.displayValue === undefined || data.displayValue.trim() === '' ? undefined : Number(data.displayValue));
        onChange(Number.isNaN(typed) ? data.displayValue : typed);
      }}
    />
  );
}

function Stars({ value, onChange }: FieldProps) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <Rating
      className={styles.stars}
      size="extra-large"
      color="marigold"
      value={typeof value === 'number' ? value : 0}
      itemLabel={(stars) => t('tab.stars', { count: stars })}
      onChange={(_event, data) => onChange(data.value)}
    />
  );
}
