/** The legend of the verbs, which is the filter too; and the legend of the marks. */
import { useId, useState } from 'preact/hooks';
import { count } from '../words.js';
import { InlineMark, LineSample } from './marks.js';
import { verbInWords } from './places.js';
import type { VerbCount } from './verbs.js';

interface LegendProps {
  /** all verbs of the lineage with their numbers, whichever are chosen */
  verbs: readonly VerbCount[];
  isChosen: (verb: string) => boolean;
  /** chooses exactly these */
  choose: (verbs: readonly string[]) => void;
}

interface CheckProps {
  verb: VerbCount;
  checked: boolean;
  toggle: () => void;
}

function Check({ verb, checked, toggle }: CheckProps) {
  return (
    <label class="legend-verb">
      <input type="checkbox" checked={checked} onChange={toggle} />
      <LineSample style={verb.style} />
      {verbInWords(verb.verb)} <span class="count">{verb.count.toLocaleString('en')}</span>
    </label>
  );
}

export function Legend({ verbs, isChosen, choose }: LegendProps) {
  const id = useId();
  const chosen = verbs.map(({ verb }) => verb).filter(isChosen);
  const toggle = (verb: string) => choose(chosen.includes(verb) ? chosen.filter((other) => other !== verb) : [...chosen, verb]);
  const check = (verb: VerbCount) => <Check key={verb.verb} verb={verb} checked={isChosen(verb.verb)} toggle={() => toggle(verb.verb)} />;
  const rare = verbs.filter(({ style }) => style === 'other');
  const rareChosen = rare.filter(({ verb }) => isChosen(verb));
  const toggleRare = () => {
    const names = rare.map(({ verb }) => verb);
    const others = chosen.filter((verb) => !names.includes(verb));
    choose(rareChosen.length === rare.length ? others : [...others, ...names]);
  };
  const [isOpen] = useState(() => matchMedia('(min-width: 46rem)').matches);
  return (
    <details class="legend-fold" open={isOpen}>
      <summary>
        Verbs <span class="count">{chosen.length === verbs.length ? verbs.length : `${chosen.length} of ${verbs.length}`}</span>
      </summary>
      <fieldset class="legend" aria-describedby={`${id}-note`}>
        <legend>Verbs</legend>
        <div class="legend-verbs">
          {verbs.filter(({ style }) => style !== 'other').map(check)}
          {rare.length > 0 && (
            <details class="legend-rare">
              <summary>
                <span class="visually-hidden">Each of the </span>
                {count(rare.length, 'rarer verb')}
              </summary>
              <div class="legend-verbs">{rare.map(check)}</div>
            </details>
          )}
          {rare.length > 0 && (
            <label class="legend-verb legend-other">
              <input
                type="checkbox"
                checked={rareChosen.length === rare.length}
                ref={(box) => {
                  if (box) box.indeterminate = rareChosen.length > 0 && rareChosen.length < rare.length;
                }}
                onChange={toggleRare}
              />
              <LineSample style="other" />
              other verbs <span class="count">{rare.reduce((sum, verb) => sum + verb.count, 0).toLocaleString('en')}</span>
            </label>
          )}
          {chosen.length < verbs.length && (
            <button type="button" class="button legend-all" onClick={() => choose(verbs.map(({ verb }) => verb))}>
              All verbs
            </button>
          )}
        </div>
        <p id={`${id}-note`} class="visually-hidden">
          A verb that is not chosen leaves the picture and the table, with what is reached by it alone.
        </p>
      </fieldset>
    </details>
  );
}

/** What the marks mean. */
export function MarkLegend() {
  return (
    <ul class="mark-legend" aria-label="Marks">
      <li>
        <InlineMark read="FULL" /> citations read
      </li>
      <li>
        <InlineMark read="PARTIAL" /> read in parts
      </li>
      <li>
        <InlineMark read="NONE" /> not read: it ends here for that reason alone
      </li>
      <li>
        <InlineMark read="STACK" /> several texts, folded
      </li>
      <li>
        <svg class="line-sample" viewBox="0 0 30 10" aria-hidden="true">
          <path class="wire" d="M0 5H24" />
          <path class="wire-head" d="M30 5l-7 -4v8z" />
        </svg>
        from a text to what it cites
      </li>
    </ul>
  );
}
