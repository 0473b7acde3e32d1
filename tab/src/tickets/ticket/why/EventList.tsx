import { makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ClockEvent } from '../../../../../shared/sla/explain-views';
import { useText } from '../../../lib/session';
import { Part } from './Part';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  event: { display: 'flex', flexDirection: 'column', paddingLeft: '10px', borderLeft: `2px solid ${tokens.colorCompoundBrandStroke}`, overflowWrap: 'anywhere' },
  silent: { borderLeftColor: tokens.colorNeutralStroke2 },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  effect: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  toggle: { marginLeft: '-8px' },
});

/** What started, paused, re-targeted and stopped the clock, by whom; on demand also what did nothing, and why. */
export function EventList({ events, note }: { readonly events: readonly ClockEvent[]; readonly note?: string | undefined }) {
  const styles = useStyles();
  const t = useText();
  const silent = events.filter(({ effect }) => effect === 'none').length;
  const [withSilent, setWithSilent] = useState(false);
  const shown = withSilent || silent === events.length ? events : events.filter(({ effect }) => effect !== 'none');
  return (
    <Part title={t('tab.why.events')}>
      {silent > 0 && silent < events.length && (
        <Switch className={styles.toggle} label={t('tab.why.silent', { count: silent })} checked={withSilent} onChange={(_event, { checked }) => setWithSilent(checked)} />
      )}
      {note && <span className={styles.when}>{note}</span>}
      <ol className={styles.list} data-testid="why-events">
        {shown.map(({ seq, when, line, effect, effectText }) => (
          <li key={seq} className={mergeClasses(styles.event, effect === 'none' && styles.silent)}>
            <span className={styles.when}>{when}</span>
            <span>{line}</span>
            <span className={effect === 'none' ? styles.quiet : styles.effect}>{effectText}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
