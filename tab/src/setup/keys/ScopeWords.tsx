import { useText } from '../../lib/session';
import { actionChoices, readChoices, useScopes } from './use-scopes';

interface Props {
  readonly value: readonly string[] | undefined;
}

function Names({ names }: { readonly names: readonly string[] }) {
  const t = useText();
  return names.length === 0 ? <span>{t('setup.integrationKeys.chooseRead')}</span> : names.map((name) => <span key={name}>{name}</span>);
}

/** What a key may read, in words. */
export function ReadsWords({ value = [] }: Props) {
  const t = useText();
  const choices = readChoices(useScopes() ?? [], t('setup.integrationKeys.everything'));
  return <Names names={value.map((name) => choices.find((choice) => choice.value === name)?.text ?? name)} />;
}

/** What a key may do, in words. */
export function ActionsWords({ value = [] }: Props) {
  const t = useText();
  const choices = actionChoices(useScopes() ?? [], (practice) => t('setup.integrationKeys.whole', { practice }));
  return <Names names={value.map((name) => choices.find((choice) => choice.value === name)?.text ?? name)} />;
}
