import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Flag16Filled } from '@fluentui/react-icons/svg/flag';
import { useId, useState } from 'react';
import type { Stretch } from '../../../../../shared/sla/explain-views';
import { useText } from '../../../lib/session';
import { lookOf, useMarkStyles } from './stretch-look';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  inner: { paddingLeft: '20px' },
  row: { display: 'grid', gridTemplateColumns: '14px minmax(0, 1fr) max-content', columnGap: '10px', padding: '7px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  first: { borderTop: 'none' },
  mark: { marginTop: '5px' },
  when: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  quiet: { color: tokens.colorNeutralForeground2 },
  counts: { fontWeight: tokens.fontWeightSemibold },
  overdue: { color: tokens.colorStatusDangerForeground3 },
  sums: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  due: { display: 'flex', alignItems: 'center', gap: '4px', marginTop: '2px', fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  days: { minWidth: 0, marginLeft: '-6px' },
});

/** The stretches as a list, in words; whole business days can be opened. It says all that the bar shows. */
export function Chain({ stretches, isInner = false }: { readonly stretches: readonly Stretch[]; readonly isInner?: boolean }) {
  const styles = useStyles();
  return (
    <ol className={mergeClasses(styles.list, isInner && styles.inner)} {...(!isInner && { 'data-testid': 'why-chain' })}>
      {stretches.map((stretch, index) => (
        <Row key={stretch.from} stretch={stretch} isFirst={index === 0} />
      ))}
    </ol>
  );
}

function Row({ stretch, isFirst }: { readonly stretch: Stretch; readonly isFirst: boolean }) {
  const styles = useStyles();
  const marks = useMarkStyles();
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { kind, when, what, length, total, parts, endsAtDue, isOverdue, isExpected } = stretch;
  const counts = kind === 'counted';
  return (
    <li>
      <div className={mergeClasses(styles.row, isFirst && styles.first)} data-kind={lookOf(stretch)}>
        <span className={mergeClasses(styles.mark, marks.mark, marks[lookOf(stretch)])} aria-hidden="true" />
        <div>
          <span className={styles.when}>{when}</span>
          <span className={mergeClasses(counts ? styles.counts : styles.quiet, counts && isOverdue && styles.overdue)}>{what}</span>
          {parts && (
            <div>
              <Button
                size="small" appearance="transparent" className={styles.days} aria-expanded={isOpen} aria-controls={isOpen ? id : undefined}
                icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />} onClick={() => setOpen(!isOpen)}
              >
                {t(isOpen ? 'tab.why.hideDays' : 'tab.why.showDays')}
              </Button>
            </div>
          )}
          {endsAtDue && (
            <div className={styles.due}>
              <Flag16Filled aria-hidden />
              {t('tab.why.dueHere')}
            </div>
          )}
        </div>
        <div className={styles.sums}>
          <span className={counts ? styles.counts : styles.quiet}>{length}</span>
          {total && <span className={styles.when}>{t(isExpected ? 'tab.why.then' : 'tab.why.inAll', { total })}</span>}
        </div>
      </div>
      {parts && isOpen && (
        <div id={id}>
          <Chain stretches={parts} isInner />
        </div>
      )}
    </li>
  );
}
