import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { HandoverRow } from '../../../shared/handovers/handover-views';
import { useActions } from '../actions/ActionsProvider';
import { errorText } from '../lib/error-text';
import { href, navigate } from '../lib/router';
import { useSession } from '../lib/session';
import { notify } from '../parts/notices';
import { useFollowed } from '../planning/use-followed';
import { usePlanningWords } from '../planning/words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  push: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  entry: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', padding: '12px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  waits: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Page {
  readonly items: readonly HandoverRow[];
}

/** What waits to be handed over or accepted; and, on demand, what was. */
export function HandoverList() {
  const styles = useStyles();
  const { t, me } = useSession();
  const { perform } = useActions();
  const [isEnded, setEnded] = useState(false);
  const { value, error } = useFollowed<Page>(`/api/lists/handovers.${isEnded ? 'ended' : 'open'}?limit=50`, ['handovers']);

  async function prepare(): Promise<void> {
    const done = await perform(undefined, 'handovers.prepare');
    if (done?.refused) notify({ title: t('tab.notDone', { action: t('action.handovers.prepare') }), body: done.refused.text, intent: 'warning' });
    else if (done) navigate(href('duty', done.record.id));
  }

  return (
    <section className={styles.root} aria-labelledby="handovers-heading">
      <div className={styles.head}>
        <h2 id="handovers-heading" className={styles.heading}>
          {t(isEnded ? 'duty.handovers.ended' : 'duty.handovers')}
        </h2>
        <span className={styles.push}>
          <Button appearance="subtle" onClick={() => setEnded(!isEnded)}>
            {t(isEnded ? 'duty.handovers.showOpen' : 'duty.handovers.showEnded')}
          </Button>
          {me.isAgent && <Button onClick={() => void prepare()}>{t('duty.handOver')}</Button>}
        </span>
      </div>
      {error && !value && <p className={styles.quiet}>{errorText(error, t)}</p>}
      {value?.items.length === 0 && <p className={styles.quiet}>{t(isEnded ? 'duty.handovers.noneEnded' : 'duty.handovers.none')}</p>}
      {value && value.items.length > 0 && (
        <ul className={styles.list}>
          {value.items.map((handover) => (
            <Entry key={handover.id} handover={handover} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ handover }: { readonly handover: HandoverRow }) {
  const styles = useStyles();
  const { t } = useSession();
  const words = usePlanningWords();
  const { id, groupName, endsAt, fromNames, toNames, state, openCount, itemCount } = handover;
  return (
    <li>
      <a href={href('duty', id)} className={styles.entry} data-handover={id}>
        <span className={styles.words}>
          <span className={styles.name}>{t('card.handover.title', { group: groupName, at: words.short(endsAt) })}</span>
          <span className={styles.quiet}>{[id, t('card.handover.people', { from: fromNames.join(', '), to: toNames.join(', ') })].join(' · ')}</span>
        </span>
        <span>{handover.closedAt ? t('duty.items', { count: itemCount }) : t('duty.itemsOpen', { count: openCount })}</span>
        <span className={mergeClasses(handover.closedAt ? styles.quiet : styles.waits)}>{t(`state.${state}`)}</span>
      </a>
    </li>
  );
}
