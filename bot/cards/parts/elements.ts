import { cleanText, cutText, inertText } from './plain-text';
import type { CardAction } from './actions';

export type Color = 'default' | 'accent' | 'attention';
export type ContainerStyle = 'default' | 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';
export type Spacing = 'none' | 'small' | 'default' | 'medium' | 'large';

export interface TextOptions {
  readonly size?: 'small' | 'default' | 'medium' | 'large';
  readonly weight?: 'default' | 'bolder';
  readonly color?: Color;
  readonly isSubtle?: boolean;
  readonly spacing?: Spacing;
  readonly horizontalAlignment?: 'left' | 'center' | 'right';
}

export interface Element {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Text of our own: it may be a heading. Never for anything that a person wrote. */
export function ourText(text: string, options: TextOptions & { readonly style?: 'heading' } = {}): Element {
  return { type: 'TextBlock', text, wrap: true, ...options };
}

/** Text with anything that a person wrote in it: a text run shows Markdown and HTML as the characters they are. */
export function plainText(text: string, options: TextOptions = {}): Element {
  const { spacing, horizontalAlignment, ...run } = options;
  return {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: cleanText(text), ...run }],
    ...(spacing && { spacing }),
    ...(horizontalAlignment && { horizontalAlignment }),
  };
}

/** Runs are names, times and states. */
const MAX_RUN = 200;

/** Several runs on one line, each with its own look. */
export function plainRuns(runs: readonly (readonly [text: string, options?: Omit<TextOptions, 'spacing' | 'horizontalAlignment'>])[], spacing?: Spacing): Element {
  return {
    type: 'RichTextBlock',
    inlines: runs.map(([text, options]) => ({ type: 'TextRun', text: cutText(inertText(text), MAX_RUN), ...options })),
    ...(spacing && { spacing }),
  };
}

export interface ContainerOptions {
  readonly id?: string;
  readonly style?: ContainerStyle;
  readonly bleed?: boolean;
  readonly spacing?: Spacing;
  readonly separator?: boolean;
  readonly isVisible?: boolean;
  readonly selectAction?: CardAction;
}

export function container(items: readonly Element[], options: ContainerOptions = {}): Element {
  return { type: 'Container', items, ...options };
}

export interface ColumnOptions {
  /** `120px`, or a number: the share of the width. */
  readonly width?: 'auto' | 'stretch' | `${number}px` | number;
  readonly verticalContentAlignment?: 'top' | 'center' | 'bottom';
}

export function column(items: readonly Element[], options: ColumnOptions = { width: 'stretch' }): Element {
  return { type: 'Column', items, ...options };
}

export function columns(entries: readonly Element[], options: Omit<ContainerOptions, 'isVisible'> = {}): Element {
  return { type: 'ColumnSet', columns: entries, ...options };
}

export function actionSet(actions: readonly CardAction[], options: Pick<ContainerOptions, 'spacing'> = {}): Element {
  return { type: 'ActionSet', actions, ...options };
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly color?: Color;
}

/** Longer values are for the description or the tab. */
const MAX_FACT = 300;

/** Label and value side by side. Not a FactSet: that would read Markdown in names and categories. */
export function facts(entries: readonly (Fact | undefined)[], labelWidth: ColumnOptions['width'] = '120px'): readonly Element[] {
  const present = entries.filter((entry): entry is Fact => entry !== undefined && entry.value !== '');
  return present.map(({ label, value, color }, index) =>
    columns(
      [
        column([plainText(cutText(label, MAX_FACT), { isSubtle: true })], { width: labelWidth }),
        column([plainText(cutText(value, MAX_FACT), color ? { color, weight: 'bolder' } : {})]),
      ],
      { spacing: index === 0 ? 'medium' : 'small' },
    ),
  );
}
