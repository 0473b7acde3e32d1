import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, Textarea, tokens, Tooltip } from '@fluentui/react-components';
import { Attach20Regular } from '@fluentui/react-icons/svg/attach';
import { Send16Filled } from '@fluentui/react-icons/svg/send';
import { useState, type RefObject } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { useSession } from '../../lib/session';
import { FileChip } from '../../parts/FileChip';
import { useDraft } from '../../parts/use-draft';
import { useFileChoice } from '../../parts/use-file-choice';
import { useFileDrop } from '../../parts/use-file-drop';
import { useUploads } from '../../parts/use-uploads';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '10px 12px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke1}`, marginTop: '14px' },
  dropping: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-4px' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  foot: { display: 'flex', alignItems: 'center', gap: '8px' },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  push: { marginLeft: 'auto' },
});

interface Props {
  readonly change: ChangeView;
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

/** A comment with files, kept as a draft until it is sent. */
export function CommentBox({ change, box }: Props) {
  const styles = useStyles();
  const { t, me } = useSession();
  const { perform } = useActions();
  const [draft, setDraft] = useDraft(me.id, change.id, 'comment');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const uploads = useUploads(draft.files, (files) => setDraft({ files }));
  const choice = useFileChoice(uploads.add);
  const isDropping = useFileDrop(uploads.add);
  const isReady = draft.text.trim() !== '' && uploads.pending === 0 && !isBusy;

  async function send(): Promise<void> {
    if (!isReady) return;
    setBusy(true);
    const done = await perform(change, 'changes.comment', { text: draft.text, ...(uploads.files.length > 0 && { files: uploads.files.map((file) => file.id) }) });
    setBusy(false);
    if (done?.refused) setRefusal([done.refused.text, ...(done.refused.problems ?? []).map((problem) => problem.text)].join(' '));
    else if (done) {
      setDraft({ text: '', files: [] });
      uploads.clear();
      setRefusal(undefined);
    }
    box.current?.focus();
  }

  return (
    <section className={mergeClasses(styles.root, isDropping && styles.dropping)} aria-label={t('field.change.comment')} data-testid="composer">
      {refusal && (
        <MessageBar intent="warning" role="alert">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      <Textarea
        textarea={{ ref: box, rows: 2 }}
        resize="vertical"
        value={draft.text}
        maxLength={10_000}
        placeholder={t('changePage.comment.placeholder')}
        aria-label={t('field.change.comment')}
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
        <span className={styles.hint}>{draft.text ? t('tab.draftKept') : ''}</span>
        <span className={styles.push} />
        <Button appearance="primary" size="small" icon={isBusy ? <Spinner size="tiny" /> : <Send16Filled aria-hidden />} disabled={!isReady} onClick={() => void send()}>
          {t('changePage.comment.send')}
        </Button>
      </div>
    </section>
  );
}
