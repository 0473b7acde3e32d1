import { MegaphoneRegular } from '@fluentui/react-icons/svg/megaphone';
import { announcementSchema } from '../../../../shared/announcements/announcement-schema';
import type { SetupRegister } from '../register';
import type { AnnouncementEntry } from './types';

export const ANNOUNCEMENTS: SetupRegister<AnnouncementEntry> = {
  practice: 'announcements',
  icon: <MegaphoneRegular />,
  schema: announcementSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['title', 'statement', 'titleDe', 'statementDe'] },
    { title: 'setup.announcements.found', fields: ['keywords', 'serviceIds'] },
    { title: 'setup.announcements.until', fields: ['incidentId', 'expectedAt'] },
  ],
  retire: 'action.announcements.retire',
  initial: () => ({}),
  facts: ['titleDe', 'statement', 'statementDe', 'keywords', 'serviceIds', 'incidentId', 'expectedAt'],
};
