import { useFigureStyles } from './figure-styles';

interface Props {
  readonly figures: readonly { readonly label: string; readonly value: string }[];
}

/** Few large numbers, each with what it counts. */
export function Figures({ figures }: Props) {
  const styles = useFigureStyles();
  return (
    <dl className={styles.row}>
      {figures.map(({ label, value }) => (
        <div key={label} className={styles.figure}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.number}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
