import { approveSchema, reasonSchema, refuseSchema, withdrawVoteSchema } from '../../../../shared/changes/change-schema';
import { addTemplateSchema, editTemplateSchema, proposeTemplateSchema, renewTemplateSchema } from '../../../../shared/change-templates/change-template-schema';
import type { PracticeForms } from '../../actions/types';

/** What actions on a template ask for beside its own page. */
export const templateForms: PracticeForms = {
  schemas: {
    'changeTemplates.add': addTemplateSchema,
    'changeTemplates.edit': editTemplateSchema,
    'changeTemplates.propose': proposeTemplateSchema,
    'changeTemplates.renew': renewTemplateSchema,
    'changeTemplates.approve': approveSchema,
    'changeTemplates.reject': refuseSchema,
    'changeTemplates.returnForInfo': refuseSchema,
    'changeTemplates.withdrawVote': withdrawVoteSchema,
    'changeTemplates.suspend': reasonSchema,
    'changeTemplates.reinstate': reasonSchema,
    'changeTemplates.retire': reasonSchema,
  },
  needsRecord: new Set(),
  initialValues: () => ({}),
  hints: () => ({ step: { isFixed: true }, token: { isFixed: true }, isConfirmed: { isHidden: true }, sampleId: { recordsOf: 'changes' } }),
};
