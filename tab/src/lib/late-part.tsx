import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';

export interface LatePart<P extends object> {
  (props: P & { readonly while: ReactNode }): ReactNode;
  /** Fetches it, so that it opens at once when it is wanted. */
  preload(): Promise<unknown>;
}

/**
 * A part of the page that is fetched when it is first needed; `while` stands in for it until then. Once it is there it is
 * drawn with the press that asks for it: React alone would show the stand-in first and keep it for a third of a second.
 */
export function latePart<P extends object>(load: () => Promise<{ readonly default: ComponentType<P> }>): LatePart<P> {
  let fetched: ComponentType<P> | undefined;
  const preload = async (): Promise<{ readonly default: ComponentType<P> }> => {
    const module = await load();
    fetched = module.default;
    return module;
  };
  const Late = lazy(preload);

  function Part({ while: standIn, ...props }: P & { readonly while: ReactNode }) {
    // The same one for as long as it is on the screen, or what somebody has typed would be gone.
    const [Drawn] = useState<ComponentType<P>>(() => fetched ?? Late);
    return (
      <Suspense fallback={standIn}>
        <Drawn {...(props as unknown as P)} />
      </Suspense>
    );
  }
  return Object.assign(Part, { preload });
}
