import { BUSINESS_STORIES } from './business';
import { COLLABORATION_STORIES } from './collaboration';
import { FEEDBACK_STORIES } from './feedback';
import { GERMAN_EVERYDAY_STORIES } from './german-everyday';
import { GERMAN_SYSTEM_STORIES } from './german-systems';
import { HARDWARE_STORIES } from './hardware';
import { IDENTITY_STORIES } from './identity';
import { MAIL_STORIES } from './mail';
import { NETWORK_STORIES } from './network';
import { PRINTING_STORIES } from './printing-facilities';
import { ACCESS_REQUESTS } from './requests-access';
import { DEVICE_REQUESTS } from './requests-devices';
import { SOFTWARE_REQUESTS } from './requests-software';
import { SECURITY_STORIES } from './security';
import { SERVER_STORIES } from './server';
import { SOFTWARE_STORIES } from './software';
import type { IncidentStory, RequestStory } from './story';

export * from './pools';
export type { Beat, DayAfter, Ending, IncidentStory, RequestStory } from './story';

export const INCIDENT_STORIES: readonly IncidentStory[] = [
  ...HARDWARE_STORIES,
  ...SOFTWARE_STORIES,
  ...MAIL_STORIES,
  ...COLLABORATION_STORIES,
  ...IDENTITY_STORIES,
  ...NETWORK_STORIES,
  ...SERVER_STORIES,
  ...SECURITY_STORIES,
  ...PRINTING_STORIES,
  ...BUSINESS_STORIES,
  ...FEEDBACK_STORIES,
  ...GERMAN_EVERYDAY_STORIES,
  ...GERMAN_SYSTEM_STORIES,
];

export const REQUEST_STORIES: readonly RequestStory[] = [...DEVICE_REQUESTS, ...ACCESS_REQUESTS, ...SOFTWARE_REQUESTS];
