import { useLocale } from './i18n/locale';

/** What is shown instead of the page when the page cannot be drawn. */
export function Failed() {
  const { words } = useLocale();
  return (
    <main className="empty">
      <p role="alert">{words.failed}</p>
      <button type="button" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </main>
  );
}
