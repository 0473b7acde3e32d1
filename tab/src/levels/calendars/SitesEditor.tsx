import { Button, Input, makeStyles, Tag, TagGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../lib/session';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  tags: { flexWrap: 'wrap', rowGap: '4px' },
  add: { display: 'flex', gap: '8px' },
});

interface Props {
  readonly label: string;
  readonly sites: readonly string[];
  onChange(sites: readonly string[]): void;
}

/** Names of sites, as people of the directory carry them. */
export function SitesEditor({ label, sites, onChange }: Props) {
  const styles = useStyles();
  const t = useText();
  const [name, setName] = useState('');
  const add = (): void => {
    const site = name.trim();
    if (site) onChange([...new Set([...sites, site])]);
    setName('');
  };
  return (
    <div className={styles.root}>
      {sites.length > 0 && (
        <TagGroup className={styles.tags} aria-label={label} onDismiss={(_event, data) => onChange(sites.filter((site) => site !== data.value))}>
          {sites.map((site) => (
            <Tag key={site} value={site} dismissible dismissIcon={{ 'aria-label': t('tab.remove') }}>
              {site}
            </Tag>
          ))}
        </TagGroup>
      )}
      <div className={styles.add}>
        <Input aria-label={t('levels.calendar.site')} placeholder={t('levels.calendar.site')} value={name} maxLength={100} onChange={(_event, data) => setName(data.value)} onKeyDown={(event) => event.key === 'Enter' && add()} />
        <Button disabledFocusable={!name.trim()} onClick={add}>
          {t('levels.calendar.addSite')}
        </Button>
      </div>
    </div>
  );
}
