import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';
import type { Host, HostTheme } from '../lib/host';
import { createStore, useStore } from '../lib/store';
import { onStoredElsewhere, readStored, writeStored } from '../lib/stored';
import { useMedia } from '../lib/use-width';

export type ThemeChoice = 'system' | HostTheme;

/** Outside Teams a person may choose; inside, Teams has chosen. */
export const themeChoice = createStore<ThemeChoice>(readStored<ThemeChoice>('theme', 'system'));
themeChoice.subscribe(() => writeStored('theme', themeChoice.get()));
// All windows of a person look the same.
onStoredElsewhere('theme', () => themeChoice.set(readStored<ThemeChoice>('theme', 'system')));

const THEMES: Readonly<Record<HostTheme, Theme>> = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

export interface ShownTheme {
  readonly name: HostTheme;
  readonly theme: Theme;
}

/** Teams' theme and its changes; outside Teams the person's choice, else what the system prefers. */
export function useTheme(host: Host): ShownTheme {
  const hosted = useStore(host.theme);
  const choice = useStore(themeChoice);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isForced = useMedia('(forced-colors: active)');
  const system: HostTheme = isForced ? 'contrast' : isDark ? 'dark' : 'light';
  const name = hosted ?? (choice === 'system' ? system : choice);
  return { name, theme: THEMES[name] };
}
