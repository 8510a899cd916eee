/** The width that a part of the page has, and the width that a text takes up there. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Font, Measure } from './label.js';

/** The width of an element in whole pixels; 0 before it is known. */
export function useWidth<T extends HTMLElement>(): [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const frame = element.current;
    if (!frame) return;
    const look = () => setWidth(Math.floor(frame.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}

/** As lineage.css sets them. */
const fonts: Readonly<Record<Font, string>> = { head: '600 12px', tail: '400 11px' };

/** Measures texts in the fonts of the page; each text once. */
export function createMeasure(): Measure {
  const pen = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font}${text}`;
    const width = known.get(key);
    if (width !== undefined) return width;
    if (pen) pen.font = `${fonts[font]} ${family}`;
    // A hair of room: what is drawn is rounded otherwise than what is measured.
    const measured = pen ? pen.measureText(text).width * 1.01 + 0.5 : text.length * 7.5;
    known.set(key, measured);
    return measured;
  };
}
