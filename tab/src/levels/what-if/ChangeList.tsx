import { Button, Link, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import { useState } from 'react';
import { CHANGE_KINDS, type ChangeKind, type ReplayChange, type ReplayClock, type ReplayView } from '../../../../shared/sla/replay-views';
import { useDates } from '../../lib/now';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { ChangeWhy } from './ChangeWhy';
import type { WhatIfDraft } from './replay-stream';

const SHOWN = 20;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  tabs: { marginLeft: '-10px', overflowX: 'auto', flexWrap: 'wrap' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  item: { display: 'flex', flexDirection: 'column', gap: '2px', padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTopStyle: 'none' } },
  head: { display: 'flex', flexWrap: 'wrap', gap: '2px 10px', alignItems: 'baseline', minWidth: 0 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  times: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  missed: { color: tokens.colorStatusDangerForeground1 },
  met: { color: tokens.colorStatusSuccessForeground1 },
});

/** The tickets that would go another way, by how; each leads to its explanation. */
export function ChangeList({ view, draft }: { readonly view: ReplayView; readonly draft: WhatIfDraft }) {
  const styles = useStyles();
  const { t } = useSession();
  const kinds = CHANGE_KINDS.filter((kind) => view.counts[kind].open + view.counts[kind].ended > 0);
  const [chosen, setChosen] = useState<ChangeKind>();
  const [shown, setShown] = useState(SHOWN);
  const kind = chosen && kinds.includes(chosen) ? chosen : kinds[0];
  if (!kind) return null;
  const changes = view.changes.filter((change) => change.kind === kind);
  const all = view.counts[kind].open + view.counts[kind].ended;
  return (
    <div className={styles.root}>
      <TabList
        size="small"
        className={styles.tabs}
        aria-label={t('levels.whatIf.changes')}
        selectedValue={kind}
        onTabSelect={(_event, { value }) => {
          setChosen(value as ChangeKind);
          setShown(SHOWN);
        }}
      >
        {kinds.map((name) => (
          <Tab key={name} value={name}>
            {t(`levels.whatIf.kind.${name}`, { count: view.counts[name].open + view.counts[name].ended })}
          </Tab>
        ))}
      </TabList>
      <ul className={styles.list} aria-label={t(`levels.whatIf.kind.${kind}`, { count: all })}>
        {changes.slice(0, shown).map((change) => (
          <Change key={`${change.id} ${change.key}`} change={change} view={view} draft={draft} />
        ))}
      </ul>
      {changes.length > shown && (
        <div>
          <Button size="small" onClick={() => setShown(shown + SHOWN * 5)}>
            {t('tab.more', { count: changes.length - shown })}
          </Button>
        </div>
      )}
      {changes.length < all && <span className={styles.quiet}>{t('levels.whatIf.notAll', { shown: changes.length, all })}</span>}
    </div>
  );
}

function Change({ change, view, draft }: { readonly change: ReplayChange; readonly view: ReplayView; readonly draft: WhatIfDraft }) {
  const styles = useStyles();
  const { t } = useSession();
  const [isOpened, setOpened] = useState(false);
  const { id, title, priority, groupId, metric, before, after, because, isOpen } = change;
  const facts = [priority, groupId && (view.names[groupId] ?? groupId), t(`metric.${metric}`), t(isOpen ? 'levels.whatIf.open' : 'levels.whatIf.ended'), ...because.map((reason) => t(`levels.whatIf.because.${reason}`))];
  return (
    <li className={styles.item} data-change={id}>
      <span className={styles.head}>
        <Link href={href('tickets', id)} className={styles.number}>
          {id}
        </Link>
        <span className={styles.title}>{title}</span>
        <Button size="small" appearance="subtle" aria-expanded={isOpened} aria-label={t('levels.whatIf.whyOf', { id })} onClick={() => setOpened(!isOpened)}>
          {t(isOpened ? 'levels.whatIf.whyNot' : 'levels.whatIf.why')}
        </Button>
      </span>
      <span className={styles.times}>
        <Side clock={before} />
        <ArrowRight16Regular aria-label={t('levels.whatIf.becomes')} />
        <Side clock={after} />
      </span>
      <span className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</span>
      {isOpened && <ChangeWhy id={id} clockKey={change.key} draft={draft} />}
    </li>
  );
}

function Side({ clock }: { readonly clock: ReplayClock | undefined }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  if (!clock) return <span>{t('levels.whatIf.noPromise')}</span>;
  const tone = clock.outcome === 'missed' ? styles.missed : clock.outcome === 'met' ? styles.met : undefined;
  return (
    <span>
      {clock.dueAt ? t('tab.sla.dueAt', { at: dates.short(clock.dueAt) }) : t('levels.whatIf.noDue')}
      {clock.outcome !== 'open' && (
        <>
          {', '}
          <span {...(tone && { className: tone })}>{t(`levels.outcome.${clock.outcome}`)}</span>
        </>
      )}
    </span>
  );
}
