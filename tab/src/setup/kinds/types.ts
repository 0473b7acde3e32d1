import type { AnnouncementFacts } from '../../../../shared/announcements/announcement-views';
import type { approvalPolicySchema } from '../../../../shared/approvals/approval-policy-schema';
import type { itemSchema, serviceSchema } from '../../../../shared/configuration/configuration-schema';
import type { InputOf } from '../../../../shared/kernel';
import type { boardSchema } from '../../../../shared/meetings/meeting-schema';
import type { freezeSchema, maintenanceWindowSchema } from '../../../../shared/scheduling/window-schema';
import type { EntryView } from '../../registers/types';

export type AnnouncementEntry = EntryView & AnnouncementFacts;
export type ServiceView = EntryView & InputOf<typeof serviceSchema>;
export type ItemView = EntryView & InputOf<typeof itemSchema>;
export type FreezeView = EntryView & InputOf<typeof freezeSchema>;
export type WindowView = EntryView & InputOf<typeof maintenanceWindowSchema>;
export type PolicyView = EntryView & InputOf<typeof approvalPolicySchema>;
export type BoardView = EntryView & InputOf<typeof boardSchema>;
