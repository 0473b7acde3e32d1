import { makeStyles } from '@fluentui/react-components';
import { Certificate16Regular } from '@fluentui/react-icons/svg/certificate';
import { Flash16Filled } from '@fluentui/react-icons/svg/flash';
import type { TypeName } from './words';

const useStyles = makeStyles({ icon: { display: 'inline-flex', flexShrink: 0 } });

/** The sign of a type where there is no room for its name; a normal change has none. */
export function TypeSign({ type }: { readonly type: TypeName }) {
  const styles = useStyles();
  if (type === 'normal') return null;
  return (
    <span className={styles.icon} aria-hidden="true">
      {type === 'emergency' ? <Flash16Filled /> : <Certificate16Regular />}
    </span>
  );
}
