/** Zoom and pan of the picture: wheel with Ctrl, two fingers, buttons, and the mouse that drags; what is under the pointer stays there. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const [least, most] = [0.3, 4];
const within = (zoom: number) => Math.min(most, Math.max(least, zoom));

export interface Zoom {
  zoom: number;
  /** zooms to a scale, around the middle of what is seen; 1 is the full width */
  zoomTo: (zoom: number) => void;
}

interface Anchor {
  /** point of the picture, as shares of its size */
  x: number;
  y: number;
  /** where it shall be in the window */
  atX: number;
  atY: number;
}

/** `frame` is the element that scrolls from left to right; its `svg.lineage` is the picture. */
export function useZoom(frame: RefObject<HTMLElement | null>): Zoom {
  const [zoom, setZoom] = useState(1);
  const anchor = useRef<Anchor | undefined>(undefined);
  const current = useRef(1);
  current.current = zoom;

  const zoomAround = (next: number, atX: number, atY: number) => {
    const box = frame.current?.querySelector('svg.lineage')?.getBoundingClientRect();
    if (!box) return;
    anchor.current = { x: (atX - box.left) / box.width, y: (atY - box.top) / box.height, atX, atY };
    setZoom(within(next));
  };

  useLayoutEffect(() => {
    const box = frame.current?.querySelector('svg.lineage')?.getBoundingClientRect();
    const point = anchor.current;
    anchor.current = undefined;
    if (!box || !point) return;
    frame.current?.scrollBy(box.left + point.x * box.width - point.atX, 0);
    scrollBy(0, box.top + point.y * box.height - point.atY);
  }, [zoom, frame]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const fingers = new Map<number, PointerEvent>();
    let start: { distance: number; zoom: number } | undefined;
    let drag: { x: number; y: number } | undefined;

    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomAround(current.current * Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 200), event.clientX, event.clientY);
    };
    const pinch = () => {
      const [one, two] = [...fingers.values()];
      if (!one || !two) return undefined;
      return {
        distance: Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY),
        x: (one.clientX + two.clientX) / 2,
        y: (one.clientY + two.clientY) / 2,
      };
    };
    const onDown = (event: PointerEvent) => {
      if (event.pointerType === 'touch') {
        fingers.set(event.pointerId, event);
        const now = pinch();
        if (now) start = { distance: now.distance, zoom: current.current };
      } else if (event.button === 0 && current.current > 1 && !(event.target as Element).closest('.lineage-item, .lineage-card')) {
        drag = { x: event.clientX, y: event.clientY };
        event.preventDefault();
      }
    };
    const onMove = (event: PointerEvent) => {
      if (drag) {
        element.scrollBy(drag.x - event.clientX, 0);
        scrollBy(0, drag.y - event.clientY);
        drag = { x: event.clientX, y: event.clientY };
      }
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, event);
      const now = pinch();
      if (now && start) zoomAround((start.zoom * now.distance) / start.distance, now.x, now.y);
    };
    const onEnd = (event: PointerEvent) => {
      drag = undefined;
      fingers.delete(event.pointerId);
      start = undefined;
    };
    // Not passive: the page must not zoom as well.
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerdown', onDown);
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onEnd);
    addEventListener('pointercancel', onEnd);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onDown);
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onEnd);
      removeEventListener('pointercancel', onEnd);
    };
  }, [frame]);

  const zoomTo = (next: number) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const top = Math.max(0, box.top);
    const bottom = Math.min(innerHeight, box.bottom);
    zoomAround(next, box.left + box.width / 2, (top + Math.max(top, bottom)) / 2);
  };
  return { zoom, zoomTo };
}
