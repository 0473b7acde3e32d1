import { Button, Link, makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components';
import { ArrowBidirectionalLeftRight16Regular } from '@fluentui/react-icons/svg/arrow-bidirectional-left-right';
import { CalendarEdit16Regular } from '@fluentui/react-icons/svg/calendar-edit';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { ChangeStateMark, RiskMark, TypeMark } from '../../changes/marks';
import { usePlanningWords } from '../words';
import { mayMove, type Entry } from './entry';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px', width: '340px', maxWidth: '82vw' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '12px', rowGap: '4px', margin: 0, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

interface Props {
  readonly entry: Entry;
  readonly target: HTMLElement;
  onMove(): void;
  onMoveTo(): void;
  onClose(): void;
}

/** What a change is about, beside its bar, and the ways to move it. */
export function ChangeCard({ entry, target, onMove, onMoveTo, onClose }: Props) {
  const styles = useStyles();
  const t = useText();
  const words = usePlanningWords();
  const { row } = entry;
  const facts = [
    [t('planning.when'), words.range(entry.from, entry.to)],
    [t('planning.waitsFor'), row.waitsFor],
    [t('planning.group'), row.groupName],
    [t('planning.implementer'), row.implementerName],
    [t('planning.services'), row.services.join(', ')],
    [t('planning.items'), row.items.join(', ')],
  ] as const;
  return (
    <Popover open onOpenChange={(_event, data) => !data.open && onClose()} positioning={{ target, position: 'below', align: 'start', fallbackPositions: ['above', 'after', 'before'] }} trapFocus withArrow>
      <PopoverSurface aria-label={`${row.id} ${row.title}`}>
        <div className={styles.root} data-testid="change-card">
          <div className={styles.line}>
            <span className={styles.quiet}>{row.id}</span>
            <TypeMark type={row.type} />
            <RiskMark risk={row.risk} />
            <ChangeStateMark change={row} />
          </div>
          <h2 className={styles.title}>
            <Link href={recordHref(row.id)}>{row.title}</Link>
          </h2>
          <dl className={styles.facts}>
            {facts.filter(([, value]) => value).map(([label, value]) => (
              <div key={label} style={{ display: 'contents' }}>
                <dt className={styles.quiet}>{label}</dt>
                <dd className={styles.value}>{value}</dd>
              </div>
            ))}
          </dl>
          {row.collisionCount > 0 && <div className={styles.line}>{t('planning.collisions', { count: row.collisionCount })}</div>}
          {mayMove(entry) && (
            <div className={styles.actions}>
              <Button size="small" icon={<CalendarEdit16Regular aria-hidden />} onClick={onMoveTo}>
                {t('planning.moveTo')}
              </Button>
              <Button size="small" icon={<ArrowBidirectionalLeftRight16Regular aria-hidden />} onClick={onMove}>
                {t('planning.moveByKeys')}
              </Button>
            </div>
          )}
        </div>
      </PopoverSurface>
    </Popover>
  );
}
