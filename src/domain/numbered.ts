/** References to things that are known by a number: action lines, goals and their targets, sessions of the Commission. */
import type { Kind } from './vocabulary.js';

/** A kind and the part of the id after its prefix. */
export type Reading = readonly [kind: Kind, local: string];

const actionLine =
  /^(?:the )?(?:wsis )?(?:(?:action[ _/-]?lines?|al)[ :_/-]{0,2})?(?:no\.? ?)?c[ .-]?0?(\d{1,2})(?:[ .:_/-]{1,3}(.{1,40}))?$/;
const numberedLine = /^(?:the )?(?:wsis )?action[ _-]?lines?[ :_-]{1,2}(?:no\.? ?)?0?(\d{1,2})$/;
const subLine = /^(?:e[ -]?)?([a-z]{4,20})$/;
const bareSubLine =
  /^(?:the )?(?:wsis )?(?:action[ _/-]?lines?[ :_/-]{0,2})?e(?:[ -]([a-z]{4,20})|(government|business|learning|health|employment|environment|agriculture|science))$/;

/** `C7`, `action line C5`, `action line 5`, `c7 e-health`, `C7.eHealth`; also `e-health` alone: all sub-lines are of C7 and begin with "e-". */
function readActionLine(text: string): Reading[] {
  const alone = bareSubLine.exec(text);
  if (alone) return [['ACTION_LINE', `C7.e-${alone[1] ?? alone[2]}`]];
  const [, number, part] = actionLine.exec(text) ?? numberedLine.exec(text) ?? [];
  if (!number) return [];
  if (!part) return [['ACTION_LINE', `C${number}`]];
  const topic = subLine.exec(part);
  return topic ? [['ACTION_LINE', `C${number}.e-${topic[1]}`]] : [];
}

const goal = '(?:the )?(?:un )?(?:sdgs?|(?:sustainable development |global )?goals?)[ .:#_/-]{0,2}(?:no\\.? ?)?';
const goalNumber = new RegExp(`^${goal}0?(\\d{1,2})$`);
const target = new RegExp(`^(?:${goal})?(?:sdg[ -])?(?:targets? )?(?:no\\.? ?)?(\\d{1,2})(?:\\.(\\d{1,2}|[a-d])|([a-d]))$`);

/** `Goal 9`, `SDG9`, `Sustainable Development Goal 9`; `9.c`, `target 9.c`, `SDG target 9.C`. */
function readGoal(text: string): Reading[] {
  const number = goalNumber.exec(text)?.[1];
  if (number) return [['SDG', number]];
  const [, of, point, letter] = target.exec(text) ?? [];
  return of ? [['SDG_TARGET', `${of}.${point ?? letter}`]] : [];
}

const units = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const teens = [
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
const after = (ten: string): string[] => units.slice(0, 9).map((unit) => `${ten}-${unit}`);
/** The ordinals from first to fortieth, in order. */
const ordinals = [...units, ...teens, ...after('twenty'), 'thirtieth', ...after('thirty'), 'fortieth'];

const body = '(?:(?:un |united nations )?(?:cstd|commission(?: on science and technology for development)?))';
const ordinal = '(\\d{1,3}(?:st|nd|rd|th)|[a-z]{5,12}(?:[ -][a-z]{5,7})?)';
const sessionForms = [
  // 24th session of the CSTD, twenty-fourth session, 24th CSTD session, 24th CSTD
  new RegExp(`^(?:the )?${ordinal} (?:annual |regular )?session(?: of (?:the )?${body})?$`),
  new RegExp(`^(?:the )?${ordinal} ${body}(?: session)?$`),
  // CSTD-24, CSTD 24, CSTD session 24, CSTD 24th session, CSTD twenty-fourth session, CSTD session 24 (2021)
  new RegExp(`^(?:the )?${body}[ ,_/-]{0,2}(?:session )?(?:no\\.? ?)?(?:${ordinal}|(\\d{1,3}))(?: session)?(?: \\(\\d{4}\\))?$`),
  new RegExp(`^session (\\d{1,3})(?: of (?:the )?${body})?$`),
];

/** `CSTD-24`, `24th session of the CSTD`, `twenty-fourth session`. */
function readSession(text: string): Reading[] {
  for (const form of sessionForms) {
    const said = form.exec(text)?.slice(1).find(Boolean);
    if (said) {
      const word = said.replace(/ session$/, '').replace(' ', '-');
      const number = /^\d/.test(said) ? Number.parseInt(said, 10) : ordinals.indexOf(word) + 1;
      return number > 0 ? [['SESSION', `CSTD-${number}`]] : [];
    }
  }
  return [];
}

/**
 * What numbered things a text may stand for, whether they exist or not.
 * @param text tidied (tidy.ts)
 */
export function numberedReadings(text: string): Reading[] {
  const plain = text.toLowerCase();
  return [...readActionLine(plain), ...readGoal(plain), ...readSession(plain)];
}
