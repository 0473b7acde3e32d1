import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useMemo } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import type { Slot, WorkToPlace } from '../../../../shared/scheduling/schedule-views';
import { useSession } from '../../lib/session';
import { Waiting } from '../../parts/Waiting';

const SlotFinder = lazy(() => import('../../planning/SlotFinder'));

const useStyles = makeStyles({ surface: { maxWidth: '680px' } });

interface Props {
  readonly change: ChangeView;
  readonly minutes: number;
  onPick(slot: Slot): void;
  onClose(): void;
}

/** Where else in the calendar the change would have room. */
export default function SlotDialog({ change, minutes, onPick, onClose }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const work = useMemo<WorkToPlace>(
    () => ({
      changeId: change.id, type: change.type, serviceIds: change.serviceIds ?? [], itemIds: change.itemIds ?? [],
      ...(change.templateId && { templateId: change.templateId }), ...(change.implementerId && { implementerId: change.implementerId }),
    }),
    [change.id, change.type, change.serviceIds, change.itemIds, change.templateId, change.implementerId],
  );
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('changePage.window.findSlot')}</DialogTitle>
          <DialogContent>
            <Suspense fallback={<Waiting label={t('tab.loading')} />}>
              <SlotFinder work={work} minutes={minutes} onPick={onPick} />
            </Suspense>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('tab.back')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
