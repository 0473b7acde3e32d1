import { Avatar, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ChangeTimelineEntry, ChangeView } from '../../../../shared/changes/change-views';
import { useText } from '../../lib/session';
import { FileChip } from '../../parts/FileChip';
import { FoldedEntries } from '../../parts/FoldedEntries';
import { foldTimeline } from '../../parts/fold-timeline';
import { PlainText } from '../../parts/PlainText';
import { When } from '../../parts/When';
import { Difference } from './EditsCard';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '10px', margin: 0, padding: 0, listStyle: 'none' },
  change: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px', padding: '0 0 0 44px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  more: { minWidth: 0, padding: '0 4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorBrandForegroundLink },
  differences: { paddingLeft: '44px' },
  written: { display: 'flex', gap: '12px', alignItems: 'flex-start' },
  card: { flexGrow: 1, minWidth: 0, padding: '10px 14px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke2}` },
  decision: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', marginBottom: '4px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  meta: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '8px' },
});

const isWritten = (entry: ChangeTimelineEntry): boolean => entry.kind !== 'change' || entry.text !== undefined;

/** Everything that happened, oldest first: comments and decisions stand out, what merely changed stays small. */
export function ChangeTimeline({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const t = useText();
  const items = useMemo(() => foldTimeline(change.timeline, isWritten), [change.timeline]);
  return (
    <ol className={styles.list} aria-label={t('tab.timeline')} data-testid="timeline">
      {items.map((item) => (
        <li key={item.key}>
          {item.kind === 'written' && <Written entry={item.entry} changeId={change.id} />}
          {item.kind === 'change' && <Changed entry={item.entry} />}
          {item.kind === 'folded' && <FoldedEntries entries={item.entries} draw={(entry) => <Changed entry={entry} />} />}
        </li>
      ))}
    </ol>
  );
}

/** One thing that changed; what exactly, on a press. */
function Changed({ entry }: { readonly entry: ChangeTimelineEntry }) {
  const styles = useStyles();
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const differences = entry.differences ?? [];
  return (
    <>
      <div className={styles.change}>
        <span>{entry.line}</span>
        <When at={entry.at} />
        {differences.length > 0 && (
          <Button size="small" appearance="transparent" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'tab.less' : 'changePage.timeline.what')}
          </Button>
        )}
      </div>
      {isOpen && (
        <div className={styles.differences}>
          {differences.map((difference) => (
            <Difference key={difference.field} difference={difference} />
          ))}
        </div>
      )}
    </>
  );
}

function Written({ entry, changeId }: { readonly entry: ChangeTimelineEntry; readonly changeId: string }) {
  const styles = useStyles();
  const t = useText();
  const isMessage = entry.kind === 'message';
  return (
    <article className={styles.written} data-entry={entry.type} data-kind={entry.kind}>
      <Avatar name={entry.byName} size={32} color="colorful" aria-hidden />
      <div className={mergeClasses(styles.card, entry.kind === 'decision' && styles.decision)}>
        <div className={styles.head}>
          <span className={styles.name}>{isMessage ? entry.byName : entry.line}</span>
          <span className={styles.meta}>
            <When at={entry.at} />
            {entry.channel !== 'seed' && ` · ${t(`tab.channel.${entry.channel}`)}`}
          </span>
        </div>
        {entry.text && (
          <div className={styles.text}>
            <PlainText text={entry.text} />
          </div>
        )}
        {entry.files && entry.files.length > 0 && (
          <div className={styles.files}>
            {entry.files.map((file) => (
              <FileChip key={file.id} file={file} recordId={changeId} />
            ))}
          </div>
        )}
      </div>
    </article>
  );
}
