import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import type { PersonLine, PickedView } from '../../../../../shared/routing/pick-views';
import { useText } from '../../../lib/session';

const useStyles = makeStyles({
  button: { minWidth: 0, padding: '0 4px', color: tokens.colorBrandForegroundLink },
  surface: { width: 'min(420px, calc(100vw - 48px))', maxHeight: '60vh', overflowY: 'auto', display: 'flex', flexDirection: 'column', gap: '12px' },
  sentence: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '4px' },
  name: { fontWeight: tokens.fontWeightSemibold, marginRight: '6px' },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
});

function People({ title, lines }: { readonly title: string; readonly lines: readonly PersonLine[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list} aria-label={title}>
        {lines.map(({ personId, name, text }) => (
          <li key={personId}>
            <span className={styles.name}>{name}</span>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why this person has the ticket, or is asked, or nobody has it: beside the name, on demand. */
export function PickedWhy({ picked }: { readonly picked: PickedView }) {
  const styles = useStyles();
  const t = useText();
  const chosen = picked.considered.find(({ personId }) => personId === picked.personId);
  const label = chosen ? t('tab.picked.button', { person: chosen.name }) : t('tab.picked.nobody');
  return (
    <Popover trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="transparent" className={styles.button} aria-label={label}>
          {t('tab.picked.why')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface tabIndex={-1} className={styles.surface} aria-label={label} data-testid="picked">
        <p className={styles.sentence}>{picked.sentence}</p>
        <People title={t('tab.picked.considered')} lines={picked.considered} />
        <People title={t('tab.picked.ruledOut')} lines={picked.ruledOut} />
        {picked.more && <p className={styles.quiet}>{picked.more}</p>}
      </PopoverSurface>
    </Popover>
  );
}
