import { Button, Input, makeStyles, Tag, TagGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../lib/session';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  tags: { flexWrap: 'wrap', rowGap: '4px' },
  add: { display: 'flex', gap: '8px' },
});

interface Props {
  readonly label: string;
  /** What is typed: `Name of a site`. */
  readonly placeholder: string;
  readonly words: readonly string[];
  onChange(words: readonly string[]): void;
}

/** Words that people type freely: sites, regions. */
export function WordsEditor({ label, placeholder, words, onChange }: Props) {
  const styles = useStyles();
  const t = useText();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const word = typed.trim();
    if (word) onChange([...new Set([...words, word])]);
    setTyped('');
  };
  return (
    <div className={styles.root}>
      {words.length > 0 && (
        <TagGroup className={styles.tags} aria-label={label} onDismiss={(_event, data) => onChange(words.filter((word) => word !== data.value))}>
          {words.map((word) => (
            <Tag key={word} value={word} dismissible dismissIcon={{ 'aria-label': t('tab.remove') }}>
              {word}
            </Tag>
          ))}
        </TagGroup>
      )}
      <div className={styles.add}>
        <Input aria-label={placeholder} placeholder={placeholder} value={typed} maxLength={100} onChange={(_event, data) => setTyped(data.value)} onKeyDown={(event) => event.key === 'Enter' && add()} />
        <Button disabledFocusable={!typed.trim()} onClick={add}>
          {t('register.add')}
        </Button>
      </div>
    </div>
  );
}
