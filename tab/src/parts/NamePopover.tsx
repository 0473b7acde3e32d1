import { Button, Field, Input, makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../lib/session';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, width: '260px' },
});

const MAX_NAME = 40;

interface Props {
  readonly target: HTMLElement;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  onSave(name: string): void;
  onClose(): void;
}

/** Asks for a name under the button that opened it. */
export default function NamePopover({ target, title, label, hint, onSave, onClose }: Props) {
  const styles = useStyles();
  const t = useText();
  const [name, setName] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!name.trim()) return;
    onSave(name.trim());
    onClose();
  };
  return (
    <Popover open onOpenChange={(_event, data) => !data.open && onClose()} positioning={{ target, position: 'below', align: 'end' }} trapFocus>
      <PopoverSurface aria-label={title}>
        <form className={styles.form} onSubmit={submit}>
          <Field label={label} hint={hint}>
            <Input value={name} maxLength={MAX_NAME} onChange={(_event, data) => setName(data.value)} />
          </Field>
          <Button type="submit" appearance="primary" disabled={!name.trim()}>
            {t('tab.save')}
          </Button>
        </form>
      </PopoverSurface>
    </Popover>
  );
}
