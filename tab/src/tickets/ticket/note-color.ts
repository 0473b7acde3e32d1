import { tokens } from '@fluentui/react-components';

/** A breath of marigold over whatever the theme's background is: internal notes are never mistaken for replies. */
export const NOTE_BACKGROUND = `color-mix(in srgb, ${tokens.colorPaletteMarigoldBorderActive} 12%, ${tokens.colorNeutralBackground1})`;
