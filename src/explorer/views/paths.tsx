/** Chains of citations between two texts, side by side, the shortest first. */
import { lineageOf, useParameters, withParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { Page } from '../components/page.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { Chain, type Path } from '../lineage/chain.js';
import { Choice } from '../lineage/controls.js';
import { DocumentPicker } from '../lineage/document-picker.js';
import { headOf } from '../lineage/lanes.js';
import type { Paper } from '../lineage/reach.js';
import pathsQuery from '../queries/paths.graphql?raw';
import { count } from '../words.js';
import '../lineage/lineage.css';
import '../lineage/paths.css';

interface Answer {
  start: Partial<Paper> | null;
  end: Partial<Paper> | null;
  paths: Path[];
}

const lengths = ['2', '3', '4', '6', '10'] as const;
type Length = (typeof lengths)[number];
const usual: Length = '4';
/** Chains that are asked for at first, then, then at most. */
const amounts = [12, 40, 100] as const;

const isPaper = (thing: Partial<Paper> | null | undefined): thing is Paper => thing?.citationsRead !== undefined;

/** Chains of one length together. */
function byLength(paths: readonly Path[]): [number, Path[]][] {
  const groups = new Map<number, Path[]>();
  for (const path of paths) groups.set(path.length, [...(groups.get(path.length) ?? []), path]);
  return [...groups].sort(([one], [two]) => one - two);
}

export default function PathsView() {
  const [{ from = '', to = '', longest = usual, most = '' }, change] = useParameters();
  const length = (lengths as readonly string[]).includes(longest) ? (longest as Length) : usual;
  const amount = amounts.find((number) => String(number) === most) ?? amounts[0];
  const isAsked = from !== '' && to !== '';
  const { data, error, loading, again } = useAnswer<Answer>(isAsked ? pathsQuery : null, {
    from,
    to,
    longest: Number(length),
    most: amount,
  });
  const start = data?.start;
  const end = data?.end;
  const names = isPaper(start) && isPaper(end) ? ([headOf(start), headOf(end)] as const) : undefined;
  const isSame = isPaper(start) && isPaper(end) && start.id === end.id;
  return (
    <Page
      title={names ? `From ${names[0]} to ${names[1]}` : 'Chains between two texts'}
      lead="The chains of citations by which one text rests on another: who cites whom, by which verb, in which paragraph."
      wide
    >
      <div class="paths-ends" aria-busy={loading}>
        <DocumentPicker label="The citing text" text={isPaper(start) ? headOf(start) : from} choose={(id) => change({ from: id })} />
        <button type="button" class="button paths-swap" onClick={() => change({ from: to, to: from })}>
          Swap
        </button>
        <DocumentPicker label="The cited text" text={isPaper(end) ? headOf(end) : to} choose={(id) => change({ to: id })} />
        <Choice
          legend="Citations at most"
          name="longest"
          choices={lengths.map((value) => [value, value] as const)}
          chosen={length}
          choose={(value) => change({ longest: value === usual ? undefined : value, most: undefined })}
        />
      </div>
      {error ? (
        <Problem error={error} again={again} />
      ) : !isAsked ? (
        <Empty>
          Choose two texts above, or look at{' '}
          <a href={withParameters('/paths', { from: 'resolution/A/RES/80/173', to: 'resolution/A/RES/56/183' })}>
            the chains from A/RES/80/173 back to the call for the Summit, A/RES/56/183
          </a>
          .
        </Empty>
      ) : !data ? (
        <Loading what="Looking for chains" />
      ) : !names || isSame ? (
        <Empty>Choose two different texts.</Empty>
      ) : data.paths.length === 0 ? (
        <Nothing names={names} length={length} swapped={withParameters('/paths', { from: to, to: from, longest })} />
      ) : (
        <>
          <p class="paths-summary" role="status">
            {data.paths.length < amount
              ? `${count(data.paths.length, 'chain')} of at most ${count(Number(length), 'citation')}.`
              : `The ${amount} shortest chains; there may be more. `}{' '}
            {data.paths.length >= amount && amount < amounts[2] && (
              <button
                type="button"
                class="button"
                onClick={() => change({ most: String(amount === amounts[0] ? amounts[1] : amounts[2]) }, { replace: true })}
              >
                Show up to {amount === amounts[0] ? amounts[1] : amounts[2]}
              </button>
            )}{' '}
            Of each step one citation is told; a text may cite another in more places, which its lineage shows.
          </p>
          {byLength(data.paths).map(([steps, paths]) => (
            <Section key={steps} title={steps === 1 ? 'Directly' : `By ${count(steps, 'citation')}`} count={paths.length}>
              <div class="chains">
                {paths.map((path) => (
                  <Chain key={path.documents.map(({ id }) => id).join('|')} path={path} lineageAddress={lineageOf} />
                ))}
              </div>
            </Section>
          ))}
        </>
      )}
    </Page>
  );
}

/** No chain: what that means, and where one may be. */
function Nothing({ names: [start, end], length, swapped }: { names: readonly [string, string]; length: Length; swapped: string }) {
  return (
    <Empty>
      No chain of at most {count(Number(length), 'citation')} leads from {start} to {end}. Where a text was not read, one may be hidden.
      Citations lead from a text to an older one:{' '}
      <a href={swapped}>
        look from {end} to {start}
      </a>
      .
    </Empty>
  );
}
