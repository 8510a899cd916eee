/** How the table stands in its frame. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Whether the table fits into its frame: then it scrolls with the page, and its head stays at the top of the window; else it scrolls within the frame. */
export function useFit(table: unknown) {
  const frame = useRef<HTMLDivElement>(null);
  const [fits, setFits] = useState(true);
  const measure = useCallback(() => {
    const grid = frame.current?.firstElementChild;
    if (frame.current && grid) setFits(grid.scrollWidth <= frame.current.clientWidth);
  }, []);
  useLayoutEffect(measure, [measure, table]);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(measure);
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [measure]);
  return { frame, fits };
}
