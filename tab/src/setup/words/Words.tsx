import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FreezeScope, Occurrence } from '../../../../shared/scheduling/window-schema';
import { useSession } from '../../lib/session';
import { EntryOf } from '../../registers/names';
import { Several } from '../../registers/FieldValue';
import type { EntryView } from '../../registers/types';
import { NextTimes } from '../editors/NextTimes';
import { occurrenceText } from './describe-occurrence';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px', maxWidth: '78ch' },
  plain: { margin: 0 },
  facts: { display: 'grid', gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)', gap: '6px 24px', margin: 0, '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '2px' } },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0 },
});

interface Props<T> {
  readonly value: T | undefined;
  readonly entry: EntryView;
}

/** When a window is, in sentences, and its next times. */
export function OccurrenceWords({ value, entry }: Props<readonly Occurrence[]>) {
  const styles = useStyles();
  const { t, language, zone } = useSession();
  if (!value) return <p className={styles.plain}>{t('setup.when.none')}</p>;
  return (
    <>
      <ul className={styles.list} data-testid="occurrences">
        {value.map((occurrence, index) => (
          <li key={index}>{occurrenceText({ t, language }, occurrence)}</li>
        ))}
      </ul>
      {!entry.retired && <NextTimes occurrences={value} zone={typeof entry['zone'] === 'string' ? entry['zone'] : zone} />}
    </>
  );
}

/** What a freeze is for. */
export function ScopeWords({ value }: Props<FreezeScope>) {
  const styles = useStyles();
  const { t } = useSession();
  if (!value) return <p className={styles.plain}>{t('setup.scope.everything')}</p>;
  const { serviceIds, itemIds, itemClasses, environments, regions } = value;
  const lines: readonly (readonly [string, ReactNode])[] = [
    ...(serviceIds ? [['serviceIds', <Several key="services" ids={serviceIds} draw={(id) => <EntryOf practice="services" id={id} />} />] as const] : []),
    ...(itemIds ? [['itemIds', <Several key="items" ids={itemIds} draw={(id) => <EntryOf practice="items" id={id} />} />] as const] : []),
    ...(itemClasses ? [['itemClasses', itemClasses.map((name) => t(`itemClass.${name}`)).join(', ')] as const] : []),
    ...(environments ? [['environments', environments.map((name) => t(`environment.${name}`)).join(', ')] as const] : []),
    ...(regions ? [['regions', regions.join(', ')] as const] : []),
  ];
  return (
    <>
      <p className={styles.plain}>{t('setup.scope.all', { count: lines.length })}</p>
      <dl className={styles.facts}>
        {lines.map(([name, drawn]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className={styles.term}>{t(`setup.scope.${name}`)}</dt>
            <dd className={styles.value}>{drawn}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
