import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { money } from '../../../../shared/strings/dates';
import type { DryRunView } from '../../../../shared/tickets/fulfillment/dry-run-views';
import { ApiError } from '../../lib/api';
import { targetDuration } from '../../lib/duration';
import { errorText } from '../../lib/error-text';
import { recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import type { OfferingEntry } from './types';

const useStyles = makeStyles({
  list: { margin: '10px 0 0', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, paddingTop: '8px', overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  bad: { display: 'block', color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
});

/** What the draft, or what is published, would have meant for the last requests. Nothing is stored. */
export function DryRun({ entry }: { readonly entry: OfferingEntry }) {
  const styles = useStyles();
  const { t, api, language } = useSession();
  const [found, setFound] = useState<DryRunView>();
  const [trouble, setTrouble] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function run(): Promise<void> {
    setBusy(true);
    setTrouble(undefined);
    try {
      setFound((await (await api.ask('/api/plan-dry-run', { offeringId: entry.id })).json()) as DryRunView);
    } catch (error) {
      setTrouble(errorText(error instanceof ApiError ? error : new ApiError('bug', String(error), 0), t));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet title={t('setup.dryRun.title')} hint={t('setup.dryRun.help')}>
      <Button disabled={isBusy} {...(isBusy && { icon: <Spinner size="tiny" /> })} onClick={() => void run()}>{t('setup.dryRun.run')}</Button>
      {trouble && <span className={styles.bad} role="alert">{trouble}</span>}
      {found && (
        <div data-testid="dry-run" aria-live="polite">
          <p>
            {t('setup.dryRun.sum', { count: found.rows.length, asked: found.asked, newly: found.newlyAsked, no: found.noLongerAsked, refused: found.refused })}
            {found.minutes !== undefined && found.formerMinutes !== undefined && ` ${t('setup.dryRun.times', { now: targetDuration(found.minutes, language), before: targetDuration(found.formerMinutes, language) })}`}
            {found.refusedActions > 0 && ` ${t('setup.dryRun.refusedActions', { count: found.refusedActions })}`}
          </p>
          <ul className={styles.list}>
            {found.rows.map((row) => (
              <li key={row.id} className={styles.row}>
                <a href={recordHref(row.id)}>{row.id}</a> {row.title}
                {row.refused ? (
                  <span className={styles.bad}>{row.refused}</span>
                ) : (
                  <>
                    <span className={styles.quiet}>{row.stages.join(' → ')}</span>
                    {row.asked.map(({ step, people, because }, index) => <span key={index} className={styles.quiet}>{[`${step}: ${people.join(', ')}`, because].filter(Boolean).join(', ')}</span>)}
                    {row.actions.map(({ action, result, text }, index) => (
                      <span key={index} className={result === 'refused' ? styles.bad : styles.quiet}>⚙ {[action, t(`rules.result.${result}`), text].filter(Boolean).join(' – ')}</span>
                    ))}
                    {row.notAsked.length > 0 && <span className={styles.quiet}>{t('setup.dryRun.notAsked', { steps: row.notAsked.join(', ') })}</span>}
                    <span className={styles.quiet}>{[row.minutes === undefined ? undefined : targetDuration(row.minutes, language), row.plannedCost ? money(row.plannedCost, entry.currency ?? 'EUR', language) : undefined].filter(Boolean).join(' · ')}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Sheet>
  );
}
