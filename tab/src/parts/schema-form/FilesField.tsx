import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Attach20Regular } from '@fluentui/react-icons/svg/attach';
import { useEffect, useRef } from 'react';
import type { FileRef } from '../../lib/api-types';
import { useSession } from '../../lib/session';
import { useStable } from '../../lib/use-stable';
import { FileChip } from '../FileChip';
import { useFileChoice } from '../use-file-choice';
import { useUploads, type UploadList } from '../use-uploads';
import type { FieldProps } from './types';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
});

/** Files of a form: uploaded at once, named by id. */
export function FilesField({ isDisabled, onChange }: FieldProps) {
  const uploads = useUploads([], (files: readonly FileRef[]) => onChange(files.map((file) => file.id)));
  const root = useRef<HTMLDivElement>(null);
  const add = useStable(uploads.add);

  // A screenshot is pasted into whatever field the cursor is in, and a file dropped anywhere on the form.
  useEffect(() => {
    const form = root.current?.closest('form');
    if (!form) return undefined;
    const onPaste = (event: ClipboardEvent): void => {
      if (!event.clipboardData || event.clipboardData.files.length === 0) return;
      event.preventDefault();
      add(event.clipboardData.files);
    };
    const onDragOver = (event: DragEvent): void => event.preventDefault();
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      add(event.dataTransfer?.files);
    };
    form.addEventListener('paste', onPaste);
    form.addEventListener('dragover', onDragOver);
    form.addEventListener('drop', onDrop);
    return () => {
      form.removeEventListener('paste', onPaste);
      form.removeEventListener('dragover', onDragOver);
      form.removeEventListener('drop', onDrop);
    };
  }, [add]);

  return (
    <div ref={root}>
      <FilePicker uploads={uploads} isDisabled={isDisabled} />
    </div>
  );
}

function FilePicker({ uploads, isDisabled = false }: { readonly uploads: UploadList; readonly isDisabled?: boolean }) {
  const styles = useStyles();
  const { t } = useSession();
  const choice = useFileChoice(uploads.add);
  return (
    <div className={styles.root}>
      {uploads.files.map((file) => (
        <FileChip key={file.id} file={file} onRemove={() => uploads.remove(file.id)} />
      ))}
      {uploads.pending > 0 && <Spinner size="tiny" label={t('tab.uploading', { count: uploads.pending })} />}
      {choice.input}
      <Button size="small" icon={<Attach20Regular aria-hidden />} disabled={isDisabled} onClick={choice.open}>
        {t('tab.attach')}
      </Button>
    </div>
  );
}
