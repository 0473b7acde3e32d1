import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import type { JSX } from 'react';
import { href } from '../lib/router';
import { useText } from '../lib/session';
import type { Neighbors } from './neighbors';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '2px', marginLeft: 'auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly page: string;
  readonly neighbors: Neighbors;
  readonly previous: string;
  readonly next: string;
}

/** "3 of 12", and a step to either side. */
export function NeighborSteps({ page, neighbors, previous, next }: Props) {
  const styles = useStyles();
  const t = useText();
  const { previousId, nextId, position, count } = neighbors;
  return (
    <span className={styles.root}>
      {t('tab.position', { position, count })}
      <Step page={page} id={previousId} label={previous} icon={<ChevronUp20Regular />} />
      <Step page={page} id={nextId} label={next} icon={<ChevronDown20Regular />} />
    </span>
  );
}

function Step({ page, id, label, icon }: { readonly page: string; readonly id: string | undefined; readonly label: string; readonly icon: JSX.Element }) {
  if (!id) return <Button size="small" appearance="subtle" icon={icon} aria-label={label} disabled />;
  return (
    <Tooltip content={label} relationship="label" withArrow>
      <Button as="a" href={href(page, id)} size="small" appearance="subtle" icon={icon} />
    </Tooltip>
  );
}
