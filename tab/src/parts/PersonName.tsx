import { Avatar, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  // Two wide letters are wider than the smallest circle.
  initials: { whiteSpace: 'nowrap' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  readonly name: string;
  readonly size?: 16 | 20 | 24 | 28 | 32;
}

/** A person as initials and name. */
export function PersonName({ name, size = 20 }: Props) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <Avatar name={name} size={size} color="colorful" className={styles.initials} aria-hidden />
      <span className={styles.name}>{name}</span>
    </span>
  );
}
