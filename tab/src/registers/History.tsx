import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { RecordView } from '../../../shared/kernel';
import type { HistoryEntry } from '../../../shared/kernel/history-views';
import { asApiError } from '../lib/api';
import { useSession } from '../lib/session';
import { When } from '../parts/When';
import { Sheet } from '../parts/Sheet';

const SHOWN = 5;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '14px' },
  entry: { display: 'flex', flexDirection: 'column', gap: '6px', paddingLeft: '14px', borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  who: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  changes: { display: 'grid', gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)', gap: '4px 16px', margin: 0, '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
  field: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly record: RecordView;
  readonly hint?: string;
  /** A value of a field in words, one line per part. */
  describe(field: string, value: unknown): readonly ReactNode[];
  labelOf(field: string): string;
}

/** Who changed what and when: every version of an entry, newest first. */
export function History({ record, hint, describe, labelOf }: Props) {
  const styles = useStyles();
  const { api, t } = useSession();
  const [entries, setEntries] = useState<readonly HistoryEntry[]>();
  const [problem, setProblem] = useState<'failed' | 'notForReader'>();
  const [isAll, setAll] = useState(false);
  const { id, version } = record;
  useEffect(() => {
    const control = new AbortController();
    api.get<{ items: readonly HistoryEntry[] }>(`/api/history/${id}`, control.signal).then(
      ({ items }) => {
        setEntries([...items].reverse());
        setProblem(undefined);
      },
      (error: unknown) => !control.signal.aborted && setProblem(asApiError(error).status === 404 ? 'notForReader' : 'failed'),
    );
    return () => control.abort();
  }, [api, id, version]);
  const shown = entries?.slice(0, isAll ? undefined : SHOWN) ?? [];
  const lines = (field: string, value: unknown): readonly ReactNode[] => (value === undefined ? [] : describe(field, value));
  if (problem === 'notForReader') return null;
  return (
    <Sheet title={t('register.history')} hint={hint}>
      {problem && <span className={styles.quiet}>{t('register.history.failed')}</span>}
      <ol className={styles.list} data-testid="history">
        {shown.map((entry) => (
          <li key={entry.seq} className={styles.entry}>
            <span className={styles.head}>
              <Badge appearance="tint" color="informative">
                {t('register.history.version', { version: entry.seq })}
              </Badge>
              <span className={styles.who}>{entry.byName}</span>
              <span>{t(`register.history.${entry.type}`)}</span>
              <When at={entry.at} className={styles.quiet} />
            </span>
            {entry.type === 'changed' && (
              <dl className={styles.changes}>
                {entry.changes.map(({ field, before, after }) => (
                  <div key={field} style={{ display: 'contents' }}>
                    <dt className={styles.field}>{labelOf(field)}</dt>
                    <dd className={styles.value}>
                      {lines(field, before).map((line, index) => (
                        <del key={index} className={styles.before}>
                          {line}
                        </del>
                      ))}
                      {after === undefined ? <span>{t('register.history.emptied')}</span> : lines(field, after).map((line, index) => <div key={index}>{line}</div>)}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
      {(entries?.length ?? 0) > shown.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {t('tab.more', { count: (entries?.length ?? 0) - shown.length })}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
