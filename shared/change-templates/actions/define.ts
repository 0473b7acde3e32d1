import type { Directory } from '../../catalog';
import type { Action, InputOf, Schema } from '../../kernel';
import type { ChangeTemplate, TemplateSubject } from '../change-template';
import type { TemplateEvent } from '../change-template-events';
import { canOnTemplate } from '../change-template-permissions';

export type TemplateAction<S extends Schema = Schema> = Action<ChangeTemplate, TemplateSubject, TemplateEvent, Directory, S>;
export type TemplateContext = Parameters<TemplateAction['decide']>[2];
export type TemplateDecide<S extends Schema> = (template: ChangeTemplate, input: InputOf<S>, context: TemplateContext) => ReturnType<TemplateAction<S>['decide']>;

/** An action on an existing template; who may do it, and in which state, stands in the lifecycle table. */
export function onTemplate<const S extends Schema>(verb: string, schema: S, decide: TemplateDecide<S>, more: Partial<Pick<TemplateAction, 'isAudited' | 'repeat'>> = {}): TemplateAction<S> {
  return {
    name: `changeTemplates.${verb}`,
    schema,
    repeat: 'check',
    ...more,
    can: canOnTemplate(verb),
    decide: (template, input, context) => decide(template as ChangeTemplate, input, context),
  };
}
