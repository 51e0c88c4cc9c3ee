import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** Shown instead of what could not be drawn. */
  readonly fallback: ReactNode;
  /** Stands for what is drawn: when it changes, drawing is tried again. */
  readonly of?: unknown;
  readonly onFail?: () => void;
}

/** React's error boundary: when a part cannot be drawn, only that part is missing. */
export class ErrorBoundary extends Component<Props, { failed: boolean; of: unknown }> {
  override state = { failed: false, of: this.props.of };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: { of: unknown }) {
    return of === state.of ? null : { failed: false, of };
  }

  override componentDidCatch() {
    this.props.onFail?.();
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
