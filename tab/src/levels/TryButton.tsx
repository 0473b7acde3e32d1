import { Button } from '@fluentui/react-components';
import { useSession } from '../lib/session';
import { triesLevels } from './access';

/** For those who may not change a promise, but ask what another one would mean. */
export function TryButton({ onEdit }: { onEdit(): void }) {
  const { t, me } = useSession();
  return triesLevels(me) && <Button onClick={onEdit}>{t('levels.tryOut')}</Button>;
}
