/** One planted fault in one row: it is told with file, line and column, and nothing else is. */
import { readDataset } from '../../src/dataset/read-dataset.js';
import { appendRow, problemsOf, writtenDataset } from '../support/write-dataset.js';

const entity = { id: 'entity/NEW', name: 'New body', category: 'BUSINESS', un_system: 'false' };
const goal = { id: 'sdg/1', number: '1', title: 'No poverty' };
const event = { id: 'event/new', name: 'New event', type: 'FORUM' };
const session = { id: 'session/CSTD-25', number: '25' };
const resolution = {
  id: 'resolution/A/RES/75/202',
  symbol: 'A/RES/75/202',
  body: 'GENERAL_ASSEMBLY',
  form: 'RESOLUTION',
  family: 'GA_STI',
  asks_read: 'NONE',
  citations_read: 'NONE',
};
const report = { id: 'report/E/2011/31', symbol: 'E/2011/31', citations_read: 'NONE', series: 'CSTD_SESSION', contributor_list: 'NONE' };
const made = { from: 'entity/WHO', to: 'contribution/A/76/64-E/2021/11/p19.2' };
const facilitates = { from: 'entity/WHO', to: 'action-line/C2', role: 'LEAD' };

type Cells = Record<string, string>;
const cases: [string, string, Cells, RegExp][] = [
  ['a required cell that is empty', 'entities.csv', { ...entity, name: '' }, /: name: is required$/],
  [
    'a document without symbol and title, and so without a name',
    'other-documents.csv',
    { id: 'other-document/note', type: 'note', citations_read: 'NONE' },
    /: title: is required where there is no symbol$/,
  ],
  ['a required enum that is empty', 'entities.csv', { ...entity, category: '' }, /: category: is required: one of UN_SPECIALISED_AGENCY, /],
  [
    'a value outside of its enum',
    'entities.csv',
    { ...entity, category: 'Company' },
    /: category: "Company" is not one of UN_SPECIALISED_AGENCY, .*BUSINESS/,
  ],
  ['a boolean in capitals', 'entities.csv', { ...entity, un_system: 'TRUE' }, /: un_system: "TRUE" is neither true nor false$/],
  ['a number with a fraction', 'sdgs.csv', { ...goal, number: '1.5' }, /: number: "1\.5" is not a whole number from 1 to 17$/],
  ['a number with a leading zero', 'sdgs.csv', { ...goal, number: '01' }, /: number: "01" is not a whole number/],
  ['a number out of its range', 'sdgs.csv', { ...goal, id: 'sdg/18', number: '18' }, /: number: "18" is not a whole number from 1 to 17$/],
  ['the thirtieth of February', 'events.csv', { ...event, start_date: '2021-02-30' }, /: start_date: "2021-02-30" is not a date/],
  ['a date written otherwise', 'events.csv', { ...event, start_date: '17 May 2021' }, /: start_date: "17 May 2021" is not a date/],
  ['a relative address', 'entities.csv', { ...entity, homepage: 'www.itu.int' }, /: homepage: "www\.itu\.int" is not an absolute http/],
  [
    'an address of another scheme',
    'entities.csv',
    { ...entity, homepage: 'javascript:alert(1)' },
    /: homepage: .* is not an absolute http/,
  ],
  [
    'a list of addresses with a relative one',
    'entities.csv',
    { ...entity, same_as: 'https://ror.org/x|Q42' },
    /: same_as: "Q42" is not an absolute http/,
  ],
  ['a symbol in an unusual form', 'resolutions.csv', { ...resolution, symbol: 'a/res/75/202' }, /: symbol: .*write "A\/RES\/75\/202"$/m],
  [
    'a symbol that is none',
    'resolutions.csv',
    { ...resolution, symbol: 'seventy' },
    /: symbol: "seventy" is not the symbol of a document$/m,
  ],
  ['an empty value in a list', 'entities.csv', { ...entity, alternate_names: 'a||b' }, /: alternate_names: "a\|\|b" has an empty value/],
  ['a value twice in a list', 'entities.csv', { ...entity, alternate_names: 'a|a' }, /: alternate_names: "a" stands twice in the list$/],
  [
    'a name in decomposed letters',
    'entities.csv',
    { ...entity, name: 'Sen\u0303al' },
    /: name: .* is not in Unicode normalization form C$/,
  ],
  ['a name with a tab', 'entities.csv', { ...entity, name: 'New\tbody' }, /: name: "New\\u\{9\}body" holds a control character/],
  ['a name that lost a letter', 'entities.csv', { ...entity, name: 'Se\ufffdal' }, /: name: .* holds a replacement character/],
  ['an empty id', 'entities.csv', { ...entity, id: '' }, /: id: the id is empty$/],
  ['an id of another kind', 'entities.csv', { ...entity, id: 'region/NEW' }, /: id: the id "region\/NEW" must begin with entity\/$/],
  ['an id that is a prefix alone', 'entities.csv', { ...entity, id: 'entity/' }, /: id: the id "entity\/" has an empty part$/],
  [
    'an id with a control character',
    'entities.csv',
    { ...entity, id: 'entity/N\u0007' },
    /: id: the id "entity\/N\\u\{7\}" holds a control character/,
  ],
  ['an id with an invisible character', 'entities.csv', { ...entity, id: 'entity/N\u200bEW' }, /: id: .* holds a control character/],
  [
    'an id in decomposed letters',
    'entities.csv',
    { ...entity, id: 'entity/Sen\u0303al' },
    /: id: .* is not in Unicode normalization form C$/,
  ],
  ['an id named __proto__', 'entities.csv', { ...entity, id: 'entity/__proto__' }, /: id: .* has a name that JavaScript reserves$/],
  ['an id named constructor', 'entities.csv', { ...entity, id: 'entity/constructor' }, /: id: .* has a name that JavaScript reserves$/],
  [
    'an id that does not fit its code',
    'sdgs.csv',
    { ...goal, id: 'sdg/2' },
    /: id: the id "sdg\/2" does not fit the number "1", of which it would be "sdg\/1"$/,
  ],
  [
    'an id that stands twice',
    'entities.csv',
    { ...entity, id: 'entity/ITU' },
    /: id: the id "entity\/ITU" stands already at entities\.csv:2$/,
  ],
  [
    'an id that differs by case',
    'entities.csv',
    { ...entity, id: 'entity/itu' },
    /: id: the id "entity\/itu" differs only by case .* "entity\/ITU" at entities\.csv:2$/,
  ],
  [
    'an id that differs by width',
    'entities.csv',
    { ...entity, id: 'entity/ＩＴＵ' },
    /: id: the id .* differs only by case or Unicode form from "entity\/ITU" at entities\.csv:2$/,
  ],
  [
    'an event that ends before it starts',
    'events.csv',
    { ...event, start_date: '2021-05', end_date: '2021-04-30' },
    /: end_date: .* is before start_date 2021-05$/,
  ],
  [
    'a report of a cycle that ends before it starts',
    'reports.csv',
    { ...report, cycle: '2010', cycle_from: '2011' },
    /: cycle: .* is before cycle_from 2011$/,
  ],
  [
    'a session number that stands twice',
    'sessions.csv',
    { ...session, number: '24' },
    /: number: session number 24 stands already at sessions\.csv:3$/m,
  ],
  [
    'a session before its predecessor',
    'sessions.csv',
    { ...session, start_date: '2021-03' },
    /: start_date: session 25 begins on 2021-03, before the end of session 24 \(2021-05-21, line 3\)$/,
  ],
  ['a row without evidence', 'entities.csv', { ...entity, source_title: '' }, /: evidence_document: no evidence: give/],
  [
    'a row without method',
    'entities.csv',
    { ...entity, method: '' },
    /: method: is required: one of CURATED, EXTRACTED, INFERRED, UNVERIFIED$/,
  ],
  [
    'an inference without its rule',
    'entities.csv',
    { ...entity, method: 'INFERRED' },
    /: rule: method INFERRED needs the name of its rule$/,
  ],
  [
    'a rule without inference',
    'entities.csv',
    { ...entity, rule: 'by-name' },
    /: rule: a rule belongs to method INFERRED, not to "CURATED"$/,
  ],
  ['a confidence over one', 'entities.csv', { ...entity, confidence: '1.2' }, /: confidence: "1\.2" is not a number from 0 to 1$/],
  ['a confidence in per cent', 'entities.csv', { ...entity, confidence: '90%' }, /: confidence: "90%" is not a number from 0 to 1$/],
  [
    'sources that are not parallel',
    'entities.csv',
    { ...entity, source_title: 'a|b', source_url: 'https://a.org' },
    /: source_url: source_title has 2 values and source_url 1/,
  ],
  [
    'a source without title and address',
    'entities.csv',
    { ...entity, source_title: 'a|', source_url: '|' },
    /: source_title: one of the sources has neither/,
  ],
  [
    'a paragraph written in words',
    'entities.csv',
    { ...entity, evidence_paragraph: 'para. 12' },
    /: evidence_paragraph: "para\. 12" is not a paragraph/,
  ],
  [
    'a footnote that is no number',
    'entities.csv',
    { ...entity, evidence_footnote: 'iv' },
    /: evidence_footnote: "iv" is not a whole number/,
  ],
  ['a place that is none', 'entities.csv', { ...entity, evidence_where: 'TITLE' }, /: evidence_where: "TITLE" is not one of HEADER, /],
  [
    'a language in words',
    'entities.csv',
    { ...entity, evidence_language: 'English' },
    /: evidence_language: "English" is not a language code/,
  ],
  [
    'evidence that is not in the dataset',
    'entities.csv',
    { ...entity, evidence_document: 'report/A/1/1' },
    /: evidence_document: there is no "report\/A\/1\/1" in the dataset$/,
  ],
  [
    'evidence that is no document',
    'entities.csv',
    { ...entity, evidence_document: 'entity/ITU' },
    /: evidence_document: "entity\/ITU" is of kind ENTITY; allowed here is one of RESOLUTION, /,
  ],
  ['a link from nothing', 'links/made.csv', { ...made, from: 'entity/UNICEF' }, /: from: there is no "entity\/UNICEF" in the dataset$/],
  [
    'a link from an id in other letters',
    'links/made.csv',
    { ...made, from: 'entity/who' },
    /: from: there is no "entity\/who" in the dataset; "entity\/WHO" is at entities\.csv:3$/,
  ],
  ['a link without its end', 'links/made.csv', { ...made, to: '' }, /: to: is required$/],
  [
    'a link to something of a wrong kind',
    'links/made.csv',
    { ...made, to: 'action-line/C2' },
    /: to: "action-line\/C2" is of kind ACTION_LINE; allowed here is one of CONTRIBUTION$/,
  ],
  ['a link to what is no id', 'links/made.csv', { ...made, to: 'C2' }, /: to: "C2" is not an id; an id begins with one of action-line\/, /],
  [
    'a link with evidence from nowhere',
    'links/made.csv',
    { ...made, evidence_document: 'report/A/1/1' },
    /: evidence_document: there is no "report\/A\/1\/1"/,
  ],
  [
    'a span of attestation that ends before it starts',
    'links/facilitates.csv',
    { ...facilitates, attested_from: '2010', attested_to: '2009' },
    /: attested_to: attested_to 2009 is before attested_from 2010$/,
  ],
  [
    'a link that stands twice with the same evidence',
    'links/facilitates.csv',
    { ...facilitates, from: 'entity/ITU', attested_from: '2006', source_title: 'Invented for the tests' },
    /: the same link with the same evidence stands already at line 2$/,
  ],
  [
    'rows of one link that disagree',
    'links/facilitates.csv',
    { ...facilitates, from: 'entity/ITU', attested_from: '2007', note: 'x' },
    /: attested_from: says "2007" of a link of which line 2 says "2006"$/,
  ],
  [
    'a source that stands twice in a row',
    'links/facilitates.csv',
    { ...facilitates, source_title: 'a|a', source_url: '|' },
    /: one source stands twice in the row$/,
  ],
  [
    'an entity that is a member of itself',
    'links/member-of.csv',
    { from: 'entity/ITU', to: 'entity/ITU' },
    /: to: "entity\/ITU" is linked to itself$/,
  ],
];

test.each(cases)('rows 51, 52, 53: %s is told with its line', async (_, file, cells, expected) => {
  const directory = await writtenDataset();
  const line = await appendRow(directory, file, cells);
  const problems = await problemsOf(directory);
  expect(problems.join('\n')).toMatch(expected);
  expect(problems.filter((problem) => !problem.startsWith(`${file}:${line}:`))).toEqual([]);
  expect((await readDataset(directory)).dataset).toBeNull();
});

test('a row that fails its own checks can still be referred to', async () => {
  const directory = await writtenDataset();
  const line = await appendRow(directory, 'entities.csv', { ...entity, category: 'Company' });
  await appendRow(directory, 'links/made.csv', { ...made, from: entity.id });
  const problems = await problemsOf(directory);
  expect(problems).toEqual([expect.stringContaining(`entities.csv:${line}: category: "Company"`)]);
});

test('a fact without any source is accepted where it says so itself', async () => {
  const directory = await writtenDataset();
  await appendRow(directory, 'entities.csv', { ...entity, source_title: '', method: 'UNVERIFIED' });
  expect(await problemsOf(directory)).toEqual([]);
});

test('another document needs no title where it has a symbol, which is its name then', async () => {
  const directory = await writtenDataset();
  const id = 'other-document/A/99/1';
  await appendRow(directory, 'other-documents.csv', { id, symbol: 'A/99/1', type: 'other', citations_read: 'NONE' });
  const { dataset } = await readDataset(directory);
  expect(dataset?.nodes.find((node) => node.id === id)).toMatchObject({ title: null, name: 'A/99/1' });
});
