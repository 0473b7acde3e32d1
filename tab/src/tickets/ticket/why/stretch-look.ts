import { makeStyles, tokens } from '@fluentui/react-components';
import type { Stretch } from '../../../../../shared/sla/explain-views';

export const LOOKS = ['counted', 'overdue', 'expected', 'paused', 'closed'] as const;
export type Look = (typeof LOOKS)[number];

/** How a stretch is drawn; words say the same beside it. */
export function lookOf({ kind, isExpected, isOverdue }: Stretch): Look {
  if (kind !== 'counted') return kind;
  if (isOverdue) return 'overdue';
  return isExpected ? 'expected' : 'counted';
}

const hatch = (color: string): string => `repeating-linear-gradient(135deg, ${color} 0 3px, transparent 3px 6px)`;

/** Shapes differ besides colors: solid, outlined, hatched, and a thin line. */
export const useMarkStyles = makeStyles({
  mark: { width: '12px', height: '12px', borderRadius: '3px', boxSizing: 'border-box', flexShrink: 0, forcedColorAdjust: 'none' },
  counted: { backgroundColor: tokens.colorCompoundBrandBackground },
  overdue: { backgroundColor: tokens.colorStatusDangerBackground3 },
  expected: { border: `2px solid ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorBrandBackground2 },
  paused: { border: `1px solid ${tokens.colorPaletteMarigoldBorderActive}`, backgroundImage: hatch(tokens.colorPaletteMarigoldBorderActive) },
  closed: { height: '4px', marginTop: '9px', backgroundColor: tokens.colorNeutralStroke1 },
});
