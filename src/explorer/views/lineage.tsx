/** What a text rests on and what rests on it: the picture, and the same as a table. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { addressOf, lineageOf, withParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { Page } from '../components/page.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { UnknownThing } from '../components/unknown-thing.js';
import { Choice, depths, directions, Switches } from '../lineage/controls.js';
import { DocumentPicker } from '../lineage/document-picker.js';
import { fold, type Item, shownCitations } from '../lineage/fold.js';
import { headOf } from '../lineage/lanes.js';
import { Legend, MarkLegend } from '../lineage/legend.js';
import { LineageTable } from '../lineage/lineage-table.js';
import { Picture } from '../lineage/picture.js';
import { type Citation, type Direction, most, type Paper, type Reach, reach } from '../lineage/reach.js';
import { type LineageState, useLineageState } from '../lineage/state.js';
import { countVerbs } from '../lineage/verbs.js';
import lineageQuery from '../queries/lineage.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import { count } from '../words.js';
import '../lineage/lineage.css';

/** The text that is shown when the address names none. */
const latestReview = 'resolution/A/RES/80/173';

interface Answer {
  lineage: { root: Paper; nodes: { document: Paper }[]; links: Citation[]; truncated: boolean } | null;
}

/** How much there is, in a sentence or two. */
function summary({ texts, root }: Reach, { depth, direction }: LineageState): string {
  const others = [...texts.values()].filter(({ side }) => side !== 'root');
  const below = others.filter(({ side }) => side === 'below').length;
  const above = others.length - below;
  const parts = [
    direction !== 'DESCENDANTS' && `rests on ${count(below, 'text')}`,
    direction !== 'ANCESTORS' && `is rested on by ${count(above, 'text')}`,
  ].filter(Boolean);
  const unread = others.filter(({ citationsRead }) => citationsRead === 'NONE').length;
  const undated = others.filter(({ date }) => !date).length;
  const facts = [
    `${headOf(root)} ${parts.join(' and ')} within ${count(depth, 'citation')}.`,
    unread > 0 && `${unread} of them were not read: what they cite is not known.`,
    undated > 0 && `${undated} have no date in the graph.`,
  ];
  return facts.filter(Boolean).join(' ');
}

/** Whether something has been on the screen for a moment, so that the picture need not wait for the table below it. */
function useAfterPaint(isThere: boolean): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    if (!isThere) return;
    // The first frame draws the picture, the second begins when that is done.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [isThere]);
  return isPainted;
}

/** Nothing is within reach: why that may be. */
function Alone({ root, isFiltered, direction }: { root: Paper; isFiltered: boolean; direction: Direction }) {
  const head = headOf(root);
  if (isFiltered) return <Empty>Nothing is within reach by the verbs that are chosen.</Empty>;
  if (direction === 'DESCENDANTS') return <Empty>No text of this graph cites {head}. Texts that are not in the graph may.</Empty>;
  if (root.citationsRead === 'NONE') return <Empty>The citations of {head} were not read, so what it rests on is not known here.</Empty>;
  return <Empty>{head} cites nothing that is in this graph.</Empty>;
}

export default function LineageView({ id: given }: ThingViewProps) {
  const id = given || latestReview;
  const { route } = useLocation();
  const [wanted, handedOn, change] = useLineageState();
  const { data, error, loading, again } = useAnswer<Answer>(lineageQuery, {
    id,
    direction: wanted.direction,
    depth: wanted.depth,
    most: wanted.most,
  });
  // While another answer is on its way, the last one is shown as what it is.
  const settled = useRef(wanted);
  if (!loading) settled.current = wanted;
  const state = { ...wanted, direction: settled.current.direction, depth: settled.current.depth };
  const { direction, depth } = state;
  const lineage = data?.lineage;
  const verbs = state.verbs;
  const isDrawn = useAfterPaint(lineage !== undefined && lineage !== null);
  const openKeys = state.open === null ? 'all' : [...state.open].join();
  const verbKeys = verbs === null ? 'all' : [...verbs].join();
  const papers = useMemo(() => (lineage ? [lineage.root, ...lineage.nodes.map(({ document }) => document)] : []), [lineage]);
  // The keys stand for the sets, which are new each time.
  const reached = useMemo(
    () => (lineage ? reach(lineage.root.id, papers, lineage.links, direction, depth, (verb) => verbs?.has(verb) ?? true) : undefined),
    [lineage, papers, verbKeys],
  );
  const folding = useMemo(() => reached && fold(reached, (key) => state.open?.has(key) ?? true), [reached, openKeys]);

  if (error && !lineage) return <Problem error={error} again={again} />;
  if (!data) return <Loading what="Following the citations" />;
  if (!lineage || !reached || !folding) return <UnknownThing id={id} />;
  const lineageAddress = (other: string) => withParameters(lineageOf(other), handedOn);
  const head = headOf(lineage.root);
  const counts = countVerbs(lineage.links);
  const choose = (chosen: readonly string[]) => change({ verbs: chosen.length === counts.length ? null : new Set(chosen) });
  const toggle = ({ key }: Item) => {
    const open = new Set(state.open ?? folding.stacks.map((stack) => stack.key));
    if (!open.delete(key)) open.add(key);
    change({ open });
  };
  const isAlone = reached.texts.size === 1;
  return (
    <Page
      title={`Lineage of ${head}`}
      tab={`Lineage of ${head}`}
      lead={lineage.root.title === head ? undefined : lineage.root.title}
      actions={
        <>
          <a class="button" href={withParameters('/paths', { from: lineage.root.id })}>
            Chains to another text
          </a>
          <a class="button" href={addressOf(lineage.root.id)}>
            Page of {head}
          </a>
        </>
      }
      wide
    >
      <div class="lineage-controls" aria-busy={loading}>
        <Choice
          legend="The text"
          name="direction"
          choices={directions}
          chosen={wanted.direction}
          choose={(value) => change({ direction: value, open: new Set() })}
        />
        <Choice
          legend="Citations away"
          name="depth"
          choices={depths.map((value) => [value, value] as const)}
          chosen={String(wanted.depth) as (typeof depths)[number]}
          choose={(value) => change({ depth: Number(value), open: new Set() })}
        />
        <DocumentPicker label="Another text" choose={(other) => route(lineageAddress(other))} />
      </div>
      {counts.length > 0 && <Legend verbs={counts} isChosen={(verb) => verbs?.has(verb) ?? true} choose={choose} />}
      <p class="lineage-summary" role="status">
        {summary(reached, state)}
        {lineage.truncated && (
          <strong>
            {' '}
            More is within reach: only the nearest {papers.length - 1} are shown.{' '}
            {state.most < most && (
              <button type="button" class="button" onClick={() => change({ most })}>
                Show up to {most.toLocaleString('en')}
              </button>
            )}
          </strong>
        )}
      </p>
      {error && <Problem error={error} again={again} />}
      {isAlone ? (
        <Alone root={reached.root} isFiltered={verbs !== null && counts.length > 0} direction={direction} />
      ) : (
        <>
          <Picture
            reached={reached}
            folding={folding}
            all={state.all}
            lineageAddress={lineageAddress}
            toggle={toggle}
            tools={
              <Switches
                all={state.all}
                setAll={(all) => change({ all })}
                citations={reached.citations.length}
                drawn={shownCitations(reached, false).length}
                stacks={folding.stacks.length}
                isOpen={folding.stacks.every(({ key }) => state.open?.has(key) ?? true)}
                setOpen={(isOpen) => change({ open: isOpen ? null : new Set() })}
              />
            }
          />
          <MarkLegend />
          <Section title="The same as a table" count={reached.texts.size - 1}>
            {isDrawn ? <LineageTable reached={reached} lineageAddress={lineageAddress} /> : <Loading />}
          </Section>
        </>
      )}
    </Page>
  );
}
