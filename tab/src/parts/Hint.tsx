import { Tooltip } from '@fluentui/react-components';
import { cloneElement, useEffect, type DOMAttributes, type ReactElement } from 'react';
import { useStore } from '../lib/store';
import { dropHint, hideHint, keepHint, showHint, shownHint } from './hints';

type Marked = DOMAttributes<HTMLElement> & { readonly 'aria-label'?: string; readonly 'aria-description'?: string };

interface Props {
  readonly text: string;
  /** The text is the name of the element and not something about it. */
  readonly isName?: boolean;
  /** An element of the page, not a component. */
  readonly children: ReactElement<Marked>;
}

/**
 * A tooltip for what a page shows by the hundred, as the cells of a table: in the page it is no more than an attribute, and one
 * tooltip, drawn by HintHost, serves them all.
 */
export function Hint({ text, isName = false, children }: Props) {
  return cloneElement(children, {
    [isName ? 'aria-label' : 'aria-description']: text,
    onPointerEnter: (event) => showHint(event.currentTarget, text),
    onPointerLeave: hideHint,
    onFocus: (event) => event.currentTarget.matches(':focus-visible') && showHint(event.currentTarget, text),
    onBlur: hideHint,
  } satisfies Marked);
}

/** Draws the hint that is wanted. What it points at may scroll away or leave the page without the pointer having moved. */
export function HintHost() {
  const shown = useStore(shownHint);
  useEffect(() => {
    if (!shown) return undefined;
    const dropLost = (): void => {
      if (!shown.target.isConnected) dropHint();
    };
    document.addEventListener('scroll', dropHint, { capture: true, passive: true });
    document.addEventListener('pointermove', dropLost, { passive: true });
    return () => {
      document.removeEventListener('scroll', dropHint, { capture: true });
      document.removeEventListener('pointermove', dropLost);
    };
  }, [shown]);
  if (!shown?.target.isConnected) return null;
  return (
    <Tooltip
      relationship="inaccessible" visible withArrow positioning={{ target: shown.target }}
      content={{ children: shown.text, onPointerEnter: keepHint, onPointerLeave: hideHint }}
      onVisibleChange={(_event, { visible }) => !visible && dropHint()}
    />
  );
}
