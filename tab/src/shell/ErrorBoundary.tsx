import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** When it changes, another try is made: the person went to another page. */
  readonly resetKey?: string;
  readonly fallback: (error: Error, retry: () => void) => ReactNode;
}

interface State {
  readonly error?: Error | undefined;
  readonly key?: string | undefined;
}

/** A mistake on one page leaves navigation and everything else alive. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.key ? null : { key: props.resetKey, error: undefined };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? this.props.fallback(error, () => this.setState({ error: undefined })) : this.props.children;
  }
}
