import { TextQuoteRegular } from '@fluentui/react-icons/svg/text-quote';
import { AGENT_PLACEHOLDERS, cannedResponseSchema } from '../../../../shared/automation/rule-schema';
import type { SetupRegister } from '../../setup/register';
import type { OwnControlProps } from '../../registers/EntryFields';
import { InputField } from '../editors/InputField';
import { EditorProblem } from '../../setup/editors/EditorProblem';
import { wordsOf, type ResponseView } from '../types';

const PLACEHOLDERS = [...wordsOf('tickets').placeholders, ...AGENT_PLACEHOLDERS];

const textControl = (name: 'text' | 'textDe') =>
  function TextControl({ value, problem, onChange }: OwnControlProps) {
    return (
      <>
        <InputField name={name} field={cannedResponseSchema[name]} value={value} placeholders={PLACEHOLDERS} onChange={onChange} />
        <EditorProblem text={problem} />
      </>
    );
  };

export const RESPONSES: SetupRegister<ResponseView> = {
  practice: 'cannedResponses',
  icon: <TextQuoteRegular />,
  schema: cannedResponseSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'groupId'] },
    { title: 'field.cannedResponse.text', hint: 'help.cannedResponse.text', fields: ['text', 'textDe'] },
  ],
  controls: { text: { Control: textControl('text') }, textDe: { Control: textControl('textDe') } },
  initial: () => ({}),
  facts: ['text', 'textDe', 'groupId'],
};
