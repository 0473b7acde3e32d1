import { makeStyles, mergeClasses, tokens, ToggleButton } from '@fluentui/react-components';
import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { RefObject } from 'react';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { MessageBox } from '../../actions/MessageBox';
import { useSession } from '../../lib/session';
import { CannedMenu } from './CannedMenu';
import { MacroMenu } from './MacroMenu';
import type { Mode } from './mode';
import { NOTE_BACKGROUND } from './note-color';
import { SendButton } from './SendButton';

const useStyles = makeStyles({
  root: { backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow4 },
  note: { backgroundColor: NOTE_BACKGROUND, border: `1px dashed ${tokens.colorPaletteMarigoldBorderActive}` },
  head: { display: 'flex', alignItems: 'center', gap: '4px', flexWrap: 'wrap' },
  audience: { marginLeft: '8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexShrink: 1, minWidth: 0 },
});

interface Props {
  readonly ticket: TicketView;
  readonly mode: Mode;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  onMode(mode: Mode): void;
}

function audience(ticket: TicketView, mode: Mode, isRequester: boolean, t: ReturnType<typeof useSession>['t']): string {
  if (mode === 'note') return t('tab.note.audience');
  if (isRequester) return t('tab.reply.toDesk', { group: ticket.groupName ?? t('waits.desk') });
  return t('tab.reply.to', { person: ticket.requesterName, watchers: ticket.watchers.length });
}

/** Reply or internal note: never in doubt which one. */
export function Composer({ ticket, mode, box, onMode }: Props) {
  const styles = useStyles();
  const { t, me } = useSession();
  const isNote = mode === 'note';
  const canChoose = ticket.can.includes('tickets.reply') && ticket.can.includes('tickets.addNote');
  return (
    <MessageBox
      record={ticket}
      action={isNote ? 'tickets.addNote' : 'tickets.reply'}
      kind={mode}
      box={box}
      label={t(isNote ? 'field.ticket.note' : 'field.ticket.reply')}
      placeholder={t(isNote ? 'tab.note.placeholder' : 'tab.reply.placeholder')}
      maxLength={20_000}
      className={mergeClasses(styles.root, isNote && styles.note)}
      head={
        <div className={styles.head}>
          {canChoose && (
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
      }
      tools={(insert) => (
        <>
          {me.isAgent && <CannedMenu ticketId={ticket.id} onInsert={insert} />}
          <MacroMenu ticket={ticket} />
        </>
      )}
      button={({ text, isReady, isBusy, send, clear }) => <SendButton ticket={ticket} isNote={isNote} text={text} isReady={isReady} isBusy={isBusy} onSend={send} onSentOtherwise={clear} />}
    />
  );
}
