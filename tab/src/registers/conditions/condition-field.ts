import type { ComponentType } from 'react';
import type { Translate } from '../../lib/texts';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface ValuesPickerProps {
  readonly label: string;
  readonly values: readonly string[];
  onChange(values: readonly string[]): void;
}

/** Something that conditions may look at. */
export interface ConditionField {
  readonly name: string;
  readonly label: string;
  /** What can be picked; for fields with `isFree` only a help. */
  readonly options: readonly Choice[];
  /** Anything may be typed. */
  readonly isFree?: boolean;
  /** A number, compared as one. */
  readonly isNumber?: boolean;
  /** Its label is a sentence that is so or is not. */
  readonly isTruth?: boolean;
  /** Picks the values where there are too many to list. */
  readonly Picker?: ComponentType<ValuesPickerProps>;
}

/** The name of a field; what is not known any more shows as it is stored. */
export function fieldLabel(fields: readonly ConditionField[], name: string): string {
  return fields.find((field) => field.name === name)?.label ?? name;
}

/** The word for a value of a field; what is not known any more shows as it is stored. */
export function valueText(fields: readonly ConditionField[], name: string, value: string, t: Translate): string {
  const field = fields.find((candidate) => candidate.name === name);
  return field?.options.find((option) => option.value === value)?.text ?? (value === '' ? t('register.condition.nothing') : value);
}
