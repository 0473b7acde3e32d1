import type { Language } from '../../../../shared/kernel';

/** "94.2 %" of a share in percent; a dash where nothing was decided. */
export function percentText(share: number | undefined, language: Language): string {
  return share === undefined ? '–' : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share / 100);
}
