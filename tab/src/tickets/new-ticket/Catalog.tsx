import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { Search48Regular } from '@fluentui/react-icons/svg/search';
import { useState } from 'react';
import type { OfferingConfig } from '../../lib/api-types';
import { money } from '../../../../shared/strings/dates';
import { targetDuration } from '../../lib/duration';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '18px' },
  search: { maxWidth: '360px' },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))', gap: '10px', margin: 0, padding: 0, listStyle: 'none' },
  card: {
    display: 'flex', flexDirection: 'column', gap: '4px', height: '100%', padding: '14px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`, color: tokens.colorNeutralForeground1, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  facts: { marginTop: 'auto', paddingTop: '6px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Everything that can be ordered, by area. */
export function Catalog() {
  const styles = useStyles();
  const { t, config, language } = useSession();
  const [query, setQuery] = useState('');
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = config.offerings.filter((entry) => words.every((word) => `${entry.name} ${entry.description ?? ''} ${entry.keywords ?? ''}`.toLowerCase().includes(word)));
  const area = (entry: OfferingConfig): string => config.categories.find((category) => category.id === entry.categoryId)?.path.split(' › ')[0] ?? '';
  const factsOf = ({ costs = [], currency = 'EUR', targetMinutes, consents, isForMe }: OfferingConfig): readonly string[] => {
    const amounts = costs.flatMap(({ amount, per }) => (amount === undefined ? [] : [{ amount, per }])).sort((left, right) => left.amount - right.amount);
    // What is paid once says most; what comes on top of it is told on the page of the item.
    const least = amounts.find(({ per }) => per === 'once') ?? amounts[0];
    return [
      least && t('tab.catalog.from', { cost: money(least.amount, currency, language), per: least.per }),
      targetMinutes ? t('tab.order.time', { time: targetDuration(targetMinutes, language) }) : undefined,
      consents.length > 0 ? t('tab.catalog.consent') : undefined,
      isForMe ? undefined : t('tab.catalog.others'),
    ].filter((fact) => fact !== undefined);
  };
  const areas = [...new Set(found.map(area))].sort((left, right) => left.localeCompare(right));
  return (
    <div className={styles.root}>
      <SearchBox className={styles.search} value={query} placeholder={t('tab.catalog.search')} aria-label={t('tab.catalog.search')} onChange={(_event, data) => setQuery(data.value)} />
      {found.length === 0 && <EmptyState icon={<Search48Regular />} title={t('tab.nothingFound')} text={t('tab.catalog.nothing')} />}
      {areas.map((name) => (
        <section key={name}>
          <h2 className={styles.heading}>{name}</h2>
          <ul className={styles.grid}>
            {found
              .filter((entry) => area(entry) === name)
              .map((entry) => (
                <li key={entry.id}>
                  <a href={href('new', entry.id)} className={styles.card}>
                    <span className={styles.name}>{entry.name}</span>
                    <span className={styles.text}>{entry.description}</span>
                    <span className={styles.facts}>{factsOf(entry).join(' · ')}</span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
