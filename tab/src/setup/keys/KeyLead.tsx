import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useDates } from '../../lib/now';
import { useText } from '../../lib/session';
import { PersonName } from '../../parts/PersonName';
import { Sheet } from '../../parts/Sheet';
import { SecretDialog } from './SecretDialog';
import type { KeyEntry } from './types';
import { useLastUse } from './use-last-use';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)', gap: '8px 24px', margin: 0, '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '2px' } },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, '@media (max-width: 639px)': { marginBottom: '8px' } },
});

/** Whose key it is, how long it works, and why not where it does not. */
export function KeyLead({ entry }: { readonly entry: KeyEntry }) {
  const styles = useStyles();
  const t = useText();
  const dates = useDates();
  const lastUse = useLastUse()(entry.id);
  const why = entry.state === 'active' ? (entry.isExpiring ? 'expiring' : undefined) : entry.state;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['person', <PersonName key="person" name={entry.personName} />],
    ['expiresAt', dates.exact(entry.expiresAt)],
    ...(entry.formerUntil ? [['formerUntil', dates.exact(entry.formerUntil)] as const] : []),
    ['lastUse', lastUse],
    ['madeBy', <PersonName key="madeBy" name={entry.createdByName} />],
  ];
  return (
    <>
      {why && (
        <MessageBar intent={why === 'expiring' ? 'warning' : 'error'} layout="multiline">
          <MessageBarBody>{t(`setup.integrationKeys.why.${why}`)}</MessageBarBody>
        </MessageBar>
      )}
      <Sheet title={t('setup.integrationKeys.validity')}>
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt className={styles.term}>{t(`setup.integrationKeys.${name}`)}</dt>
              <dd className={styles.value} data-fact={name}>{value}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
      <SecretDialog keyId={entry.id} name={entry.name} />
    </>
  );
}
