import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { HeldExplanation, HeldShare } from '../../../../../shared/sla/explain-views';
import { percent } from '../../../../../shared/strings/dates';
import { useSession, useText } from '../../../lib/session';
import { Part } from './Part';

const useStyles = makeStyles({
  tabs: { margin: '0 -12px' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: { textAlign: 'right', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, padding: '0 0 4px 12px', verticalAlign: 'bottom' },
  nameHead: { textAlign: 'left', paddingLeft: 0 },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  cell: { textAlign: 'right', whiteSpace: 'nowrap', padding: '6px 0 6px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, verticalAlign: 'top' },
  percent: { fontWeight: tokens.fontWeightSemibold },
  time: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  track: { display: 'block', height: '6px', marginTop: '5px', borderRadius: '3px', backgroundColor: tokens.colorNeutralBackground4, overflow: 'hidden' },
  bar: { display: 'block', height: '100%', borderRadius: '3px', backgroundColor: tokens.colorCompoundBrandBackground, forcedColorAdjust: 'none' },
  waiting: { backgroundColor: tokens.colorPaletteMarigoldBorderActive },
});

/** Who had the ticket for how long. Shares of a column add up to exactly 100 %. */
export function HeldList({ held }: { readonly held: HeldExplanation }) {
  const styles = useStyles();
  const t = useText();
  const [isByGroup, setByGroup] = useState(false);
  if (held.shares.length === 0) return null;
  const shares = isByGroup && held.groups ? held.groups : held.shares;
  return (
    <Part title={t('tab.why.held')}>
      {held.groups && (
        <TabList size="small" className={styles.tabs} aria-label={t('tab.why.held')} selectedValue={isByGroup ? 'groups' : 'people'} onTabSelect={(_event, { value }) => setByGroup(value === 'groups')}>
          <Tab value="people">{t('tab.why.byPerson')}</Tab>
          <Tab value="groups">{t('tab.why.byGroup')}</Tab>
        </TabList>
      )}
      <table className={styles.table} data-testid="why-held">
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.nameHead)}>
              {t('tab.why.who')}
            </th>
            <th scope="col" className={styles.head}>
              {t('tab.why.inHours')}
            </th>
            <th scope="col" className={styles.head}>
              {t('tab.why.aroundTheClock')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <Holder key={share.label} share={share} />
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Holder({ share }: { readonly share: HeldShare }) {
  const styles = useStyles();
  const { language } = useSession();
  const { label, kind, open, openPercent, wall, wallPercent } = share;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {label}
        <span className={styles.track} aria-hidden="true">
          <span className={mergeClasses(styles.bar, kind === 'waiting' && styles.waiting)} style={{ width: `${openPercent}%` }} />
        </span>
      </th>
      <td className={styles.cell}>
        <span className={styles.percent}>{percent(openPercent, language)}</span>
        <span className={styles.time}>{open}</span>
      </td>
      <td className={styles.cell}>
        <span className={styles.percent}>{percent(wallPercent, language)}</span>
        <span className={styles.time}>{wall}</span>
      </td>
    </tr>
  );
}
