import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, makeStyles, MessageBar, MessageBarBody, Spinner, tokens,
} from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { asApiError, type ApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { notify } from '../../parts/notices';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  row: { display: 'flex', gap: '8px', alignItems: 'flex-end', flexWrap: 'wrap' },
  field: { flexGrow: 1, minWidth: '200px' },
});

/** The change calendar in Outlook: an address of one's own, which can be made anew or taken back. */
export default function SubscribeDialog({ onClose }: { onClose(): void }) {
  const styles = useStyles();
  const { api, t } = useSession();
  const [url, setUrl] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (failed) {
      setError(asApiError(failed));
    } finally {
      setBusy(false);
    }
  }

  const create = () => run(async () => setUrl(((await (await api.ask('/api/calendar-feed', {})).json()) as { url: string }).url));
  const revoke = () =>
    run(async () => {
      await api.remove('/api/calendar-feed');
      setUrl(undefined);
      notify({ title: t('planning.feed.revoked') });
    });
  const copy = (): void => {
    if (!url) return;
    navigator.clipboard.writeText(url).then(
      () => notify({ title: t('planning.feed.copied') }),
      () => notify({ title: t('planning.feed.notCopied'), intent: 'info' }),
    );
  };

  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface aria-label={t('planning.feed')}>
        <DialogBody>
          <DialogTitle>{t('planning.feed')}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.text}>{t('planning.feed.text')}</p>
            {error && (
              <MessageBar intent="error" role="alert">
                <MessageBarBody>{errorText(error, t)}</MessageBarBody>
              </MessageBar>
            )}
            {url ? (
              <>
                <div className={styles.row}>
                  <Field label={t('planning.feed.address')} className={styles.field}>
                    <Input readOnly value={url} onFocus={(event) => event.target.select()} />
                  </Field>
                  <Button icon={<Copy16Regular aria-hidden />} onClick={copy}>
                    {t('planning.feed.copy')}
                  </Button>
                </div>
                <p className={styles.quiet}>{t('planning.feed.secret')}</p>
              </>
            ) : (
              <p className={styles.quiet}>{t('planning.feed.replaces')}</p>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t('tab.back')}</Button>
            <Button disabled={isBusy} onClick={() => void revoke()}>
              {t('planning.feed.revoke')}
            </Button>
            <Button appearance="primary" disabled={isBusy} {...(isBusy && { icon: <Spinner size="tiny" /> })} onClick={() => void create()}>
              {t(url ? 'planning.feed.renew' : 'planning.feed.create')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
