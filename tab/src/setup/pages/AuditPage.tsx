import { Button, Input, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LockClosed48Regular } from '@fluentui/react-icons/svg/lock-closed';
import { ShieldErrorRegular } from '@fluentui/react-icons/svg/shield-error';
import { useState } from 'react';
import { readId } from '../../../../shared/kernel/ids';
import { useDates } from '../../lib/now';
import { href, navigate, recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Sheet } from '../../parts/Sheet';
import { Placeholder } from '../../parts/Placeholder';
import { PersonName } from '../../parts/PersonName';
import { seesAudit } from '../access';
import { useAnswer } from '../lists/use-answer';

interface Entry {
  readonly at: string;
  readonly byName: string;
  readonly channel: string;
  readonly action: string;
  readonly recordId: string;
  readonly code: string;
}

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  number: { width: '260px', maxWidth: '100%' },
  scroll: { overflowX: 'auto', margin: '0 -8px' },
  table: { width: '100%', borderCollapse: 'collapse' },
  head: { textAlign: 'left', padding: '6px 8px', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  cell: { padding: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, verticalAlign: 'top' },
  when: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

/** Attempts to decide what was not somebody's to decide, the newest first. */
export default function AuditPage({ query }: { readonly query: URLSearchParams }) {
  const { t, me } = useSession();
  if (!seesAudit(me)) return <EmptyState icon={<LockClosed48Regular />} title={t('setup.audit.closed')} text={t('setup.audit.closed.text')} />;
  return <Attempts recordId={query.get('record') ?? ''} />;
}

function Attempts({ recordId }: { readonly recordId: string }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { answer, isFailed, retry } = useAnswer<{ readonly items: readonly Entry[] }>(`/api/audit${recordId ? `?recordId=${encodeURIComponent(recordId)}` : ''}`);
  const nameOf = (key: string, fallback: string): string => {
    const text = t(key);
    return text === key ? fallback : text;
  };
  return (
    <>
      <Filter key={recordId} recordId={recordId} />
      {isFailed && (
        <EmptyState icon={<ShieldErrorRegular />} title={t('register.failed')}>
          <Button onClick={retry}>{t('tab.retry')}</Button>
        </EmptyState>
      )}
      {!isFailed && !answer && <Placeholder label={t('tab.loading')} widths={[60, 90, 80, 85]} />}
      {answer?.items.length === 0 && (
        <EmptyState icon={<ShieldErrorRegular />} title={t(recordId ? 'setup.audit.noneOf' : 'setup.audit.none', { id: recordId })} text={t('setup.audit.none.text')} />
      )}
      {answer && answer.items.length > 0 && (
        <Sheet title={t('setup.audit.title')} hint={t('setup.audit.help')}>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('setup.audit.title')}>
            <table className={styles.table} data-testid="audit">
              <thead>
                <tr>
                  {(['when', 'who', 'what', 'record', 'why'] as const).map((name) => (
                    <th key={name} scope="col" className={styles.head}>
                      {t(`setup.audit.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {answer.items.map((entry, index) => (
                  <tr key={`${entry.at} ${index}`}>
                    <td className={mergeClasses(styles.cell, styles.when)}>{dates.exact(entry.at)}</td>
                    <td className={styles.cell}>
                      <PersonName name={entry.byName} />
                    </td>
                    <td className={styles.cell}>{t('setup.audit.through', { action: nameOf(`action.${entry.action}`, entry.action), channel: nameOf(`setup.channel.${entry.channel}`, entry.channel) })}</td>
                    <td className={styles.cell}>{entry.recordId ? <Link href={recordHref(entry.recordId)}>{entry.recordId}</Link> : t('tab.none')}</td>
                    <td className={styles.cell}>{nameOf(`refusal.${entry.code}`, entry.code)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Sheet>
      )}
    </>
  );
}

function Filter({ recordId }: { readonly recordId: string }) {
  const styles = useStyles();
  const { t } = useSession();
  const [typed, setTyped] = useState(recordId);
  const show = (id: string): void => navigate(href('setup', 'audit', id ? new URLSearchParams({ record: id }) : undefined), true);
  return (
    <form
      className={styles.bar}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        show(readId(typed, ['CHG', 'FEX', 'TPL', 'MTG', 'INC', 'REQ']) ?? typed.trim().toUpperCase());
      }}
    >
      <Input className={styles.number} aria-label={t('setup.audit.record')} placeholder={t('setup.audit.placeholder')} value={typed} onChange={(_event, data) => setTyped(data.value)} />
      <Button type="submit">{t('setup.audit.filter')}</Button>
      {recordId && (
        <Button appearance="subtle" onClick={() => show('')}>
          {t('setup.filter.clear')}
        </Button>
      )}
    </form>
  );
}
