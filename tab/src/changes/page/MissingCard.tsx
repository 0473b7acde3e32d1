import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { useState } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { latePart } from '../../lib/late-part';
import { useSession } from '../../lib/session';
import { Waiting } from '../../parts/Waiting';
import { Card } from './Card';

const InlineForm = latePart(() => import('../../actions/InlineForm'));

const useStyles = makeStyles({
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  list: { margin: '0 0 12px', padding: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))', gap: '6px 16px' },
  item: { display: 'flex', gap: '8px', alignItems: 'center' },
  icon: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
});

/** What has to be written before it can be submitted, and a form with exactly that. */
export function MissingCard({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const { t } = useSession();
  const [asked, setAsked] = useState<readonly string[]>();
  if (change.state !== 'new') return null;
  if (change.missing.length === 0 && !asked) return null;
  return (
    <Card title={t('changePage.part.missing')} testId="missing">
      {asked ? (
        <InlineForm while={<Waiting label={t('tab.loading')} />} asked={{ record: change, action: 'changes.edit', fields: asked }} label={t('changePage.missing.fill')} onClose={() => setAsked(undefined)} />
      ) : (
        <>
          <p className={styles.text}>{t('changePage.missing.text', { count: change.missing.length })}</p>
          <ul className={styles.list}>
            {change.missing.map(({ field, label }) => (
              <li key={field} className={styles.item}>
                <span className={styles.icon} aria-hidden="true">
                  <Circle16Regular />
                </span>
                {label}
              </li>
            ))}
          </ul>
          {change.can.includes('changes.edit') && (
            <Button appearance="primary" onClick={() => setAsked(change.missing.map(({ field }) => field))}>
              {t('changePage.missing.fill')}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}
