import { MACROS } from '../automation/kinds/macros';
import { RECURRING } from '../automation/kinds/recurring';
import { RESPONSES } from '../automation/kinds/responses';
import { RULES } from '../automation/kinds/rules';
import { WEBHOOKS } from '../automation/kinds/webhooks';
import { ANNOUNCEMENTS } from './kinds/announcements';
import { ROUTING_RULES, SHIFTS, SKILLS, SUPPORT_GROUPS } from './kinds/assigning';
import { BOARDS } from './kinds/boards';
import { CATEGORIES, PEOPLE } from './kinds/handling';
import { FREEZES } from './kinds/freezes';
import { OFFERINGS } from './kinds/offerings';
import { INTEGRATION_KEYS } from './kinds/integration-keys';
import { ITEMS } from './kinds/items';
import { POLICIES } from './kinds/policies';
import { SERVICES } from './kinds/services';
import { WINDOWS } from './kinds/windows';
import type { SetupRegister } from './register';
import { SetupEntryPage } from './SetupEntryPage';
import { TemplatePage } from './templates/TemplatePage';

/** Registers whose entries have the page that is drawn from their schema. */
const REGISTERS = {
  announcements: ANNOUNCEMENTS, offerings: OFFERINGS, services: SERVICES, items: ITEMS, freezes: FREEZES, maintenanceWindows: WINDOWS, approvalPolicies: POLICIES, boards: BOARDS,
  routingRules: ROUTING_RULES, groups: SUPPORT_GROUPS, people: PEOPLE, categories: CATEGORIES, shifts: SHIFTS, skills: SKILLS,
  automationRules: RULES, macros: MACROS, cannedResponses: RESPONSES, recurringTickets: RECURRING, webhooks: WEBHOOKS, integrationKeys: INTEGRATION_KEYS,
};

interface Props {
  readonly section: keyof typeof REGISTERS | 'changeTemplates';
  readonly id: string;
}

/** The page of one entry, whichever register it belongs to. */
export default function EntryOfSection({ section, id }: Props) {
  if (section === 'changeTemplates') return <TemplatePage id={id} />;
  // Each register knows its own entries; the page only that they are entries.
  return <SetupEntryPage register={REGISTERS[section] as unknown as SetupRegister} id={id} />;
}
