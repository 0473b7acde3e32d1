import { RULES, SHIFTS, SKILLS, SUPPORT_GROUPS } from './kinds/assigning';
import { BOARDS } from './kinds/boards';
import { AGENTS, CATEGORIES } from './kinds/handling';
import { FREEZES } from './kinds/freezes';
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
    case 'routingRules':
      return <SetupEntryPage register={RULES} id={id} />;
    case 'groups':
      return <SetupEntryPage register={SUPPORT_GROUPS} id={id} />;
    case 'people':
      return <SetupEntryPage register={AGENTS} id={id} />;
    case 'categories':
      return <SetupEntryPage register={CATEGORIES} id={id} />;
    case 'shifts':
      return <SetupEntryPage register={SHIFTS} id={id} />;
    case 'skills':
      return <SetupEntryPage register={SKILLS} id={id} />;
    case 'changeTemplates':
      return <TemplatePage id={id} />;
  }
}
