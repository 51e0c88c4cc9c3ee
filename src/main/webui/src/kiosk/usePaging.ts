import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

// Ten rows can be read in this time, and five pages take less than a minute.
const PAGE_MS = 12_000;

/** The number of the page to show, one after the other, for ever. */
export function usePage(): number {
  const [page, setPage] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setPage((last) => last + 1), PAGE_MS);
    return () => clearInterval(timer);
  }, []);
  return page;
}

/** How many rows have room in the element. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(1);
  useLayoutEffect(() => {
    const measure = () => {
      const place = element.current;
      const row = place?.querySelector('tbody tr[data-flight]') ?? place?.querySelector('thead tr');
      const head = place?.querySelector('thead');
      if (!place || !row || !head) return;
      setRoom(Math.max(1, Math.floor((place.clientHeight - head.clientHeight) / row.getBoundingClientRect().height)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  });
  return room;
}
