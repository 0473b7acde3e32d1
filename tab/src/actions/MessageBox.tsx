import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, Textarea, tokens, Tooltip } from '@fluentui/react-components';
import { Attach20Regular } from '@fluentui/react-icons/svg/attach';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import type { RecordView } from '../../../shared/kernel';
import { useSession } from '../lib/session';
import { FileChip } from '../parts/FileChip';
import { useDraft, type DraftKind } from '../parts/use-draft';
import { useFileChoice } from '../parts/use-file-choice';
import { useFileDrop } from '../parts/use-file-drop';
import { useUploads } from '../parts/use-uploads';
import { useActions } from './ActionsProvider';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '10px 12px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke1}`, flexShrink: 0 },
  dropping: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-4px' },
  area: { width: '100%', maxHeight: '40vh' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  foot: { display: 'flex', alignItems: 'center', gap: '8px' },
  // Readable on a tinted box too.
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  push: { marginLeft: 'auto' },
});

const MIN_ROWS = 2;
const MAX_ROWS = 12;

/** What the button that sends needs to know. */
export interface Sending {
  readonly text: string;
  /** There is something to send, and all files have arrived. */
  readonly isReady: boolean;
  readonly isBusy: boolean;
  send(): void;
  /** Empties the box: the text went out another way. */
  clear(): void;
}

interface Props {
  readonly record: RecordView;
  /** What sends the text: takes `text` and `files`. */
  readonly action: string;
  readonly kind: DraftKind;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly className?: string;
  /** Above the text: what this is and who will read it. */
  readonly head?: ReactNode;
  /** Beside the files: what else helps to write. `insert` puts a text below what is there. */
  readonly tools?: (insert: (text: string) => void) => ReactNode;
  readonly button: (sending: Sending) => ReactNode;
}

/** Something to write with files, by button, drop or paste; kept as a draft until it is sent. */
export function MessageBox({ record, action, kind, box, label, placeholder, maxLength, className, head, tools, button }: Props) {
  const styles = useStyles();
  const { t, me } = useSession();
  const { perform } = useActions();
  const [draft, setDraft] = useDraft(me.id, record.id, kind);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const uploads = useUploads(draft.files, (files) => setDraft({ files }));
  const choice = useFileChoice(uploads.add);
  const isDropping = useFileDrop(uploads.add);
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
    const done = await perform(record, action, { text: draft.text, ...(uploads.files.length > 0 && { files: uploads.files.map((file) => file.id) }) });
    setBusy(false);
    if (done?.refused) setRefusal([done.refused.text, ...(done.refused.problems ?? []).map((problem) => problem.text)].join(' '));
    else if (done) clear();
    box.current?.focus();
  }

  return (
    <section className={mergeClasses(styles.root, className, isDropping && styles.dropping)} aria-label={label} data-testid="composer" data-no-print="">
      {head}
      {refusal && (
        <MessageBar intent="warning" role="alert">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      <Textarea
        className={styles.area}
        textarea={{ ref: box, rows: MIN_ROWS, style: { maxHeight: `${MAX_ROWS * 20}px` } }}
        value={draft.text}
        maxLength={maxLength}
        placeholder={placeholder}
        aria-label={label}
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
        {tools?.((text) => setDraft({ text: draft.text ? `${draft.text}\n${text}` : text }))}
        <span className={styles.hint}>{draft.text ? t('tab.draftKept') : ''}</span>
        <span className={styles.push} />
        {button({ text: draft.text, isReady, isBusy, send: () => void send(), clear })}
      </div>
    </section>
  );
}
