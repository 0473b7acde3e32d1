import { makeStyles, tokens } from '@fluentui/react-components';
import type { CollisionView } from '../../../shared/changes/change-views';
import { CollisionLine } from '../changes/page/CollisionsCard';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px', fontSize: tokens.fontSizeBase200 },
});

/** What forbids it first, what was settled last. */
function weight({ acceptedBy, severity }: CollisionView): number {
  if (acceptedBy !== undefined) return 2;
  return severity === 'block' ? 0 : 1;
}

/** Reasons why something should not happen then. */
export function Collisions({ collisions, label }: { readonly collisions: readonly CollisionView[]; readonly label: string }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {[...collisions].sort((left, right) => weight(left) - weight(right)).map((collision) => (
        <li key={`${collision.key} ${collision.from}`}>
          <CollisionLine collision={collision} />
        </li>
      ))}
    </ul>
  );
}
