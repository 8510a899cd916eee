/** The contributions that an annual report tells of: for each paragraph on implementation, who did something, and who is only named. */

import type { EntityFinder, EntityMention } from '../entities.js';
import type { ContributionFacts, Unresolved } from '../facts.js';
import type { Outline, Paragraph } from '../outline/outline.js';
import { actorsOf, type Resolve } from './activity-actors.js';
import { clausesOf } from './activity-clauses.js';
import { isWord, sentencesOf, type Token } from './activity-tokens.js';
import { goalsIn } from './goals.js';
import { linesByOrder, type SectionReader, tellsOfImplementation, withoutNumber } from './section-tags.js';

export interface ContributionReading {
  /** in the order of the text: one for each paragraph and set of those who did something together */
  contributions: readonly ContributionFacts[];
  /** paragraphs on implementation that name an entity, and in which none that the dataset has does anything */
  unresolved: readonly Unresolved[];
}

/** Their acts are documents and sessions, told as citations. The whole system is nobody in particular. */
const noActors: ReadonlySet<string> = new Set([
  'entity/General-Assembly',
  'entity/ECOSOC',
  'entity/CSTD',
  'entity/HLPF',
  'entity/UN-System',
]);

/** More of a paragraph is not read; real ones have a few thousand characters. */
const longestParagraph = 40_000;

/** Names farther back are not meant by "the Commission". */
const memory = 60;

const ofOne = new Set(['it', 'its']);
const ofSeveral = new Set(['they', 'their']);
const both = new Set(['both', 'two', 'three', 'four', 'five']);
/** What an entity is called when its name is not repeated. */
const kinds =
  /^(?:commission|group|organi[sz]ation|union|agency|agencies|entity|entities|fund|programme|department|office|bank|secretariat|forum|society|consortium|association|partnership|institute|foundation|council|conference|centre|alliance|network|university|federation|bodies|body|partners|organi[sz]ations|commissions|chamber|panel|coalition|league)$/;

/** Who was spoken of before a place: the subject of the clause before, and the names in the text so far and in the headings. */
class Antecedents {
  private last: readonly string[] = [];
  private lastPair: readonly string[] = [];
  private spoken: string[] = [];

  constructor(private readonly entities: EntityFinder) {}

  /** A new paragraph: under the same heading the subject of the one before may still be meant. */
  begin(sameSection: boolean, ofHeadings: readonly string[]): void {
    if (!sameSection) this.last = [];
    this.lastPair = [];
    this.spoken = [...ofHeadings, ...this.last];
  }

  heard(tokens: readonly Token[]): void {
    for (const { id } of tokens) if (id !== null) this.spoken.push(id);
    if (this.spoken.length > memory) this.spoken = this.spoken.slice(-memory);
  }

  said(subject: readonly string[] | null): void {
    if (subject === null) return;
    this.last = subject;
    if (subject.length > 1) this.lastPair = subject;
  }

  /** "It", "Its …", "The Commission", "Both organizations" at the head of a clause. */
  readonly resolve: Resolve = (tokens, at) => {
    const first = tokens[at];
    // "X and Y built a mast. It stands": one is spoken of, and it is none of the two.
    if (isWord(first, ofOne)) return this.last.length === 1 ? this.last : [];
    if (isWord(first, ofSeveral)) return this.last;
    if (first?.kind !== 'WORD') return null;
    const article = first.lower === 'the';
    let noun = at + (article || isWord(first, both) ? 1 : 0);
    if (isWord(tokens[noun], both)) noun++;
    const named = tokens[noun];
    if (named?.kind !== 'WORD' || (noun === at && first.lower !== 'both')) return null;
    const several = isWord(tokens[noun - 1], both);
    if (!kinds.test(named.lower)) return null;
    // "The Forum on Finance" is a name of its own.
    if (
      /^\p{Lu}/u.test(named.text) &&
      (tokens[noun + 1]?.lower === 'of' || tokens[noun + 1]?.lower === 'for' || tokens[noun + 1]?.lower === 'on')
    )
      return null;
    if (several) return this.lastPair.length > 0 ? this.lastPair : this.last;
    if (/^\p{Ll}/u.test(named.text)) return this.last;
    return this.called(named.lower);
  };

  /** The entity spoken of last whose name has this noun; none when that is not known. */
  private called(noun: string): readonly string[] {
    const has = (id: string): boolean =>
      this.entities.namesOf(id).some((name) =>
        name
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .includes(noun),
      );
    const inSubject = this.last.filter(has);
    if (inSubject.length > 0) return inSubject;
    const found = this.spoken.findLast(has);
    return found === undefined ? [] : [found];
  }
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The sets of entities that do something together in a paragraph, in order; each set once. */
function activitiesIn(sentences: readonly Token[][], antecedents: Antecedents): string[][] {
  const sets = new Map<string, string[]>();
  for (const sentence of sentences) {
    for (const clause of clausesOf(sentence)) {
      const { subject, activities } = actorsOf(sentence, clause, antecedents.resolve);
      for (const activity of activities) {
        const actors = distinct(activity).filter((id) => !noActors.has(id));
        const key = actors.toSorted().join(' ');
        if (actors.length > 0 && !sets.has(key)) sets.set(key, actors);
      }
      antecedents.heard(sentence.slice(clause.from, clause.to));
      antecedents.said(subject);
    }
  }
  return [...sets.values()];
}

/** Reads the contributions of an annual report from its outline. */
export function readContributions(outline: Outline, entities: EntityFinder, sections: SectionReader): ContributionReading {
  const contributions: ContributionFacts[] = [];
  const unresolved: Unresolved[] = [];
  const byOrder = linesByOrder(outline.paragraphs, sections);
  const antecedents = new Antecedents(entities);
  let before: Paragraph | null = null;
  for (const paragraph of outline.paragraphs) {
    const { number, section } = paragraph;
    const text = paragraph.text.slice(0, longestParagraph);
    if (number === null || paragraph.annex !== null || !tellsOfImplementation(section, sections)) continue;
    const mentions = entities.find(text);
    const ofHeadings = section.slice(-1).flatMap((heading) => entities.find(heading).map(({ id }) => id));
    antecedents.begin(before !== null && before.section.join('\n') === section.join('\n'), ofHeadings);
    before = paragraph;
    const activities = activitiesIn(sentencesOf(text, mentions), antecedents);
    if (activities.length === 0) unresolved.push(...withoutActor(paragraph, mentions));
    const doers = new Set(activities.flat());
    const ordered = section.map((heading) => byOrder.get(heading)).filter((id): id is string => id !== undefined);
    const named = sections.actionLines(section);
    for (const activity of activities)
      contributions.push({
        paragraph: number,
        entities: activity,
        mentioned: distinct(mentions.map(({ id }) => id)).filter((id) => !doers.has(id)),
        actionLines: named.length > 0 ? named : ordered.slice(-1),
        regions: sections.regions(section),
        sdgs: goalsIn(text),
        section: section.map(withoutNumber),
      });
  }
  return { contributions, unresolved };
}

function withoutActor({ number, text }: Paragraph, mentions: readonly EntityMention[]): Unresolved[] {
  const [first] = mentions.filter(({ id }) => !noActors.has(id));
  if (!first) return [];
  return [
    {
      about: 'paragraph',
      text: text.slice(0, 120),
      paragraph: number,
      reason: `names ${first.printed.slice(0, 60)}, and says of no entity of the dataset what it did`,
    },
  ];
}
