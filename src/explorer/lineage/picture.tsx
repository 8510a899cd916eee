/**
 * The lineage as a picture, drawn as SVG by Preact. Cytoscape was considered: it draws on a canvas, which neither prints well nor follows
 * the theme nor is read by assistive technology, and the documents have dates and bodies, so their places need no forces.
 */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { StackCard, TextCard, WireCard } from './card.js';
import { type Drawing, draw, highlightItem, highlightWire, neighbour } from './drawing.js';
import type { Folding, Item } from './fold.js';
import { headOf } from './lanes.js';
import type { Layout } from './layout.js';
import type { Reach } from './reach.js';
import { aloud, Backdrop, ItemBody, LaneHeads, Wires } from './scene.js';
import { createMeasure, useWidth } from './width.js';
import type { Wire } from './wires.js';
import { useZoom } from './zoom.js';
import './picture.css';

interface PictureProps {
  reached: Reach;
  folding: Folding;
  /** whether all citations are drawn, not only those on the shortest ways */
  all: boolean;
  lineageAddress: (id: string) => string;
  /** opens or folds a stack */
  toggle: (stack: Item) => void;
  /** beside the buttons that zoom */
  tools?: ComponentChildren;
}

/** What the pointer or the focus is on, and where its card stands. */
type Active = { item: Item } | { wire: Wire; x: number; y: number };

/** Time to move the pointer from a mark into its card. */
const patience = 250;

export function Picture({ reached, folding, all, lineageAddress, toggle, tools }: PictureProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const measure = useMemo(createMeasure, []);
  const drawing = useMemo(
    () => (width > 0 ? draw(reached, folding, all, width, measure) : undefined),
    [reached, folding, all, width, measure],
  );
  const { zoom, zoomTo } = useZoom(frame);
  const height = drawing?.layout.height ?? 0;
  return (
    <div class="lineage-picture">
      <div class="picture-tools">
        {tools}
        <span class="zoom-buttons">
          <button type="button" class="button" aria-label="Zoom out" onClick={() => zoomTo(zoom / 1.25)}>
            −
          </button>
          <button type="button" class="button" aria-label="Zoom in" onClick={() => zoomTo(zoom * 1.25)}>
            +
          </button>
          <button type="button" class="button" onClick={() => zoomTo(1)}>
            Fit width
          </button>
          <button type="button" class="button" onClick={() => zoomTo(Math.min(1, (innerHeight * 0.9) / height))}>
            Fit all
          </button>
          <span class="count">{Math.round(zoom * 100)} %</span>
        </span>
      </div>
      <div ref={frame} class="picture-frame" data-zoomed={zoom > 1 ? 'in' : zoom < 0.75 ? 'out' : undefined}>
        {drawing && <Canvas {...{ drawing, reached, folding, lineageAddress, toggle, zoom, frame }} />}
      </div>
    </div>
  );
}

interface CanvasProps extends Omit<PictureProps, 'all' | 'tools'> {
  drawing: Drawing;
  zoom: number;
  frame: RefObject<HTMLDivElement | null>;
}

function Canvas({ drawing, reached, folding, lineageAddress, toggle, zoom, frame }: CanvasProps) {
  const { route } = useLocation();
  const { layout, grid } = drawing;
  const [active, setActive] = useState<Active>();
  const [focusKey, setFocusKey] = useState(reached.root.id);
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const marks = useRef(new Map<string, SVGElement>());
  const hasTouched = useRef(false);

  const show = (next: Active) => {
    clearTimeout(leaving.current);
    setActive(next);
  };
  const hideSoon = () => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => setActive(undefined), patience);
  };
  // What was looked at is gone when another lineage is drawn.
  useEffect(() => setActive(undefined), [drawing]);
  useEffect(() => () => clearTimeout(leaving.current), []);
  useEffect(() => {
    performance.mark('lineage drawn');
  }, [drawing]);

  const highlight = useMemo(() => {
    if (!active) return undefined;
    return 'item' in active ? highlightItem(drawing, reached, active.item) : highlightWire(drawing, active.wire);
  }, [drawing, reached, active]);

  const openItem = (item: Item) => (item.form === 'text' ? route(lineageAddress(item.texts[0].id)) : toggle(item));
  const onKeyDown = (event: KeyboardEvent, item: Item) => {
    if (event.key === 'Escape') return setActive(undefined);
    if (event.key === 'Enter' || (event.key === ' ' && item.form !== 'text')) {
      event.preventDefault();
      return openItem(item);
    }
    const next = event.key === 'Home' ? drawing.cellOfItem.get(reached.root.id)?.item : neighbour(drawing, item, event.key);
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    marks.current.get(next.key)?.focus();
  };
  const onClick = (event: MouseEvent, item: Item) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    // A finger cannot hover: its first touch tells what there is, the second goes on.
    const isFirstTouch = hasTouched.current && !(active && 'item' in active && active.item === item);
    if (isFirstTouch) show({ item });
    else openItem(item);
  };

  const still = useMemo(
    () => (
      <>
        <Backdrop layout={layout} />
        <g class="wires">
          <Wires
            wires={drawing.wires}
            onEnter={(wire, event) => {
              const box = frame.current?.getBoundingClientRect();
              if (box && event.pointerType === 'mouse') show({ wire, x: event.clientX - box.left, y: event.clientY - box.top });
            }}
            onLeave={hideSoon}
          />
        </g>
      </>
    ),
    [drawing],
  );
  const hasFocusMark = drawing.cellOfItem.has(focusKey);
  return (
    <>
      <LaneHeads layout={layout} zoom={zoom} />
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links within a drawing has no element of its own. */}
      <svg
        class={highlight ? 'lineage is-dimmed' : 'lineage'}
        viewBox={`0 ${layout.head} ${layout.width} ${layout.height - layout.head}`}
        width={layout.width * zoom}
        height={(layout.height - layout.head) * zoom}
        role="group"
        aria-label={`Lineage of ${headOf(reached.root)}: ${grid.cellOf.size} texts by year and body. The arrow keys lead from one to the next, Enter to its own lineage. The table below tells the same.`}
        onPointerDown={(event) => {
          hasTouched.current = event.pointerType === 'touch';
        }}
      >
        {still}
        {highlight && (
          <g class="wires-lit">
            <Wires wires={highlight.wires} />
          </g>
        )}
        {layout.labels.map((label) => {
          const { item } = label;
          const [text] = item.texts;
          const isRoot = item.key === reached.root.id;
          const events = {
            ref: (element: Element | null) => {
              if (element) marks.current.set(item.key, element as SVGElement);
              else marks.current.delete(item.key);
            },
            // In lower case: attributes of SVG keep theirs, and tabIndex would be none.
            tabindex: (hasFocusMark ? item.key === focusKey : isRoot) ? 0 : -1,
            'aria-label': aloud(label, reached),
            'data-depth': Math.min(text.depth, 2),
            'data-key': item.key,
            onPointerEnter: (event: PointerEvent) => event.pointerType === 'mouse' && show({ item }),
            onPointerLeave: (event: PointerEvent) => event.pointerType === 'mouse' && hideSoon(),
            onFocus: () => {
              setFocusKey(item.key);
              if (!hasTouched.current) show({ item });
            },
            onBlur: hideSoon,
            onKeyDown: (event: KeyboardEvent) => onKeyDown(event, item),
            onClick: (event: MouseEvent) => onClick(event, item),
          };
          const names = ['lineage-item', isRoot && 'is-root', highlight?.items.has(item.key) && 'is-lit'].filter(Boolean).join(' ');
          const body = <ItemBody label={label} layout={layout} />;
          return item.form === 'text' ? (
            <a key={item.key} class={names} href={lineageAddress(text.id)} aria-current={isRoot ? 'page' : undefined} {...events}>
              {body}
            </a>
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: a button within a drawing has no element of its own.
            <g key={item.key} class={names} role="button" aria-expanded={false} {...events}>
              {body}
            </g>
          );
        })}
      </svg>
      {active && (
        <Card at={placeOf(active, drawing, zoom, frame)} onEnter={() => clearTimeout(leaving.current)} onLeave={hideSoon}>
          {'wire' in active ? (
            <WireCard wire={active.wire} reached={reached} />
          ) : active.item.form === 'text' ? (
            <TextCard text={active.item.texts[0]} fold={folderOf(active.item, folding, toggle)} {...{ reached, lineageAddress }} />
          ) : (
            <StackCard item={active.item} lineageAddress={lineageAddress} open={() => toggle(active.item)} />
          )}
        </Card>
      )}
    </>
  );
}

/** How to fold the open stack that a text belongs to, if it does. */
function folderOf({ texts: [text] }: Item, { stacks }: Folding, toggle: (stack: Item) => void): (() => void) | undefined {
  const stack = stacks.find(({ texts }) => texts.includes(text));
  return stack && (() => toggle(stack));
}

interface Point {
  x: number;
  y: number;
  /** where the card ends when it stands above */
  above: number;
}

/** The point below which the card stands, in pixels of the frame. */
function placeOf(active: Active, { layout, cellOfItem }: Drawing, zoom: number, frame: RefObject<HTMLDivElement | null>): Point {
  const left = frame.current?.scrollLeft ?? 0;
  if ('wire' in active) return { x: active.x + left + 12, y: active.y + 14, above: active.y - 10 };
  return cardPoint(active.item, layout, cellOfItem.get(active.item.key), zoom);
}

function cardPoint(item: Item, layout: Layout, cell: { lane: number; row: number } | undefined, zoom: number): Point {
  const label = layout.labels.find((other) => other.item === item);
  const y = cell ? (layout.rows[cell.row]?.y ?? 0) : 0;
  return { x: (label?.x ?? 0) * zoom, y: (Math.max(label?.tailY ?? 0, y) + 9) * zoom, above: (y - 11) * zoom };
}

interface CardProps {
  at: Point;
  children: ComponentChildren;
  onEnter: () => void;
  onLeave: () => void;
}

/** Stays within the frame and the window; on a narrow screen picture.css puts it at an end of the window. */
function Card({ at, children, onEnter, onLeave }: CardProps) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;
    const room = frame.scrollLeft + frame.clientWidth - element.offsetWidth - 4;
    element.style.setProperty('--x', `${Math.max(frame.scrollLeft + 4, Math.min(at.x, room))}px`);
    const { top } = frame.getBoundingClientRect();
    const fitsBelow = top + at.y + element.offsetHeight < innerHeight;
    const fitsAbove = top + at.above - element.offsetHeight > 0;
    // On a narrow screen it stands at the end of the window that is farther from what it tells of.
    element.dataset.end = top + at.y > innerHeight / 2 ? 'top' : 'bottom';
    element.style.setProperty('--y', `${fitsBelow || !fitsAbove ? at.y : at.above - element.offsetHeight}px`);
  });
  return (
    <div ref={card} class="lineage-card" onPointerEnter={onEnter} onPointerLeave={onLeave} onFocusIn={onEnter} onFocusOut={onLeave}>
      {children}
    </div>
  );
}
