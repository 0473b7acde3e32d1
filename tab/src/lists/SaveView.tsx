import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { BookmarkAdd20Regular } from '@fluentui/react-icons/svg/bookmark-add';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import { latePart } from '../lib/late-part';
import { useSession } from '../lib/session';
import { Opening } from '../parts/Opening';

const NamePopover = latePart(() => import('../parts/NamePopover'));

/** Keeps the filters and the order of now under a name. */
export function SaveView({ onSave }: { onSave(name: string): void }) {
  const { t } = useSession();
  const [target, setTarget] = useState<HTMLElement>();
  const close = (): void => {
    target?.focus();
    setTarget(undefined);
  };
  return (
    <>
      <Button size="small" appearance="subtle" icon={<BookmarkAdd20Regular aria-hidden />} aria-expanded={target !== undefined} onClick={(event) => setTarget(event.currentTarget)}>
        {t('tab.view.save')}
      </Button>
      {target && (
        <NamePopover
          while={<Opening onClose={close} />}
          target={target}
          title={t('tab.view.save')}
          label={t('tab.view.name')}
          hint={t('tab.view.kept')}
          onSave={onSave}
          onClose={close}
        />
      )}
    </>
  );
}

interface OwnProps {
  readonly isChanged: boolean;
  onUpdate(): void;
  onRemove(): void;
}

/** What can be done with an own view. */
export function OwnViewMenu({ isChanged, onUpdate, onRemove }: OwnProps) {
  const { t } = useSession();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={t('tab.view.more')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={!isChanged} onClick={onUpdate}>
            {t('tab.view.update')}
          </MenuItem>
          <MenuItem onClick={onRemove}>{t('tab.view.remove')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
