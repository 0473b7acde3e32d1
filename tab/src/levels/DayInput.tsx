import { Input, makeStyles } from '@fluentui/react-components';
import { useSession } from '../lib/session';
import { fromWallTime, toWallTime } from '../lib/zone';

const useStyles = makeStyles({ root: { maxWidth: '200px' } });

interface Props {
  /** An instant. */
  readonly value: string | undefined;
  onChange(value: string | undefined): void;
}

/** The beginning of a day in the reader's zone. */
export function DayInput({ value, onChange }: Props) {
  const styles = useStyles();
  const { zone } = useSession();
  return (
    <Input
      type="date"
      className={styles.root}
      value={value ? toWallTime(value, zone).slice(0, 10) : ''}
      onChange={(_event, data) => onChange(data.value ? fromWallTime(`${data.value}T00:00`, zone) : undefined)}
    />
  );
}
