import { makeStyles } from '@fluentui/react-components';
import { createStore, useStore } from '../lib/store';

const said = createStore({ text: '', turn: 0 });

/** Says something to screen readers without moving the focus. */
export function announce(text: string): void {
  said.set(({ turn }) => ({ text, turn: turn + 1 }));
}

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

export function LiveRegion() {
  const styles = useStyles();
  const { text, turn } = useStore(said);
  return (
    <div role="status" aria-live="polite" className={styles.hidden} data-testid="live-region">
      <span key={turn}>{text}</span>
    </div>
  );
}
