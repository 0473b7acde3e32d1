import type { ReactNode } from 'react';
import { Archive20Regular } from '@fluentui/react-icons/svg/archive';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle20Regular } from '@fluentui/react-icons/svg/error-circle';
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox';
import { PauseCircle20Regular } from '@fluentui/react-icons/svg/pause-circle';
import { People20Regular } from '@fluentui/react-icons/svg/people';
import { Person20Regular } from '@fluentui/react-icons/svg/person';
import { PersonClock20Regular } from '@fluentui/react-icons/svg/person-clock';
import { PersonQuestionMark20Regular } from '@fluentui/react-icons/svg/person-question-mark';
import { Timer20Regular } from '@fluentui/react-icons/svg/timer';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';

export const VIEW_ICONS: Readonly<Record<string, ReactNode>> = {
  next: <Timer20Regular />, atRisk: <Warning20Regular />, paused: <PauseCircle20Regular />,
  mine: <Person20Regular />, unassigned: <PersonQuestionMark20Regular />, groups: <People20Regular />, overdue: <ErrorCircle20Regular />,
  waiting: <PersonClock20Regular />, resolved: <CheckmarkCircle20Regular />, all: <MailInbox20Regular />, ended: <Archive20Regular />,
};
