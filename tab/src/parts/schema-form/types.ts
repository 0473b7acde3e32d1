import type { Field } from '../../../../shared/kernel';

export type Values = Readonly<Record<string, unknown>>;

/** What a form knows better than the schema: which people are possible here, how a field is best asked. */
export interface FieldHints {
  /** Only these people, instead of everybody. */
  readonly people?: readonly { readonly id: string; readonly name: string }[];
  /** Names of ids that are already chosen, so that a picker can show them. */
  readonly names?: Readonly<Record<string, string>>;
  readonly isHidden?: boolean;
  /** Not asked, but sent: the only answer this person can give. */
  readonly isFixed?: boolean;
  readonly isRequired?: boolean;
  /** Draw a number from 1 to 5 as stars. */
  readonly asStars?: boolean;
  /** Draw yes and no side by side: nothing said yet is neither. */
  readonly asRadios?: boolean;
  /** A moment of its own, without the mornings that people usually mean. */
  readonly asMoment?: boolean;
  /** A text that is a time of day, `18:00`. */
  readonly asTimeOfDay?: boolean;
  /** Shown, but cannot be changed here. */
  readonly isLocked?: boolean;
  /** Which entries of a register can be chosen. */
  readonly accepts?: (entry: Readonly<Record<string, unknown>>) => boolean;
  /** Which records are looked for; absent: tickets, or what the kind of the field says. */
  readonly recordsOf?: 'changes';
  readonly label?: string;
  readonly help?: string;
}

/** What every kind of field gets. */
export interface FieldProps {
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  readonly hints: FieldHints;
  readonly isDisabled: boolean;
  onChange(value: unknown): void;
}
