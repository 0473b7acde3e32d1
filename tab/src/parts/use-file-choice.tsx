import { makeStyles } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { useText } from '../lib/session';

const useStyles = makeStyles({ input: { display: 'none' } });

export interface FileChoice {
  /** Never seen; belongs beside the button that opens it. */
  readonly input: ReactNode;
  /** Shows the browser's own dialog. */
  open(): void;
}

/** Lets somebody choose files of their machine. */
export function useFileChoice(onChoose: (files: FileList | null) => void): FileChoice {
  const styles = useStyles();
  const t = useText();
  const element = useRef<HTMLInputElement>(null);
  return {
    open: () => element.current?.click(),
    input: (
      <input
        ref={element}
        type="file"
        multiple
        className={styles.input}
        aria-label={t('tab.attach')}
        tabIndex={-1}
        onChange={(event) => {
          onChoose(event.target.files);
          // The same file again is a choice too.
          event.target.value = '';
        }}
      />
    ),
  };
}
