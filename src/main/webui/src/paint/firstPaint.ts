// Longer than a slow phone takes to draw its first flights; a tab that nobody sees draws nothing, and goes on all the same.
const PAINT_MS = 1_000;

/** Resolves once the page has loaded, and the browser has painted what is in it; or, as in a tab behind others, has not. */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAINT_MS);
    const draw = () => requestAnimationFrame(() => setTimeout(resolve));
    if (document.readyState === 'complete') draw();
    else addEventListener('load', draw, { once: true });
  });
}
