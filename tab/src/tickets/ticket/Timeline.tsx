import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { useMemo } from 'react';
import type { TicketView, TimelineEntry } from '../../../../shared/tickets/ticket-views';
import { useText } from '../../lib/session';
import { FileChip } from '../../parts/FileChip';
import { FoldedEntries } from '../../parts/FoldedEntries';
import { PlainText } from '../../parts/PlainText';
import { When } from '../../parts/When';
import { foldTimeline } from '../../parts/fold-timeline';
import { isWritten } from './is-written';
import { NOTE_BACKGROUND } from './note-color';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '10px', margin: 0, padding: 0, listStyle: 'none' },
  change: { display: 'flex', alignItems: 'baseline', gap: '8px', padding: '0 0 0 44px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  written: { display: 'flex', gap: '12px', alignItems: 'flex-start' },
  card: {
    flexGrow: 1, minWidth: 0, padding: '10px 14px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  agent: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  note: { backgroundColor: NOTE_BACKGROUND, border: `1px dashed ${tokens.colorPaletteMarigoldBorderActive}` },
  solved: { backgroundColor: tokens.colorStatusSuccessBackground1, border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '2px', marginBottom: '4px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  meta: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  onTint: { color: tokens.colorNeutralForeground2 },
  badge: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '8px' },
  tick: { color: tokens.colorStatusSuccessForeground1, display: 'inline-flex' },
});

/** Everything that happened, oldest first: what was written stands out, what merely changed stays small. */
export function Timeline({ ticket }: { readonly ticket: TicketView }) {
  const styles = useStyles();
  const t = useText();
  const items = useMemo(() => foldTimeline(ticket.timeline, isWritten), [ticket.timeline]);
  return (
    <ol className={styles.list} aria-label={t('tab.timeline')} data-testid="timeline">
      {items.map((item) => (
        <li key={item.key}>
          {item.kind === 'written' && <Written entry={item.entry} ticket={ticket} />}
          {item.kind === 'change' && <Change entry={item.entry} ticketId={ticket.id} />}
          {item.kind === 'folded' && <FoldedEntries entries={item.entries} draw={(entry) => <Change entry={entry} ticketId={ticket.id} />} />}
        </li>
      ))}
    </ol>
  );
}

function Change({ entry, ticketId }: { readonly entry: TimelineEntry; readonly ticketId: string }) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.change}>
        <span>{entry.line}</span>
        <When at={entry.at} />
      </div>
      {entry.files && (
        <div className={styles.files} style={{ marginLeft: 44 }}>
          {entry.files.map((file) => (
            <FileChip key={file.id} file={file} recordId={ticketId} />
          ))}
        </div>
      )}
    </>
  );
}

function Written({ entry, ticket }: { readonly entry: TimelineEntry; readonly ticket: TicketView }) {
  const styles = useStyles();
  const t = useText();
  const isReport = entry.type === 'TicketReported';
  const isNote = entry.kind === 'note';
  const isSolved = entry.type === 'TicketResolved';
  const isMessage = entry.kind === 'message';
  const name = isReport ? ticket.requesterName : entry.byName;
  const text = isReport ? ticket.description : entry.text;
  const isPlain = !isNote && !isSolved && entry.from !== 'agent';
  return (
    <article className={styles.written} data-entry={entry.type} data-kind={entry.kind}>
      <Avatar name={name} size={32} color="colorful" aria-hidden />
      <div className={mergeClasses(styles.card, entry.from === 'agent' && styles.agent, isNote && styles.note, isSolved && styles.solved)}>
        <div className={styles.head}>
          {isSolved && (
            <span className={styles.tick} aria-hidden="true">
              <CheckmarkCircle20Filled />
            </span>
          )}
          <span className={styles.name}>{isMessage || isNote || isReport ? name : entry.line}</span>
          {isNote && (
            <span className={styles.badge}>
              <LockClosed16Regular aria-hidden />
              {t('field.ticket.note')}
            </span>
          )}
          <span className={mergeClasses(styles.meta, !isPlain && styles.onTint)}>
            <When at={entry.at} />
            {entry.channel !== 'seed' && ` · ${t(`tab.channel.${entry.channel}`)}`}
            {isReport && entry.byName !== name ? ` · ${entry.line}` : ''}
            {entry.type === 'TicketPutOnHold' && isMessage ? ` · ${entry.line}` : ''}
          </span>
        </div>
        <div className={styles.text}>{text ? <PlainText text={text} /> : <span className={styles.meta}>{t('tab.noDescription')}</span>}</div>
        {entry.files && (
          <div className={styles.files}>
            {entry.files.map((file) => (
              <FileChip key={file.id} file={file} recordId={ticket.id} />
            ))}
          </div>
        )}
      </div>
    </article>
  );
}
