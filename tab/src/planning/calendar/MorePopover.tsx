import { makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components';
import { RiskMark } from '../../changes/marks';
import { TypeSign } from '../marks';
import { usePlanningWords } from '../words';
import type { Entry } from './entry';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', width: '360px', maxWidth: '84vw', maxHeight: '60vh', overflowY: 'auto' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '2px' },
  entry: {
    display: 'flex', alignItems: 'center', gap: '8px', width: '100%', textAlign: 'left', border: 'none', background: 'none', font: 'inherit', fontSize: tokens.fontSizeBase200, cursor: 'pointer',
    padding: '6px', minHeight: '32px', borderRadius: tokens.borderRadiusMedium, color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  time: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  text: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly target: HTMLElement;
  onOpen(entry: Entry): void;
  onClose(): void;
}

/** All changes of a day that is too full to show them. */
export function MorePopover({ title, entries, target, onOpen, onClose }: Props) {
  const styles = useStyles();
  const words = usePlanningWords();
  return (
    <Popover open onOpenChange={(_event, data) => !data.open && onClose()} positioning={{ target, position: 'below', align: 'start', fallbackPositions: ['above', 'after', 'before'] }} trapFocus>
      <PopoverSurface aria-label={title}>
        <div className={styles.root} data-testid="more">
          <h2 className={styles.title}>{title}</h2>
          <ul className={styles.list}>
            {entries.map((entry) => (
              <li key={entry.key}>
                <button type="button" className={styles.entry} onClick={() => onOpen(entry)}>
                  <span className={styles.time}>{words.clock(entry.from)}</span>
                  <TypeSign type={entry.row.type} />
                  <span className={styles.text}>{entry.row.title}</span>
                  <RiskMark risk={entry.row.risk} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
