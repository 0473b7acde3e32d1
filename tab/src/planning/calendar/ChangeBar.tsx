import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning12Filled } from '@fluentui/react-icons/svg/warning';
import type { CSSProperties } from 'react';
import { useText } from '../../lib/session';
import { TypeSign } from '../marks';
import { usePlanningWords, type StateName } from '../words';
import { useCalendarContext } from './calendar-context';
import { entryText, mayMove, type Entry } from './entry';
import type { Grid } from './grid';

const SIGN = { color: tokens.colorNeutralForegroundOnBrand, fontSize: '11px', fontWeight: tokens.fontWeightBold, textAlign: 'center' } as const;

const useStyles = makeStyles({
  bar: {
    display: 'flex', alignItems: 'flex-start', gap: '4px', minWidth: 0, width: '100%', height: '100%', overflow: 'hidden', textAlign: 'left', font: 'inherit', fontSize: tokens.fontSizeBase200,
    lineHeight: '18px', padding: '1px 6px 1px 8px', margin: 0, borderRadius: tokens.borderRadiusMedium, color: tokens.colorNeutralForeground1, cursor: 'pointer', position: 'relative',
    border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground1, boxSizing: 'border-box',
    '::before': { content: '""', position: 'absolute', left: 0, top: 0, bottom: 0, width: '4px' },
    ':hover': { boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', zIndex: 3 },
  },
  low: { '::before': { backgroundColor: tokens.colorPaletteGreenBorderActive } },
  moderate: { '::before': { backgroundColor: tokens.colorNeutralForeground3 } },
  // Told apart also where colors are few.
  high: { paddingLeft: '14px', '::before': { backgroundColor: tokens.colorPaletteDarkOrangeBackground3, content: '"!"', width: '10px', ...SIGN } },
  veryHigh: { paddingLeft: '18px', '::before': { backgroundColor: tokens.colorPaletteRedBackground3, content: '"!!"', width: '14px', ...SIGN } },
  open: { borderTopStyle: 'dashed', borderRightStyle: 'dashed', borderBottomStyle: 'dashed', borderLeftStyle: 'dashed' },
  settled: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  running: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, border: `1px solid ${tokens.colorBrandBackground}` },
  over: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2, borderTopStyle: 'dotted', borderRightStyle: 'dotted', borderBottomStyle: 'dotted', borderLeftStyle: 'dotted' },
  movable: { cursor: 'grab', touchAction: 'manipulation' },
  ghost: { opacity: 0.9, boxShadow: tokens.shadow16, outline: `2px solid ${tokens.colorCompoundBrandStroke}`, pointerEvents: 'none', zIndex: 4 },
  lifted: { opacity: 0.45 },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  // Not hidden: the words of a long bar stay in sight while the hours are scrolled.
  tall: { flexDirection: 'column', alignItems: 'stretch', gap: 0, overflowX: 'clip', overflowY: 'clip' },
  stay: { position: 'sticky', top: '34px', display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { display: 'flex', gap: '4px', minWidth: 0 },
  wrap: { overflow: 'hidden', minWidth: 0, overflowWrap: 'anywhere' },
  time: { fontVariantNumeric: 'tabular-nums', flexShrink: 0, color: 'inherit' },
  warn: { flexShrink: 0, display: 'inline-flex', marginTop: '3px' },
  before: { borderTopLeftRadius: 0, borderBottomLeftRadius: 0, paddingLeft: '6px', '::before': { display: 'none' } },
  after: { borderTopRightRadius: 0, borderBottomRightRadius: 0 },
});

const LOOKS: Readonly<Record<StateName, 'open' | 'settled' | 'running' | 'over'>> = {
  new: 'open', assess: 'open', authorize: 'open', scheduled: 'settled', implement: 'running', review: 'over', closed: 'over', cancelled: 'over',
};

interface Props {
  readonly entry: Entry;
  /** What a step means in this view. */
  readonly grid: () => Grid;
  /** It began before, or goes on after, the part that is shown. */
  readonly isContinued?: boolean;
  readonly goesOn?: boolean;
  /** Its first part is shown elsewhere: only that is reached by keys. */
  readonly isRepeat?: boolean;
  /** Tall enough for words in several lines. */
  readonly isTall?: boolean;
  readonly withTime?: boolean;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/** One change: its state as the fill, its risk as the edge, its type as a sign, everything in words for those who listen. */
export function ChangeBar({ entry, grid, isContinued = false, goesOn = false, isRepeat = false, isTall = false, withTime = false, className, style }: Props) {
  const styles = useStyles();
  const t = useText();
  const words = usePlanningWords();
  const calendar = useCalendarContext();
  const { row, isGhost = false } = entry;
  const isLifted = !isGhost && calendar.moving?.entry.key === entry.key;
  const canMove = mayMove(entry);
  const look = mergeClasses(
    styles.bar, styles[row.risk], styles[LOOKS[row.state]], canMove && styles.movable, isContinued && styles.before, goesOn && styles.after, isLifted && styles.lifted, isTall && styles.tall, isGhost && styles.ghost, className,
  );
  const warning = row.collisionCount > 0 && (
    <span className={styles.warn} aria-hidden="true">
      <Warning12Filled />
    </span>
  );
  const content = isTall ? (
    <span className={styles.stay}>
      <span className={styles.line}>
        <TypeSign type={row.type} />
        {withTime && !isContinued && <span className={styles.clip}>{words.clock(entry.from)} </span>}
        {warning}
      </span>
      <span className={styles.wrap}>{row.title}</span>
    </span>
  ) : (
    <>
      <TypeSign type={row.type} />
      {withTime && !isContinued && <span className={styles.time}>{words.clock(entry.from)} </span>}
      <span className={styles.clip}>{row.title}</span>
      {warning}
    </>
  );
  if (isGhost || isRepeat) {
    return (
      <div
        aria-hidden="true"
        className={look}
        style={style}
        data-part={isGhost ? 'ghost' : 'continued'}
        onClick={(event) => calendar.open(entry, event.currentTarget)}
      >
        {content}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={look}
      style={style}
      data-change={row.id}
      data-state={row.state}
      tabIndex={row.id === calendar.currentId ? 0 : -1}
      aria-label={entryText(entry, words, t)}
      aria-keyshortcuts={canMove ? 'Space' : undefined}
      aria-describedby={canMove ? 'calendar-how' : undefined}
      onFocus={() => calendar.setCurrent(row.id)}
      onPointerDown={(event) => canMove && calendar.press(entry, event, grid)}
      onClick={(event) => {
        if (!calendar.wasDragged()) calendar.open(entry, event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key !== ' ' || !canMove) return;
        event.preventDefault();
        calendar.pickUp(entry, grid());
      }}
      // The press of the space bar that picks up must not click when it is let go.
      onKeyUp={(event) => event.key === ' ' && canMove && event.preventDefault()}
    >
      {content}
    </button>
  );
}
