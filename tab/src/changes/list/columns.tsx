import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import { useDates } from '../../lib/now';
import { href } from '../../lib/router';
import { useText } from '../../lib/session';
import type { Column } from '../../lists/columns';
import { PersonName } from '../../parts/PersonName';
import { ChangeStateMark, RiskMark, TypeMark } from '../marks';
import { useWindowText } from '../window';

const useStyles = makeStyles({
  title: {
    color: tokens.colorNeutralForeground1, textDecorationLine: 'none', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLink },
  },
  mine: { fontWeight: tokens.fontWeightSemibold },
  inline: { display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  collides: { display: 'inline-flex', color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
});

/** Something stands in the way at its time. */
export function CollidesMark({ count }: { readonly count: number }) {
  const styles = useStyles();
  const t = useText();
  if (count === 0) return null;
  const text = t('changePage.collides', { count });
  return (
    <span className={styles.collides} role="img" aria-label={text} title={text}>
      <Warning16Filled aria-hidden />
    </span>
  );
}

function Title({ row }: { readonly row: ChangeRow }) {
  const styles = useStyles();
  return (
    <span className={styles.inline}>
      <CollidesMark count={row.collisionCount} />
      <a href={href('changes', row.id)} className={mergeClasses(styles.title, row.isMine && styles.mine)} tabIndex={-1} title={row.title}>
        {row.title}
      </a>
    </span>
  );
}

/** When it starts; until when, on hover. */
function PlannedStart({ row }: { readonly row: ChangeRow }) {
  const styles = useStyles();
  const dates = useDates();
  const window = useWindowText()(row);
  return <Plain text={row.plannedStart && dates.short(row.plannedStart)} title={window} className={window ? undefined : styles.quiet} />;
}

interface PlainProps {
  readonly text: string | undefined;
  readonly title?: string | undefined;
  readonly className?: string | undefined;
}

function Plain({ text, title = text, className }: PlainProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.clip, className)} title={title}>
      {text ?? '–'}
    </span>
  );
}

function Id({ id }: { readonly id: string }) {
  return <span className={useStyles().number}>{id}</span>;
}

function WaitsFor({ row }: { readonly row: ChangeRow }) {
  const styles = useStyles();
  return <Plain text={row.waitsFor} className={row.isMine ? styles.mine : undefined} />;
}

/** What people who work with changes look at, from left to right. */
export const COLUMNS: readonly Column<ChangeRow>[] = [
  { key: 'id', labelKey: 'tab.column.id', sort: 'id', isNewestFirst: true, min: 94, share: 0, rank: 4, render: (row) => <Id id={row.id} /> },
  { key: 'title', labelKey: 'tab.column.title', sort: 'title', min: 240, share: 4, rank: 1, render: (row) => <Title row={row} /> },
  { key: 'type', labelKey: 'field.change.type', sort: 'type', min: 112, share: 0, rank: 7, render: (row) => <TypeMark type={row.type} /> },
  { key: 'state', labelKey: 'tab.column.state', sort: 'state', min: 118, share: 0, rank: 3, render: (row) => <ChangeStateMark change={row} /> },
  { key: 'risk', labelKey: 'field.change.risk', sort: 'risk', isNewestFirst: true, min: 106, share: 0, rank: 5, render: (row) => <RiskMark risk={row.risk} /> },
  { key: 'window', labelKey: 'field.change.plannedStart', sort: 'plannedStart', min: 156, share: 0, rank: 2, render: (row) => <PlannedStart row={row} /> },
  {
    key: 'implementer', labelKey: 'field.change.implementer', sort: 'implementerName', min: 116, share: 1, rank: 8,
    render: (row) => (row.implementerName ? <PersonName name={row.implementerName} /> : <Plain text={row.groupName} />),
  },
  { key: 'waits', labelKey: 'changePage.column.waitsFor', min: 150, share: 3, rank: 6, render: (row) => <WaitsFor row={row} /> },
];
