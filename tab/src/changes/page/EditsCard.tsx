import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ChangeView, DifferenceView } from '../../../../shared/changes/change-views';
import { lineDiff } from '../../lib/line-diff';
import { useSession } from '../../lib/session';
import { When } from '../../parts/When';
import { Card } from './Card';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '14px' },
  by: { margin: '0 0 6px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  field: { margin: '8px 0 2px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  lines: { borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke3}`, overflow: 'hidden' },
  line: { display: 'flex', gap: '8px', padding: '1px 10px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', borderLeft: '3px solid transparent' },
  sign: { width: '10px', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  removed: { backgroundColor: tokens.colorStatusDangerBackground1, borderLeftColor: tokens.colorStatusDangerBorder1 },
  added: { backgroundColor: tokens.colorStatusSuccessBackground1, borderLeftColor: tokens.colorStatusSuccessBorder1 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

const SIGNS = { same: ' ', removed: '−', added: '+' } as const;

/** A field before and after: what went, what came, line by line. */
export function Difference({ difference }: { readonly difference: DifferenceView }) {
  const styles = useStyles();
  const { t } = useSession();
  const { label, before, after } = difference;
  const lines = useMemo(() => lineDiff(before, after).filter(({ kind, text }) => kind === 'same' || text !== ''), [before, after]);
  return (
    <>
      <h3 className={styles.field}>{label}</h3>
      <div className={styles.lines}>
        {lines.map(({ kind, text }, index) => (
          <div key={index} className={mergeClasses(styles.line, kind !== 'same' && styles[kind])}>
            <span className={styles.sign} aria-hidden="true">
              {SIGNS[kind]}
            </span>
            {kind !== 'same' && <span className={styles.hidden}>{t(`changePage.diff.${kind}`)}</span>}
            <span>{text}</span>
          </div>
        ))}
      </div>
    </>
  );
}

/** What was changed after somebody had decided, the newest first: with whose decisions no longer count. */
export function EditsCard({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const { t } = useSession();
  const isDeciding = change.state === 'assess' || change.state === 'authorize';
  if (change.edits.length === 0 || !isDeciding) return null;
  return (
    <Card title={t('changePage.part.edits')} testId="edits">
      <ul className={styles.list}>
        {[...change.edits].reverse().map((edit) => (
          <li key={edit.at}>
            <p className={styles.by}>
              {t('changePage.edits.by', { person: edit.byName })} <When at={edit.at} className={styles.quiet} />
              {edit.voided.length > 0 && <span className={styles.quiet}> · {t('changePage.edits.voided', { people: edit.voided.join(', ') })}</span>}
            </p>
            {edit.differences.map((difference) => (
              <Difference key={difference.field} difference={difference} />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
