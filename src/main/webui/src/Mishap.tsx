import { Component, type ReactNode } from 'react';
import { LocaleContext } from './i18n/locale';

interface Props {
  readonly children: ReactNode;
  /** Whether nobody is there to press the button. */
  readonly unattended: boolean;
}

// Long enough that a page which fails at once does not load the service down.
const RELOAD_MS = 30_000;

/** Stands in for the page where drawing it failed. */
export class Mishap extends Component<Props, { failed: boolean }> {
  static override contextType = LocaleContext;
  declare context: React.ContextType<typeof LocaleContext>;
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    if (this.props.unattended) setTimeout(() => location.reload(), RELOAD_MS);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const { words } = this.context;
    return (
      <main className="empty">
        <p role="alert">{words.failed}</p>
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </main>
    );
  }
}
