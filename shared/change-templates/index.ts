export { changeTemplatesPractice } from './change-templates-practice';
export { templateActions } from './change-template-actions';
export { foldTemplate, templateSubjectOf, type RecordedTemplateEvent, type TemplateEvent } from './change-template-events';
export { TEMPLATE_LIFECYCLE, type TemplateRole } from './change-template-lifecycle';
export { canReadTemplate, standsToTemplateAs } from './change-template-permissions';
export type { ChangeTemplate, TemplateContent, TemplateSample, TemplateSubject } from './change-template';
export { LOCKABLE, TEMPLATE_STATES, type TemplateState } from './change-template-schema';
export type { TemplateRow, TemplateSummary, TemplateView } from './change-template-views';
