import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, Textarea, tokens, ToggleButton, Tooltip } from '@fluentui/react-components';
import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply';
import { Attach20Regular } from '@fluentui/react-icons/svg/attach';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { useEffect, useState, type RefObject } from 'react';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useSession } from '../../lib/session';
import { FileChip } from '../../parts/FileChip';
import { useFileChoice } from '../../parts/use-file-choice';
import { useFileDrop } from '../../parts/use-file-drop';
import { useUploads } from '../../parts/use-uploads';
import { useActions } from '../../actions/ActionsProvider';
import { CannedMenu } from './CannedMenu';
import { MacroMenu } from './MacroMenu';
import { NOTE_BACKGROUND } from './note-color';
import { SendButton } from './SendButton';
import { useDraft, type Mode } from '../../parts/use-draft';

const useStyles = makeStyles({
  root: {
    display: 'flex', flexDirection: 'column', gap: '8px', padding: '10px 12px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`, boxShadow: tokens.shadow4, flexShrink: 0,
  },
  note: { backgroundColor: NOTE_BACKGROUND, border: `1px dashed ${tokens.colorPaletteMarigoldBorderActive}` },
  dropping: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-4px' },
  head: { display: 'flex', alignItems: 'center', gap: '4px', flexWrap: 'wrap' },
  audience: { marginLeft: '8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexShrink: 1, minWidth: 0 },
  area: { width: '100%', maxHeight: '40vh' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  foot: { display: 'flex', alignItems: 'center', gap: '8px' },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  onNote: { color: tokens.colorNeutralForeground2 },
  push: { marginLeft: 'auto' },
});

interface Props {
  readonly ticket: TicketView;
  readonly mode: Mode;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  onMode(mode: Mode): void;
}

const MIN_ROWS = 2;
const MAX_ROWS = 12;

function audience(ticket: TicketView, mode: Mode, isRequester: boolean, t: ReturnType<typeof useSession>['t']): string {
  if (mode === 'note') return t('tab.note.audience');
  if (isRequester) return t('tab.reply.toDesk', { group: ticket.groupName ?? t('waits.desk') });
  return t('tab.reply.to', { person: ticket.requesterName, watchers: ticket.watchers.length });
}

/** Reply or internal note: never in doubt which one, kept as a draft, files by button, drop or paste. */
export function Composer({ ticket, mode, box, onMode }: Props) {
  const styles = useStyles();
  const { t, me } = useSession();
  const { perform } = useActions();
  const [draft, setDraft] = useDraft(me.id, ticket.id, mode);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const uploads = useUploads(draft.files, (files) => setDraft({ files }));
  const choice = useFileChoice(uploads.add);
  const isDropping = useFileDrop(uploads.add);
  const isNote = mode === 'note';
  const can = { reply: ticket.can.includes('tickets.reply'), note: ticket.can.includes('tickets.addNote') };
  const isReady = draft.text.trim() !== '' && uploads.pending === 0 && !isBusy;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight + 2, window.innerHeight * 0.35)}px`;
  }, [draft.text, box]);

  const clear = (): void => {
    setDraft({ text: '', files: [] });
    uploads.clear();
    setRefusal(undefined);
  };

  async function send(): Promise<void> {
    if (!isReady) return;
    setBusy(true);
    const done = await perform(ticket, isNote ? 'tickets.addNote' : 'tickets.reply', { text: draft.text, ...(uploads.files.length > 0 && { files: uploads.files.map((file) => file.id) }) });
    setBusy(false);
    if (done?.refused) setRefusal([done.refused.text, ...(done.refused.problems ?? []).map((problem) => problem.text)].join(' '));
    else if (done) clear();
    box.current?.focus();
  }

  return (
    <section
      className={mergeClasses(styles.root, isNote && styles.note, isDropping && styles.dropping)}
      aria-label={t(isNote ? 'field.ticket.note' : 'field.ticket.reply')}
      data-testid="composer"
    >
      <div className={styles.head}>
        {can.reply && can.note && (
          <>
            <ToggleButton size="small" appearance="subtle" checked={!isNote} icon={<ArrowReply16Regular aria-hidden />} onClick={() => onMode('reply')}>
              {t('field.ticket.reply')}
            </ToggleButton>
            <ToggleButton size="small" appearance="subtle" checked={isNote} icon={<LockClosed16Regular aria-hidden />} onClick={() => onMode('note')}>
              {t('field.ticket.note')}
            </ToggleButton>
          </>
        )}
        <span className={styles.audience}>{audience(ticket, mode, me.id === ticket.requesterId, t)}</span>
      </div>
      {refusal && (
        <MessageBar intent="warning" role="alert">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      <Textarea
        className={styles.area}
        textarea={{ ref: box, rows: MIN_ROWS, style: { maxHeight: `${MAX_ROWS * 20}px` } }}
        value={draft.text}
        maxLength={20_000}
        placeholder={t(isNote ? 'tab.note.placeholder' : 'tab.reply.placeholder')}
        aria-label={t(isNote ? 'field.ticket.note' : 'field.ticket.reply')}
        onChange={(_event, data) => setDraft({ text: data.value })}
        onPaste={(event) => {
          if (event.clipboardData.files.length === 0) return;
          event.preventDefault();
          uploads.add(event.clipboardData.files);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          if (event.key === 'Escape') box.current?.blur();
        }}
      />
      {(uploads.files.length > 0 || uploads.pending > 0) && (
        <div className={styles.files}>
          {uploads.files.map((file) => (
            <FileChip key={file.id} file={file} onRemove={() => uploads.remove(file.id)} />
          ))}
          {uploads.pending > 0 && <Spinner size="tiny" label={t('tab.uploading', { count: uploads.pending })} />}
        </div>
      )}
      <div className={styles.foot}>
        {choice.input}
        <Tooltip content={t('tab.attach.how')} relationship="label" withArrow>
          <Button size="small" appearance="subtle" icon={<Attach20Regular />} onClick={choice.open} />
        </Tooltip>
        {me.isAgent && <CannedMenu ticketId={ticket.id} onInsert={(text) => setDraft({ text: draft.text ? `${draft.text}\n${text}` : text })} />}
        <MacroMenu ticket={ticket} />
        <span className={mergeClasses(styles.hint, isNote && styles.onNote)}>{draft.text ? t('tab.draftKept') : ''}</span>
        <span className={styles.push} />
        <SendButton ticket={ticket} isNote={isNote} text={draft.text} isReady={isReady} isBusy={isBusy} onSend={() => void send()} onSentOtherwise={clear} />
      </div>
    </section>
  );
}
