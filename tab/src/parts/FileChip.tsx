import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Dismiss24Regular } from '@fluentui/react-icons/svg/dismiss';
import { Document20Regular } from '@fluentui/react-icons/svg/document';
import { Image20Regular } from '@fluentui/react-icons/svg/image';
import { useState } from 'react';
import { asApiError } from '../lib/api';
import type { FileRef } from '../lib/api-types';
import { fileSize } from '../lib/duration';
import { errorText } from '../lib/error-text';
import { useSession } from '../lib/session';
import { notify } from './notices';

const SHOWN_INLINE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

const useStyles = makeStyles({
  root: {
    display: 'inline-flex', alignItems: 'center', maxWidth: '320px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  open: { minWidth: 0, justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular, border: 'none' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  size: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginLeft: '6px', flexShrink: 0 },
  plain: { display: 'inline-flex', alignItems: 'center', gap: '6px', padding: '3px 8px', minWidth: 0 },
  surface: { width: 'fit-content', maxWidth: '92vw' },
  image: { maxWidth: '84vw', maxHeight: '74vh', objectFit: 'contain', display: 'block', margin: '0 auto' },
});

interface Props {
  readonly file: FileRef;
  /** The record it is attached to; absent while it is only uploaded. */
  readonly recordId?: string;
  onRemove?(): void;
}

/** A file: press to look at a picture, or to save anything else. */
export function FileChip({ file, recordId, onRemove }: Props) {
  const styles = useStyles();
  const { api, t, language } = useSession();
  const [picture, setPicture] = useState<string>();
  const icon = file.type.startsWith('image/') ? <Image20Regular aria-hidden /> : <Document20Regular aria-hidden />;

  async function open(): Promise<void> {
    try {
      const url = URL.createObjectURL(await api.blob(`/api/files/${recordId}/${file.id}`));
      if (SHOWN_INLINE.has(file.type)) return setPicture(url);
      const link = Object.assign(document.createElement('a'), { href: url, download: file.name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      notify({ title: t('tab.fileFailed', { name: file.name }), body: errorText(asApiError(error), t), intent: 'error' });
    }
  }

  const close = (): void => {
    if (picture) URL.revokeObjectURL(picture);
    setPicture(undefined);
  };

  const words = (
    <>
      <span className={styles.name}>{file.name}</span>
      <span className={styles.size}>{fileSize(file.bytes, language)}</span>
    </>
  );
  return (
    <span className={styles.root}>
      {recordId ? (
        <Button size="small" appearance="transparent" className={styles.open} data-on-paper="" icon={icon} onClick={() => void open()}>
          {words}
        </Button>
      ) : (
        <span className={styles.plain}>
          {icon}
          {words}
        </span>
      )}
      {onRemove && <Button size="small" appearance="transparent" icon={<Dismiss16Regular />} aria-label={t('tab.removeFile', { name: file.name })} onClick={onRemove} />}
      {picture && (
        <Dialog open onOpenChange={close}>
          <DialogSurface className={styles.surface}>
            <DialogBody>
              <DialogTitle action={<Button appearance="subtle" icon={<Dismiss24Regular />} aria-label={t('tab.close')} onClick={close} />}>{file.name}</DialogTitle>
              <DialogContent>
                <img src={picture} alt={file.name} className={styles.image} />
              </DialogContent>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </span>
  );
}
