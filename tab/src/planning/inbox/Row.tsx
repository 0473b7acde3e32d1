import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { InboxRow } from '../../../../shared/changes/planning-views';
import { RiskMark } from '../../changes/marks';
import { href } from '../../lib/router';
import { useText } from '../../lib/session';
import { When } from '../../parts/When';
import { RISKS, usePlanningWords } from '../words';

const useStyles = makeStyles({
  row: {
    display: 'flex', flexDirection: 'column', gap: '4px', padding: '10px 12px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground1, textDecorationLine: 'none', minWidth: 0,
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorBrandBackground2, outline: `1px solid ${tokens.colorTransparentStrokeInteractive}` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px', fontSize: tokens.fontSizeBase200 },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  push: { marginLeft: 'auto' },
});

interface Props {
  readonly row: InboxRow;
  readonly isCurrent: boolean;
  readonly isLate: boolean;
}

/** One decision that is awaited. */
export function Row({ row, isCurrent, isLate }: Props) {
  const styles = useStyles();
  const t = useText();
  const words = usePlanningWords();
  const link = useRef<HTMLAnchorElement>(null);
  const risk = RISKS.find((name) => name === row.risk);
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <a ref={link} href={href('approvals', row.id)} aria-current={isCurrent ? 'true' : undefined} data-inbox={row.id} className={mergeClasses(styles.row, isCurrent && styles.current)}>
      <span className={styles.line}>
        <span className={styles.quiet}>{row.id}</span>
        <span className={styles.quiet}>{t(`planning.practice.${row.practice}`)}</span>
        {risk && (
          <span className={styles.push}>
            <RiskMark risk={risk} />
          </span>
        )}
      </span>
      <span className={styles.title}>{row.title}</span>
      <span className={styles.line}>
        <span className={styles.quiet}>{t('planning.inbox.from', { name: row.requesterName })}</span>
        {row.plannedStart && <span className={styles.quiet}>{t('planning.inbox.planned', { at: words.short(row.plannedStart) })}</span>}
      </span>
      {row.onBehalfOf && <span className={styles.line}>{t('planning.inbox.onBehalfOf', { name: row.onBehalfOf })}</span>}
      {row.decideUntil && (
        <span className={mergeClasses(styles.line, isLate ? styles.late : styles.quiet)}>
          {t(isLate ? 'planning.inbox.wasDue' : 'planning.inbox.until')} <When at={row.decideUntil} />
        </span>
      )}
    </a>
  );
}
