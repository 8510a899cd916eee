/** The node of a document that is known only because another one names it. */
import { isPartialDate } from '../../domain/date.js';
import type { Evidence, NodeRecord } from '../../domain/records.js';
import { canonicalSymbol } from '../../domain/symbol.js';
import { nodeRecord } from './extracted.js';

/** The annual reports of the Commission on its sessions, since the first of 1993: E/2020/31, E/2020/31-E/CN.16/2020/4. */
const sessionReport = /^E\/(?:199[3-9]|20\d\d)\/31(?:$|-E\/CN\.16\/)/;
const act = /^([AE])(?:\/(RES|DEC)\/| (agreed conclusions) )/;

/**
 * A resolution or decision by its symbol, a report of the Commission on a session, or another document; without title, since the text gives none.
 * Which reports of the Secretary-General are of the series on the World Summit no symbol tells: they are other documents until they are read.
 *
 * @returns null when it is not the symbol of a document
 */
export function citedNode(text: string, date: string | null, source: Evidence, type: 'other' | 'draft' = 'other'): NodeRecord | null {
  const symbol = canonicalSymbol(text);
  if (symbol === null) return null;
  const common = { symbol, date: date !== null && isPartialDate(date) ? date : null, citationsRead: 'NONE' };
  const [, organ, form, agreed] = act.exec(symbol) ?? [];
  if (organ) {
    const body = organ === 'E' ? 'ECONOMIC_AND_SOCIAL_COUNCIL' : 'GENERAL_ASSEMBLY';
    const named = agreed ? 'AGREED_CONCLUSIONS' : form === 'DEC' ? 'DECISION' : 'RESOLUTION';
    return nodeRecord(
      'RESOLUTION',
      `resolution/${symbol}`,
      { ...common, body, form: named, family: 'CITED_ONLY', asksRead: 'NONE' },
      source,
    );
  }
  if (sessionReport.test(symbol)) {
    return nodeRecord('REPORT', `report/${symbol}`, { ...common, series: 'CSTD_SESSION', contributorList: 'NONE' }, source);
  }
  return nodeRecord('OTHER_DOCUMENT', `other-document/${symbol}`, { ...common, type }, source);
}
