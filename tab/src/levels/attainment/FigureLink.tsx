import { Link, makeStyles } from '@fluentui/react-components';
import { useText } from '../../lib/session';

const useStyles = makeStyles({ root: { fontSize: 'inherit', lineHeight: 'inherit', fontWeight: 'inherit', fontVariantNumeric: 'tabular-nums', minHeight: '24px', minWidth: '24px', textAlign: 'right' } });

interface Props {
  readonly value: number;
  /** What it counts, for those who hear it. */
  readonly label: string;
  onOpen(): void;
}

/** A number that leads to the tickets behind it; nothing leads nowhere. */
export function FigureLink({ value, label, onOpen }: Props) {
  const styles = useStyles();
  const t = useText();
  const text = t('levels.number', { value });
  if (value === 0) return <span>{text}</span>;
  return (
    <Link as="button" className={styles.root} aria-label={`${label}: ${text}`} onClick={onOpen}>
      {text}
    </Link>
  );
}
