import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ReplayView } from '../../../../shared/sla/replay-views';
import { useSession } from '../../lib/session';
import { ChangeList } from './ChangeList';
import { Comparison } from './Comparison';
import type { WhatIfDraft } from './replay-stream';

const useStyles = makeStyles({
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', gap: '10px', margin: 0, padding: 0, listStyle: 'none' },
  card: { display: 'flex', flexDirection: 'column', padding: '10px 14px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke3}` },
  number: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, maxWidth: '78ch' },
});

/** Open tickets that move, met and missed before and after, and the tickets that flip. */
export function WhatIfResult({ view, draft }: { readonly view: ReplayView; readonly draft: WhatIfDraft }) {
  const styles = useStyles();
  const { t } = useSession();
  const { counts, tickets, total, byPriority, byGroup } = view;
  const number = (value: number): string => t('levels.number', { value });
  const cards = [
    { key: 'moved', value: counts.moved.open },
    { key: 'breaches', value: counts.toMissed.open },
    { key: 'saved', value: counts.toMet.open },
    { key: 'flipMissed', value: counts.toMissed.ended },
    { key: 'flipMet', value: counts.toMet.ended },
  ];
  const isNothing = Object.values(counts).every(({ open, ended }) => open + ended === 0);
  return (
    <>
      <p className={styles.text} data-testid="what-if-summary">
        {t('levels.whatIf.looked', { ended: tickets.ended, open: tickets.open })} {isNothing && t('levels.whatIf.nothing')}
      </p>
      <ul className={styles.cards}>
        {cards.map(({ key, value }) => (
          <li key={key} className={styles.card} data-figure={key}>
            <span className={styles.number}>{number(value)}</span>
            <span className={styles.label}>{t(`levels.whatIf.figure.${key}`, { count: value })}</span>
          </li>
        ))}
      </ul>
      {view.neverOpens > 0 && (
        <MessageBar intent="warning">
          <MessageBarBody>{t('levels.whatIf.neverOpens', { count: view.neverOpens })}</MessageBarBody>
        </MessageBar>
      )}
      <Comparison title={t('levels.whatIf.overall')} rows={total} nameOf={() => ''} />
      <Comparison title={t('levels.by.priority')} rows={byPriority} nameOf={(of) => of} />
      <Comparison title={t('levels.by.group')} rows={byGroup} nameOf={(of) => view.names[of] ?? of} />
      <ChangeList view={view} draft={draft} />
    </>
  );
}
