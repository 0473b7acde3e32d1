import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DataTrending48Regular } from '@fluentui/react-icons/svg/data-trending';
import { lazy, Suspense, useState } from 'react';
import type { Attainment, AttainmentOutcome } from '../../../../shared/sla/attainment-views';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { localDay } from '../format';
import { Sheet } from '../../parts/Sheet';
import { CauseList } from './CauseList';
import { FilterBar } from './FilterBar';
import { FigureLink } from './FigureLink';
import { GroupTable } from './GroupTable';
import { percentText } from './percent';
import { ShareBar } from './ShareBar';
import { TrendChart } from './TrendChart';
import { useAttainment, type Slice } from './use-attainment';
import { useWanted } from './use-wanted';

const TicketsDrawer = lazy(() => import('./TicketsDrawer'));

const useStyles = makeStyles({
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', gap: '10px', margin: 0 },
  card: {
    display: 'flex', flexDirection: 'column', gap: '4px', padding: '14px 16px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  number: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', display: 'flex' },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))', gap: '14px', alignItems: 'start' },
  body: { display: 'flex', flexDirection: 'column', gap: '14px' },
  old: { opacity: 0.6 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const COUNTED = ['missed', 'nearMiss', 'downgraded'] as const satisfies readonly AttainmentOutcome[];

/** How well promises are kept: per priority, team, service and agreement, over time, with what came close and why some were not. */
export default function AttainmentPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useStyles();
  const { t } = useSession();
  const wanted = useWanted(query);
  const { figures, error, isOld, retry } = useAttainment(wanted);
  const [slice, setSlice] = useState<Slice>();
  return (
    <>
      <FilterBar wanted={wanted} />
      {error && !figures && (
        <EmptyState icon={<DataTrending48Regular />} title={t('register.failed')} text={errorText(error, t)}>
          <Button onClick={retry}>{t('tab.retry')}</Button>
        </EmptyState>
      )}
      {!figures && !error && <Placeholder label={t('tab.loading')} widths={[96, 90, 84, 92]} />}
      {figures && figures.total.met + figures.total.missed === 0 && <EmptyState icon={<DataTrending48Regular />} title={t('levels.attainment.nothing')} text={t('levels.attainment.nothing.text')} />}
      {figures && figures.total.met + figures.total.missed > 0 && (
        <div className={`${styles.body} ${isOld ? styles.old : ''}`} aria-busy={isOld}>
          <Figures figures={figures} onOpen={setSlice} />
        </div>
      )}
      {slice && (
        <Suspense fallback={null}>
          <TicketsDrawer wanted={wanted} slice={slice} onClose={() => setSlice(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function Figures({ figures, onOpen }: { readonly figures: Attainment; onOpen(slice: Slice): void }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const { total, periods, step, by, causes, from, to } = figures;
  const counts = { missed: total.missed, nearMiss: total.nearMisses, downgraded: total.downgraded };
  return (
    <>
      <p className={styles.quiet}>{t('levels.attainment.range', { from: localDay(from, language), to: localDay(to, language), count: total.met + total.missed })}</p>
      <dl className={styles.cards} data-testid="attainment-cards">
        <div className={styles.card}>
          <dt className={styles.label}>{t('levels.attainment.share')}</dt>
          <dd className={styles.number}>{percentText(total.share, language)}</dd>
          <dd style={{ margin: 0 }}>
            <ShareBar share={total.share} />
          </dd>
        </div>
        {COUNTED.map((outcome) => (
          <div key={outcome} className={styles.card} data-figure={outcome}>
            <dt className={styles.label}>{t(`attainmentOutcome.${outcome}`)}</dt>
            <dd className={styles.number}>
              <FigureLink value={counts[outcome]} label={t(`attainmentOutcome.${outcome}`)} onOpen={() => onOpen({ outcome, title: t(`attainmentOutcome.${outcome}`) })} />
            </dd>
          </div>
        ))}
      </dl>
      <Sheet title={t(`levels.by.${by}`)}>
        <GroupTable figures={figures} onOpen={onOpen} />
      </Sheet>
      <div className={styles.columns}>
        <Sheet title={t('levels.attainment.trend')} hint={t('levels.attainment.trend.help')}>
          <TrendChart periods={periods} step={step} />
        </Sheet>
        <Sheet title={t('levels.attainment.causes')} hint={t('levels.attainment.causes.help')}>
          {causes.length > 0 ? <CauseList causes={causes} onOpen={onOpen} /> : <p className={styles.quiet}>{t('levels.attainment.noCauses')}</p>}
        </Sheet>
      </div>
    </>
  );
}
