import { askedFields, governing, scalarText, type Condition, type Field, type Schema } from '../../../shared/kernel';
import { labelText, translator } from '../../../shared/strings';
import { DateTime } from 'luxon';
import { ourText, plainText, type Element } from './elements';
import { fieldChoices, type ChoiceContext } from './form-choices';
import { cleanText } from './plain-text';

/** From this many choices on, a picker can be searched by typing. */
const SEARCHABLE_FROM = 8;

export interface FormContext extends ChoiceContext {
  /** IANA zone in which the reader types times. */
  readonly zone: string;
  /** Goes before every input id: ids are unique on a card. */
  readonly prefix: string;
  /** What is filled in already, by field name, as the schema types it. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** Fields that the button itself answers, or that this card does not ask for. */
  readonly omit?: readonly string[] | undefined;
  /** Fields in this order, and no others. */
  readonly only?: readonly string[] | undefined;
  /** Only what is asked for by the answers so far; absent: what may be asked for yet is drawn too, with its condition. */
  readonly hidesOpen?: boolean | undefined;
  /** Said where files are asked for: no card can take one. Absent: they are left out. */
  readonly fileNote?: string | undefined;
}

function input(type: string, name: string, field: Field, context: FormContext, more: object): Element {
  const t = translator(context.language);
  // What depends on an answer that can still change on this card cannot be demanded by the client.
  const isDemanded = field.required === true && governing(field.visibleIf).every((other) => context.values?.[other] !== undefined);
  const label = labelText(field.label, context.language);
  return {
    type, id: `${context.prefix}${name}`,
    label,
    ...(isDemanded && { isRequired: true, errorMessage: t('card.form.required', { field: label }) }),
    ...more,
  };
}

function dateTimeInputs(name: string, field: Field, context: FormContext, value: unknown): readonly Element[] {
  const t = translator(context.language);
  const at = typeof value === 'string' ? DateTime.fromISO(value, { zone: context.zone }) : undefined;
  const day = at?.isValid ? { value: at.toFormat('yyyy-MM-dd') } : {};
  const time = at?.isValid ? { value: at.toFormat('HH:mm') } : {};
  return [
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'stretch', items: [{ ...input('Input.Date', name, field, context, day), id: `${context.prefix}${name}.date` }] },
        { type: 'Column', width: 'stretch', items: [{ ...input('Input.Time', name, field, context, time), id: `${context.prefix}${name}.time`, label: t('card.form.time') }] },
      ],
    },
  ];
}

function asText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(scalarText).join(',');
  return value === undefined || value === null ? undefined : scalarText(value);
}

function choiceInput(name: string, field: Field, context: FormContext, value: string | undefined): readonly Element[] {
  const { choices, isCut } = fieldChoices(name, field, context, value?.split(','));
  const isMultiSelect = field.kind === 'multiChoice' || field.kind === 'people' || field.kind === 'entries';
  const known = value?.split(',').every((entry) => choices.some((choice) => choice.value === entry)) ?? false;
  // Some clients show the id instead of the title when a searchable picker has a value.
  const style = !known && choices.length >= SEARCHABLE_FROM ? 'filtered' : 'compact';
  const drawn = input('Input.ChoiceSet', name, field, context, {
    choices, style: isMultiSelect ? 'expanded' : style, wrap: true,
    ...(isMultiSelect && { isMultiSelect }),
    ...(known && { value }),
    placeholder: translator(context.language)('card.form.choose'),
  });
  return isCut ? [drawn, ourText(translator(context.language)('card.form.moreInTab'), { size: 'small', isSubtle: true, spacing: 'none' })] : [drawn];
}

function fieldInputs(name: string, field: Field, context: FormContext): readonly Element[] {
  const value = asText(context.values?.[name]);
  const text = value === undefined ? {} : { value: cleanText(value) };
  switch (field.kind) {
    case 'text':
    case 'record':
      return [input('Input.Text', name, field, context, { maxLength: field.max ?? 200, ...text })];
    case 'paragraph':
      return [input('Input.Text', name, field, context, { isMultiline: true, maxLength: Math.min(field.max ?? 20_000, 20_000), ...text })];
    case 'information':
      return [plainText(labelText(field.label, context.language))];
    case 'money':
    case 'number':
      if (fieldChoices(name, field, context).choices.length > 0) return choiceInput(name, field, context, value);
      return [input('Input.Number', name, field, context, {
        ...(field.atLeast !== undefined && { min: field.atLeast }), ...(field.atMost !== undefined && { max: field.atMost }),
        ...(value !== undefined && { value: Number(value) }),
      })];
    case 'date':
      return [input('Input.Date', name, field, context, value === undefined ? {} : { value })];
    case 'dateTime':
      return dateTimeInputs(name, field, context, context.values?.[name]);
    case 'files':
      return context.fileNote === undefined ? [] : [plainText(labelText(field.label, context.language)), plainText(context.fileNote, { size: 'small', isSubtle: true, spacing: 'none' })];
    case 'structured':
      return [];
    default: {
      const drawn = choiceInput(name, field, context, value);
      // An empty picker cannot be drawn; the tab has the field.
      return (drawn[0]?.choices as readonly unknown[]).length > 0 ? drawn : [];
    }
  }
}

/** `Only if “Waiting for” is “A supplier”`, while the answer it depends on is open; conditions of other shapes have no short words. */
function conditionText(field: Field, schema: Schema, context: FormContext): string | undefined {
  const [group, ...others] = field.visibleIf ?? [];
  const [first, ...more]: readonly Condition[] = group ?? [];
  const controller = first && Object.hasOwn(schema, first.field) ? schema[first.field] : undefined;
  if (!first?.is || !controller || others.length > 0 || more.length > 0) return undefined;
  const options = first.is.map((value) => {
    const option = controller.options?.find((entry) => entry.value === value);
    if (option) return labelText(option.label, context.language);
    return translator(context.language)(value === 'true' ? 'answer.yes' : 'answer.no');
  });
  return translator(context.language)('card.form.onlyIf', { field: labelText(controller.label, context.language), value: options.join(' / ') });
}

/**
 * A schema as inputs. A field that depends on another answer is left out when that answer says so; while the answer is open
 * it is drawn with its condition, and the server drops what does not apply.
 */
export function formInputs(schema: Schema, context: FormContext): readonly Element[] {
  const values = context.values ?? {};
  const names = context.only ?? Object.keys(schema);
  const asked = askedFields(schema, values);
  return names.flatMap((name) => {
    const field = Object.hasOwn(schema, name) ? schema[name] : undefined;
    if (!field || context.omit?.includes(name)) return [];
    const isOpen = !asked.names.has(name) && !context.hidesOpen && governing(field.visibleIf).some((other) => values[other] === undefined);
    if (!isOpen && !asked.names.has(name)) return [];
    const inputs = fieldInputs(name, field, context);
    const condition = isOpen ? conditionText(field, schema, context) : undefined;
    const help = field.help ? labelText(field.help, context.language) : undefined;
    const hints = [condition, help].filter((hint): hint is string => hint !== undefined);
    return inputs.length === 0 ? [] : [...inputs, ...hints.map((hint) => plainText(hint, { size: 'small', isSubtle: true, spacing: 'none' }))];
  });
}

/** The answers on which other fields depend: a form asks for them first. */
export function controllersOf(schema: Schema): readonly string[] {
  return [...new Set(Object.values(schema).flatMap(({ visibleIf }) => governing(visibleIf)))];
}
