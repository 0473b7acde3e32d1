import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import type { EntryView } from '../../registers/types';
import { useRegister } from '../../registers/use-register';
import { administers } from '../access';
import { SETTINGS } from '../kinds/settings';
import { SetupEntryPage } from '../SetupEntryPage';

/** What holds for the whole organization: one entry, so that there is no list. */
export default function SettingsPage() {
  const { t, me } = useSession();
  const { entries, status } = useRegister<EntryView>('settings');
  if (status === 'loading') return <Placeholder label={t('tab.loading')} widths={[40, 90, 80]} />;
  if (entries.length === 0 && !administers(me)) return <EmptyState icon={SETTINGS.icon} title={t('setup.settings.none')} text={t('setup.settings.none.text')} />;
  return <SetupEntryPage register={SETTINGS} id={entries[0]?.id ?? 'new'} />;
}
