import type { WindowTime } from '../../../../shared/changes/planning-views';
import { makeStyles, tokens } from '@fluentui/react-components';

/** Stripes that also tell freezes apart where colors are few. */
const STRIPES = `repeating-linear-gradient(135deg, transparent 0 5px, ${tokens.colorStatusDangerBorder1} 5px 6px)`;

export interface Band extends WindowTime {
  readonly kind: 'freeze' | 'window';
}

export const bandKey = ({ kind, id, from }: Band): string => `${kind} ${id} ${from}`;

export function bandsOf(freezes: readonly WindowTime[], windows: readonly WindowTime[]): readonly Band[] {
  return [...freezes.map((time): Band => ({ ...time, kind: 'freeze' })), ...windows.map((time): Band => ({ ...time, kind: 'window' }))];
}

export const useBandStyles = makeStyles({
  freeze: { backgroundColor: tokens.colorStatusDangerBackground1, backgroundImage: STRIPES, border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  window: { backgroundColor: tokens.colorStatusSuccessBackground1, border: `1px dashed ${tokens.colorStatusSuccessBorder1}` },
  label: {
    fontSize: tokens.fontSizeBase100, lineHeight: '14px', padding: '0 4px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '100%', boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusSmall, display: 'block', width: 'fit-content',
  },
  freezeLabel: { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  windowLabel: { color: tokens.colorStatusSuccessForeground1 },
});
