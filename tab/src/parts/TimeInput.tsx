import { Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({ root: { width: '76px', minWidth: 0 } });

/** "8" -> "08:00", "830" -> "08:30", "24" -> "24:00"; what is no time stays as it is, and the server says so. */
export function readTime(text: string): string {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*$/.exec(text) ?? [];
  return hours === undefined ? text.trim() : `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

interface Props {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

/** A time of day; unlike the browser's own field it knows 24:00, the end of a day. */
export function TimeInput({ label, value, onChange }: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const take = (): void => {
    if (typed !== undefined) onChange(readTime(typed));
    setTyped(undefined);
  };
  return (
    <Input
      className={styles.root}
      aria-label={label}
      inputMode="numeric"
      value={typed ?? value}
      placeholder="00:00"
      onChange={(_event, data) => setTyped(data.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
