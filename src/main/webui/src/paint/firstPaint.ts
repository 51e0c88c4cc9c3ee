// Longer than a slow phone needs to draw its first flights. A tab in the background draws nothing, and must not wait for ever.
const PAINT_MS = 1_000;

/** Resolves when the page has loaded and the browser has painted it; after a time, even if it has not. */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAINT_MS);
    const draw = () => requestAnimationFrame(() => setTimeout(resolve));
    if (document.readyState === 'complete') draw();
    else addEventListener('load', draw, { once: true });
  });
}
