import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, DialogTrigger, makeStyles, Switch, tokens,
} from '@fluentui/react-components';
import { useSession } from '../lib/session';
import { shortcutsOn } from '../lib/shortcuts';
import { useStore } from '../lib/store';

const SECTIONS: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'tab.keys.queue',
    keys: [['j ↓', 'next'], ['k ↑', 'previous'], ['Enter', 'open'], ['t', 'take'], ['a', 'assign'], ['r', 'reply'], ['/', 'search'], ['p', 'preview']],
  },
  {
    title: 'tab.keys.ticket',
    keys: [['r', 'reply'], ['n', 'note'], ['t', 'take'], ['a', 'assign'], ['h', 'hold'], ['s', 'resolve'], ['j', 'next'], ['k', 'previous'], ['Esc', 'back'], ['Ctrl Enter', 'send']],
  },
  { title: 'tab.keys.everywhere', keys: [['c', 'new'], ['g', 'changes'], ['l', 'levels'], ['?', 'help']] },
];

const useStyles = makeStyles({
  surface: { maxWidth: '720px' },
  content: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: '20px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '12px', rowGap: '6px', margin: 0, alignItems: 'center' },
  text: { margin: 0 },
  key: {
    fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, padding: '1px 6px', borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3, marginRight: '4px', whiteSpace: 'nowrap',
  },
  actions: { justifyContent: 'space-between', width: '100%' },
});

/** Every shortcut, and the switch that turns them off. */
export default function ShortcutHelp({ onClose }: { onClose(): void }) {
  const styles = useStyles();
  const { t } = useSession();
  const isOn = useStore(shortcutsOn);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('tab.help')}</DialogTitle>
          <DialogContent className={styles.content}>
            {SECTIONS.map((section) => (
              <section key={section.title}>
                <h3 className={styles.title}>{t(section.title)}</h3>
                <dl className={styles.list}>
                  {section.keys.map(([keys, what]) => (
                    <Entry key={what} keys={keys} text={t(`tab.key.${what}`)} />
                  ))}
                </dl>
              </section>
            ))}
          </DialogContent>
          <DialogActions className={styles.actions}>
            <Switch label={t('tab.keys.on')} checked={isOn} onChange={(_event, data) => shortcutsOn.set(data.checked)} />
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('tab.close')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Entry({ keys, text }: { readonly keys: string; readonly text: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        {keys.split(' ').map((key) => (
          <kbd key={key} className={styles.key}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd className={styles.text}>{text}</dd>
    </>
  );
}
