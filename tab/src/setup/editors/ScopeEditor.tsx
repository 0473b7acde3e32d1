import { Field, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ENVIRONMENTS, ITEM_CLASSES } from '../../../../shared/configuration/configuration-schema';
import { entries } from '../../../../shared/kernel/schema';
import type { FreezeScope } from '../../../../shared/scheduling/window-schema';
import { useText } from '../../lib/session';
import { FieldControl } from '../../parts/schema-form/FieldControl';
import { WordsEditor } from '../../parts/WordsEditor';
import { EditorProblem } from './EditorProblem';
import { PickSeveral } from './Pick';
import type { EditorProps } from './types';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  fields: { display: 'grid', alignItems: 'start', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))', gap: '14px 24px' },
});

const PICKED = {
  serviceIds: entries({ label: 'setup.scope.serviceIds', of: 'services', max: 50 }),
  itemIds: entries({ label: 'setup.scope.itemIds', of: 'items', max: 200 }),
};
const NO_HINTS = {};

/** Without empty dimensions: they are not looked at. Undefined when nothing narrows it. */
export function cleanScope(scope: FreezeScope | undefined): FreezeScope | undefined {
  const given = Object.entries(scope ?? {}).filter(([, values]) => Array.isArray(values) && values.length > 0);
  return given.length > 0 ? (Object.fromEntries(given)) : undefined;
}

/** What a freeze is for; nothing chosen means everything, and that is said. */
export function ScopeEditor({ value = {}, problem, onChange }: EditorProps<FreezeScope>) {
  const styles = useStyles();
  const t = useText();
  const put = (dimension: keyof FreezeScope, values: readonly string[]): void => onChange(cleanScope({ ...value, [dimension]: values }));
  const count = Object.keys(cleanScope(value) ?? {}).length;
  return (
    <div className={styles.root}>
      <MessageBar intent={count === 0 ? 'warning' : 'info'} data-testid="scope-note">
        <MessageBarBody>{t(count === 0 ? 'setup.scope.everything' : 'setup.scope.all', { count })}</MessageBarBody>
      </MessageBar>
      <div className={styles.fields}>
        {(['serviceIds', 'itemIds'] as const).map((name) => (
          <Field key={name} label={t(`setup.scope.${name}`)} data-field={`scope.${name}`}>
            <FieldControl name={name} field={PICKED[name]} value={value[name]} hints={NO_HINTS} isDisabled={false} onChange={(chosen) => put(name, (chosen ?? []) as readonly string[])} />
          </Field>
        ))}
        <PickSeveral size="medium" label={t('setup.scope.itemClasses')} choices={ITEM_CLASSES.map((name) => ({ value: name, text: t(`itemClass.${name}`) }))} values={value.itemClasses ?? []} onChange={(chosen) => put('itemClasses', chosen)} />
        <PickSeveral size="medium" label={t('setup.scope.environments')} choices={ENVIRONMENTS.map((name) => ({ value: name, text: t(`environment.${name}`) }))} values={value.environments ?? []} onChange={(chosen) => put('environments', chosen)} />
        <Field label={t('setup.scope.regions')}>
          {() => <WordsEditor label={t('setup.scope.regions')} placeholder={t('setup.scope.region')} words={value.regions ?? []} onChange={(words) => put('regions', words)} />}
        </Field>
      </div>
      <EditorProblem text={problem} />
    </div>
  );
}
