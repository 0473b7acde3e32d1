import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useEffect, useState } from 'react';
import { useText } from '../../lib/session';
import { forgetSecret, useFreshSecret } from './fresh-secret';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  secret: {
    flexGrow: 1, minWidth: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'all', padding: '6px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3,
  },
  use: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

interface Props {
  readonly keyId: string;
  readonly name: string;
}

/** The secret of a key that was made or rotated just now: shown once, and gone when the dialog is closed. */
export function SecretDialog({ keyId, name }: Props) {
  const styles = useStyles();
  const t = useText();
  const fresh = useFreshSecret(keyId);
  const [isCopied, setCopied] = useState(false);
  // Whoever leaves the page by the browser's own way back takes nothing along.
  useEffect(() => forgetSecret, []);
  const close = (): void => {
    forgetSecret();
    setCopied(false);
  };
  const secret = fresh?.secret;
  const copy = (): void => void navigator.clipboard.writeText(secret ?? '').then(() => setCopied(true), () => setCopied(false));
  return (
    // A press beside it must not lose what cannot be shown again.
    <Dialog open={fresh !== undefined} modalType="alert" onOpenChange={(_event, data) => !data.open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('setup.integrationKeys.secret.title', { name })}</DialogTitle>
          <DialogContent className={styles.content}>
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t(secret ? 'setup.integrationKeys.secret.once' : 'setup.integrationKeys.secret.lost')}</MessageBarBody>
            </MessageBar>
            {secret && (
              <>
                <div className={styles.row}>
                  <code className={styles.secret} data-testid="secret" aria-label={t('setup.integrationKeys.secret.label')}>{secret}</code>
                  <Button icon={<Copy16Regular aria-hidden />} onClick={copy}>{t(isCopied ? 'setup.integrationKeys.secret.copied' : 'setup.integrationKeys.secret.copy')}</Button>
                </div>
                <p className={styles.use}>
                  {t('setup.integrationKeys.secret.use')} <span className={styles.code}>Authorization: Bearer bhk_…</span>
                </p>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>{t(secret ? 'setup.integrationKeys.secret.done' : 'tab.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
