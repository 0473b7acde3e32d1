import { BOARDS } from './kinds/boards';
import { FREEZES } from './kinds/freezes';
import { OFFERINGS } from './kinds/offerings';
import { ITEMS } from './kinds/items';
import { POLICIES } from './kinds/policies';
import { SERVICES } from './kinds/services';
import { WINDOWS } from './kinds/windows';
import type { Section } from './sections';
import { SetupEntryPage } from './SetupEntryPage';
import { TemplatePage } from './templates/TemplatePage';

interface Props {
  readonly section: Exclude<Section, 'scores' | 'audit' | 'freezeExceptions'>;
  readonly id: string;
}

/** The page of one entry, whichever register it belongs to. */
export default function EntryOfSection({ section, id }: Props) {
  switch (section) {
    case 'offerings':
      return <SetupEntryPage register={OFFERINGS} id={id} />;
    case 'services':
      return <SetupEntryPage register={SERVICES} id={id} />;
    case 'items':
      return <SetupEntryPage register={ITEMS} id={id} />;
    case 'freezes':
      return <SetupEntryPage register={FREEZES} id={id} />;
    case 'maintenanceWindows':
      return <SetupEntryPage register={WINDOWS} id={id} />;
    case 'approvalPolicies':
      return <SetupEntryPage register={POLICIES} id={id} />;
    case 'boards':
      return <SetupEntryPage register={BOARDS} id={id} />;
    case 'changeTemplates':
      return <TemplatePage id={id} />;
  }
}
