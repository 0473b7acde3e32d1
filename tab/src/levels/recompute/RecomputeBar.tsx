import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, ProgressBar, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect } from 'react';
import { useSession } from '../../lib/session';
import { announce } from '../../parts/announce';
import { useRecompute } from './use-recompute';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '10px 14px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { fontVariantNumeric: 'tabular-nums' },
});

/** How far open tickets are computed anew after a change; everybody goes on working meanwhile. */
export function RecomputeBar() {
  const styles = useStyles();
  const { t, language } = useSession();
  const { progress, isNewlyDone, dismiss } = useRecompute();
  const done = isNewlyDone && progress ? t('levels.recompute.done', { total: progress.total, changed: progress.changed }) : undefined;
  useEffect(() => {
    if (done) announce(done);
  }, [done]);
  if (!progress) return null;
  const { state, done: through, total, because } = progress;
  if (state !== 'idle') {
    const names = new Intl.ListFormat(language).format(because.map(({ name }) => name));
    const text = t(`levels.recompute.${state}`, { done: through, total });
    return (
      <div className={styles.root} data-testid="recompute">
        <span className={styles.text}>
          {text} {names && t('levels.recompute.because', { names })}
        </span>
        <ProgressBar value={through} max={Math.max(1, total)} aria-label={text} />
      </div>
    );
  }
  if (!done) return null;
  return (
    <MessageBar intent="success" data-testid="recompute-done">
      <MessageBarBody>{done}</MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" icon={<Dismiss20Regular />} aria-label={t('tab.close')} onClick={dismiss} />} />
    </MessageBar>
  );
}
