import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { When } from '../../parts/When';
import type { OfferingEntry } from './types';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Who wrote, published and reviewed it, newest first. */
export function OfferingHistory({ entry }: { readonly entry: OfferingEntry }) {
  const styles = useStyles();
  const t = useText();
  return (
    <Sheet title={t('register.history')}>
      <ol className={styles.list}>
        {[...(entry.timeline ?? [])].reverse().map(({ seq, at, line }) => (
          <li key={seq}>
            {line} <span className={styles.quiet}><When at={at} /></span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
