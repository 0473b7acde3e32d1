import { lazy, Suspense, useState, type ReactElement, type ReactNode, type MouseEvent } from 'react';
import type { MenuSection } from './ChoiceMenu';

const ChoiceMenu = lazy(() => import('./ChoiceMenu'));

export interface OpenerProps {
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  onClick(event: MouseEvent<HTMLElement>): void;
}

interface Props {
  readonly sections: readonly MenuSection[];
  readonly head?: ReactNode;
  /** The button; it takes what is handed to it. */
  readonly children: (props: OpenerProps) => ReactElement;
}

/** A button with a menu that is loaded when it is first pressed. The focus comes back to the button. */
export function MenuOpener({ sections, head, children }: Props) {
  const [target, setTarget] = useState<HTMLElement>();
  const close = (): void => {
    target?.focus();
    setTarget(undefined);
  };
  return (
    <>
      {children({ 'aria-haspopup': 'menu', 'aria-expanded': target !== undefined, onClick: (event) => setTarget(target ? undefined : event.currentTarget) })}
      {target && (
        <Suspense fallback={null}>
          <ChoiceMenu target={target} sections={sections} head={head} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
