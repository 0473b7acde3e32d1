import { choice, date, entry, money, multiChoice, paragraph, people, person, text, when as holds, yesNo, type Field, type FieldOptions } from '../../kernel';

interface Texts {
  readonly en: string;
  readonly de: string;
}

export const say = (en: string, de: string): Texts => ({ en, de });

type Extra = Omit<FieldOptions, 'label' | 'options'>;
type Options = readonly (readonly [value: string, en: string, de: string])[];

const optionsOf = (options: Options) => options.map(([value, en, de]) => ({ value, label: { en, de } }));

/** One of a few answers, with the texts an administrator would have typed. */
export function oneOf(en: string, de: string, options: Options, extra: Extra = {}): Field {
  return { ...choice([], '', { label: say(en, de), ...extra }), options: optionsOf(options) };
}

export function someOf(en: string, de: string, options: Options, extra: Extra = {}): Field {
  return multiChoice({ label: say(en, de), options: optionsOf(options), ...extra });
}

export const line = (en: string, de: string, extra: Extra = {}): Field => text({ label: say(en, de), ...extra });
export const lines = (en: string, de: string, extra: Extra = {}): Field => paragraph({ label: say(en, de), max: 2_000, ...extra });
export const day = (en: string, de: string, extra: Extra = {}): Field => date({ label: say(en, de), ...extra });
export const tick = (en: string, de: string, extra: Extra = {}): Field => yesNo({ label: say(en, de), ...extra });

export const euros = (en: string, de: string, extra: Extra = {}): Field => money({ label: say(en, de), atLeast: 0, atMost: 5_000_000, ...extra });
export const someone = (en: string, de: string, extra: Extra = {}): Field => person({ label: say(en, de), ...extra });
export const several = (en: string, de: string, extra: Extra = {}): Field => people({ label: say(en, de), max: 20, ...extra });
export const service = (en: string, de: string, extra: Extra = {}): Field => entry({ label: say(en, de), of: 'services', ...extra });
export const item = (en: string, de: string, extra: Extra = {}): Field => entry({ label: say(en, de), of: 'items', ...extra });

export const REQUIRED = { required: true } as const;
export const when = (field: string, ...values: string[]) => ({ visibleIf: holds(field, ...values) });

/** Asked wherever a manager has to approve. */
export const justification = (): Field =>
  lines('What do you need it for?', 'Wofür brauchst du es?', { required: true, help: say('Your manager reads this before approving.', 'Deine Führungskraft liest das vor der Genehmigung.') });

export const OFFICES: Options = [
  ['hamburg', 'Hamburg', 'Hamburg'],
  ['berlin', 'Berlin', 'Berlin'],
  ['rotterdam', 'Rotterdam', 'Rotterdam'],
  ['london', 'London', 'London'],
  ['gdansk', 'Gdańsk', 'Danzig'],
  ['home', 'My home address', 'Meine Privatadresse'],
];
