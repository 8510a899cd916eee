/** The text of a cell read as a value of its type, with what is wrong with it. */
import { isPartialDate } from '../domain/date.js';
import type { PropertySpec } from '../domain/graph.js';
import type { Value } from '../domain/records.js';
import { canonicalSymbol } from '../domain/symbol.js';
import { oneOf, quoted } from './problems.js';

/** Takes a message about the cell at hand. */
export type Report = (message: string) => void;

/** What stands between the values of a list in a cell. */
export const listSeparator = '|';

/** Reports text that would not come back as it was written: other forms of one letter, control characters, blanks at its ends. */
export function checkText(text: string, report: Report): void {
  if (/^[!-~](?:[ -~]*[!-~])?$/.test(text)) return;
  if (/\p{Cc}/u.test(text)) report(`${quoted(text)} holds a control character such as a tab or a line break`);
  else if (text.includes('\ufffd')) report(`${quoted(text)} holds a replacement character: a letter was lost in a wrong encoding`);
  else if (text.trim() !== text) report(`${quoted(text)} begins or ends with a blank`);
  if (text.normalize('NFC') !== text) report(`${quoted(text)} is not in Unicode normalization form C`);
}

/** Whether the text is an absolute http or https address without blanks. */
export const isAddress = (text: string): boolean => /^https?:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text);

/**
 * The text by itself. What is cut out of a text is kept by V8 as a place in it, so that one cell would hold the megabyte of the file around it; and
 * one letter beyond Latin-1 in that would double the size of all.
 */
export const alone = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString());

const integer = /^(0|-?[1-9]\d{0,14})$/;

function readInteger(text: string, spec: PropertySpec, report: Report): number | null {
  const [least, greatest] = spec.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const number = integer.test(text) ? Number(text) : null;
  const range = spec.range ? ` from ${least} to ${greatest}` : '';
  if (number !== null && number >= least && number <= greatest) return number;
  report(`${quoted(text)} is not a whole number${range}`);
  return null;
}

function checkSymbol(text: string, report: Report): void {
  const canonical = canonicalSymbol(text);
  if (canonical === null) report(`${quoted(text)} is not the symbol of a document`);
  else if (canonical !== text) report(`${quoted(text)} is not the usual form of this symbol; write ${quoted(canonical)}`);
}

function readOne(text: string, spec: PropertySpec, report: Report): string | number | boolean | null {
  if (spec.type === 'integer') return readInteger(text, spec, report);
  if (spec.type === 'boolean') {
    if (text !== 'true' && text !== 'false') report(`${quoted(text)} is neither true nor false`);
    return text === 'true';
  }
  checkText(text, report);
  if (spec.values && !spec.values.includes(text)) report(`${quoted(text)} is not ${oneOf(spec.values)}`);
  if (spec.type === 'date' && !isPartialDate(text)) report(`${quoted(text)} is not a date such as 2010, 2010-09 or 2010-09-14`);
  if (spec.type === 'iri' && !isAddress(text)) report(`${quoted(text)} is not an absolute http or https address`);
  if (spec.type === 'symbol') checkSymbol(text, report);
  return spec.values?.find((value) => value === text) ?? alone(text);
}

const noValues: readonly string[] = [];

/** The value of a cell: null for an empty one, an array (perhaps empty) for a list. Faults go to `report`. */
export function readCell(text: string, spec: PropertySpec, report: Report): Value {
  if (text === '') {
    if (spec.required) report(spec.values ? `is required: ${oneOf(spec.values)}` : 'is required');
    return spec.list ? noValues : null;
  }
  if (!spec.list) return readOne(text, spec, report);
  const values = text.split(listSeparator);
  values.forEach((value, index) => {
    if (value === '') report(`${quoted(text)} has an empty value between its separators ${listSeparator}`);
    else if (values.indexOf(value) !== index) report(`${quoted(value)} stands twice in the list`);
    else readOne(value, spec, report);
  });
  return values.map(alone);
}
