import { type RefObject, useLayoutEffect, useState } from 'react';

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
