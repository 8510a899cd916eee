/** Clauses by the verbs that govern them: which verb reaches a place of a paragraph, and which asks. */
import { clauseAt, clausesOf, grammarOf } from '../../../src/ingest/clauses.js';
import { type Form, verbAtStart } from '../../../src/ingest/verbs.js';

type Grammar = Parameters<typeof clausesOf>[1];

/** The verb that governs the first § of a text, which is taken out before. */
function verbAt(text: string, grammar: Grammar): string | undefined {
  const at = text.indexOf('§');
  if (at < 0) throw new Error('no place is marked');
  return clauseAt(clausesOf(text.replace('§', ''), grammar), at)?.verb.citation;
}
/** The verbs that ask, in order. */
const asked = (text: string, grammar: Grammar = 'RESOLUTION') =>
  clausesOf(text, grammar)
    .filter(({ finite, verb }) => finite && verb.ask)
    .map(({ verb }) => verb.ask);

describe('verbs', () => {
  test.each([
    ['Recalling', 'Recalls', 'recall', 'RECALLS'],
    ['Reaffirming', 'Reaffirms', 'reaffirm', 'REAFFIRMS'],
    ['Noting', 'Notes', 'note', 'NOTES'],
    ['Taking note of', 'Takes note of', 'take note of', 'TAKES_NOTE_OF'],
    ['Taking note also of', 'Takes note with appreciation of', 'take further note of', 'TAKES_NOTE_OF'],
    ['Taking due note of', 'Takes also note of', 'take full note of', 'TAKES_NOTE_OF'],
    ['Welcoming', 'Welcomes', 'welcome', 'WELCOMES'],
    ['Endorsing', 'Endorses', 'endorse', 'ENDORSES'],
    ['Recognizing', 'Recognizes', 'recognize', 'RECOGNIZES'],
    ['Recognising', 'Recognises', 'recognise', 'RECOGNIZES'],
    ['Acknowledging', 'Acknowledges', 'acknowledge', 'ACKNOWLEDGES'],
    ['Stressing', 'Stresses', 'stress', 'STRESSES'],
    ['Emphasizing', 'Emphasizes', 'emphasize', 'STRESSES'],
    ['Underlining', 'Underlines', 'underline', 'STRESSES'],
    ['Underscoring', 'Underscores', 'underscore', 'STRESSES'],
    ['Highlighting', 'Highlights', 'highlight', 'STRESSES'],
    ['Reiterating', 'Reiterates', 'reiterate', 'REITERATES'],
    ['Expressing', 'Expresses', 'express', 'EXPRESSES'],
    ['Regretting', 'Regrets', 'regret', 'REGRETS'],
    ['Deploring', 'Deplores', 'deplore', 'REGRETS'],
    ['Requesting', 'Requests', 'request', 'REQUESTS'],
    ['Inviting', 'Invites', 'invite', 'INVITES'],
    ['Encouraging', 'Encourages', 'encourage', 'ENCOURAGES'],
    ['Calling upon', 'Calls upon', 'call upon', 'CALLS_UPON'],
    ['Calling on', 'Calls on', 'call on', 'CALLS_UPON'],
    ['Calling for', 'Calls for', 'call for', 'CALLS_FOR'],
    ['Urging', 'Urges', 'urge', 'URGES'],
    ['Deciding', 'Decides', 'decide', 'DECIDES'],
    ['Looking forward to', 'Looks forward to', 'look forward to', 'LOOKS_FORWARD_TO'],
    ['Bearing in mind', 'Bears in mind', 'bear in mind', 'BEARING_IN_MIND'],
    ['Considering', 'Considers', 'consider', 'CITES'],
    ['Building on', 'Builds upon', 'build on', 'CITES'],
    ['Taking into account', 'Takes into account', 'take into account', 'CITES'],
  ])('%s, %s and "We %s" are %s', (participle, third, base, verb) => {
    const forms: [string, Form][] = [
      [participle, 'PARTICIPLE'],
      [third, 'THIRD'],
      [base, 'BASE'],
    ];
    for (const [text, form] of forms) expect(verbAtStart(`${text} the lamps`, form)?.verb.citation).toBe(verb);
  });

  test.each(['Guided by', 'Guided also by', 'guided further by'])('"%s" is GUIDED_BY', (text) => {
    expect(verbAtStart(`${text} the lamps`, 'PARTICIPLE')?.verb.citation).toBe('GUIDED_BY');
  });

  test.each(['Convinced', 'Aware', 'Mindful', 'Concerned', 'Cognizant', 'Conscious', 'Determined'])(
    '"%s" begins a clause that only cites',
    (text) => {
      expect(verbAtStart(`${text} of the lamps`, 'PARTICIPLE')?.verb.citation).toBe('CITES');
    },
  );

  test.each([
    ['a noun', 'Requesters ask', 'THIRD'],
    ['another form', 'Requesting the lamps', 'THIRD'],
    ['another word', 'Lanterns are lit', 'THIRD'],
    ['nothing', '', 'BASE'],
    ['a number', '12 lamps', 'BASE'],
    ['a call of another kind', 'Calls the keepers', 'THIRD'],
  ] as const)('%s is none', (_, text, form) => {
    expect(verbAtStart(text, form)).toBeNull();
  });
});

describe('in a preamble', () => {
  test.each([
    ['the first verb', 'Recalling its resolution §70/1', 'RECALLS'],
    ['an adverb before it', 'Also recalling its resolution §70/1', 'RECALLS'],
    ['an adverb behind it', 'Recalling also its resolution §70/1', 'RECALLS'],
    ['a list under one verb', 'Recalling its resolutions 70/1, 70/125 and §72/228', 'RECALLS'],
    ['a second verb', 'Noting the lamps, and reaffirming the oil, as set forth in resolution §70/1', 'REAFFIRMS'],
    ['the first of two', 'Noting the lamps of resolution §70/1, and reaffirming the oil', 'NOTES'],
    ['a second verb without a comma', 'Recalling the lamps and reaffirming resolution §70/1', 'REAFFIRMS'],
    ['a second verb with "while"', 'Recalling the lamps, while noting resolution §70/1', 'NOTES'],
    ['a second verb with an adverb', 'Recalling the lamps, and also welcoming resolution §70/1', 'WELCOMES'],
    ['a second verb after "in this regard"', 'Recalling the lamps, and in this regard reaffirming resolution §70/1', 'REAFFIRMS'],
    ['a third verb', 'Noting the lamps, welcoming the oil, and recalling resolution §70/1', 'RECALLS'],
    [
      'the verb before a relative clause with another',
      'Recalling the outcome adopted in resolution 70/125, in which it requested the keepers to see §70/1',
      'RECALLS',
    ],
    ['the verb before "which requests"', 'Recalling resolution 70/125, which requests the keepers to hold a meeting, and §70/1', 'RECALLS'],
    [
      'the verb before "which reaffirmed … and welcomed"',
      'Recalling the report, which reaffirmed the lamps and welcomed the oil of §70/1',
      'RECALLS',
    ],
    [
      'the verb before a gerund that is the subject of the lamps',
      'Recalling the need for keepers, including reaffirmed lamps, in §70/1',
      'RECALLS',
    ],
    ['no verb of the vocabulary', 'Convinced of the lamps of §70/1', 'CITES'],
    ['another word before', 'Building on the lamps of §70/1', 'CITES'],
    ['"Considering"', 'Considering resolution §70/1', 'CITES'],
    ['a vocabulary verb after "Convinced"', 'Convinced of the lamps, and recalling §70/1', 'RECALLS'],
    ['"Having considered"', 'Having considered the report §A/80/221', 'CITES'],
    ['"Having recalled"', 'Having met, and recalling resolution §70/1', 'RECALLS'],
  ])('%s governs: %s', (_, text, verb) => {
    expect(verbAt(text, 'PREAMBLE')).toBe(verb);
  });

  test.each([
    ['Stressing the importance of promoting lamps and encouraging keepers, as in resolution §70/1', 'STRESSES'],
    ['Recalling the role of the Forum in promoting lamps and recognizing keepers, as in resolution §70/1', 'RECALLS'],
    ['Noting efforts aimed at supporting keepers and welcoming guests in resolution §70/1', 'NOTES'],
  ])('a gerund in a row of gerunds is no verb: %s', (text, verb) => {
    expect(verbAt(text, 'PREAMBLE')).toBe(verb);
  });

  test('a verb of a title governs nothing', () => {
    expect(verbAt('Recalling the report entitled “Lamps, and noting oil”, and the resolution §70/1', 'PREAMBLE')).toBe('RECALLS');
  });

  test('nothing asks', () => {
    expect(asked('Requesting the keepers, and inviting the Commission to meet', 'PREAMBLE')).toEqual([]);
  });
});

describe('in a numbered paragraph', () => {
  test.each([
    ['the first verb', 'Recalls resolution §70/1', 'RECALLS'],
    ['a second finite verb', 'Recalls the lamps, and requests the keepers to see resolution §70/1', 'REQUESTS'],
    ['a participle behind a finite verb', 'Requests the keepers to report, taking note of resolution §70/1', 'TAKES_NOTE_OF'],
    ['the finite verb where the participle only cites', 'Requests the keepers to report, considering resolution §70/1', 'REQUESTS'],
    ['the infinitive is governed by what asks for it', 'Requests the keepers to recall resolution §70/1', 'REQUESTS'],
    ['an infinitive behind another', 'Invites the keepers to see the lamps and to recall resolution §70/1', 'INVITES'],
    ['a second sentence', 'Recalls the lamps. Welcomes resolution §70/1', 'WELCOMES'],
    ['a sub-paragraph with its own verb', 'Decides as follows: (a) Welcomes the lamps; (b) Recalls resolution §70/1', 'RECALLS'],
    ['"Also"', 'Also recalls resolution §70/1', 'RECALLS'],
    ['"Takes note with appreciation"', 'Takes note with appreciation of the report §A/80/221', 'TAKES_NOTE_OF'],
    ['a relative clause', 'Recalls resolution 70/125, in which the Assembly requested a meeting, and §70/1', 'RECALLS'],
    ['"that the Assembly reaffirms"', 'Recalls the meeting that reaffirms the lamps of §70/1', 'RECALLS'],
    ['a noun like a verb', 'Recalls the lamps, requests for oil and §70/1', 'RECALLS'],
    ['a noun with an article', 'Welcomes the oil and the notes of §70/1', 'WELCOMES'],
    [
      '"supports" without a comma after "which"',
      'Recalls the Agenda, which complements the lamps and reaffirms the oil of §70/1',
      'RECALLS',
    ],
  ])('%s governs: %s', (_, text, verb) => {
    expect(verbAt(text, 'RESOLUTION')).toBe(verb);
  });

  test.each([
    ['one verb', 'Requests the keepers to report', ['REQUESTS']],
    ['two joined', 'Requests the keepers to report, and invites the Commission to meet', ['REQUESTS', 'INVITES']],
    ['two without a comma', 'Encourages the keepers and urges the Commission to meet', ['ENCOURAGES', 'URGES']],
    ['a later verb', 'Acknowledges the lamps, and invites the Commission to meet', ['INVITES']],
    ['a later verb after "in this regard"', 'Recognizes the lamps, and in this regard calls upon the keepers to wake', ['CALLS_UPON']],
    ['a later verb after a semicolon', 'Welcomes the lamps; requests the keepers to wake', ['REQUESTS']],
    ['a later sentence', 'Welcomes the lamps. Requests the keepers to wake.', ['REQUESTS']],
    ['"Decides"', 'Decides to meet', ['DECIDES']],
    ['"Also decides"', 'Also decides to meet', ['DECIDES']],
    ['"Calls for"', 'Calls for more oil', ['CALLS_FOR']],
    ['"Calls upon" with words between', 'Calls, in particular, upon the keepers to wake', ['CALLS_UPON']],
    ['"Continues to encourage"', 'Continues to encourage the keepers to wake', ['ENCOURAGES']],
    [
      'a sub-paragraph that asks',
      'Welcomes the lamps, and: (a) Invites the keepers to wake; (b) Requests the Commission to meet',
      ['INVITES', 'REQUESTS'],
    ],
    ['a passive', 'Recalls the lamps. The Commission is invited to meet', ['INVITES']],
    ['a passive of several', 'All keepers are strongly encouraged to wake', ['ENCOURAGES']],
  ])('%s asks: %s', (_, text, verbs) => {
    expect(asked(text)).toEqual(verbs);
  });

  test.each([
    ['a participle', 'Welcomes the lamps, and in this regard encouraging the keepers to wake'],
    ['a relative clause', 'Recalls resolution 70/125, in which it requested the keepers to wake'],
    ['a relative clause in the present', 'Recalls resolution 70/125, which requests the keepers to wake'],
    ['"as called for"', 'Welcomes the lamps, as called for in resolution 70/125'],
    ['"as requested"', 'Takes note of the report, as is requested in resolution 70/125'],
    ['a passive of a relative clause', 'Notes the keepers who are invited to wake'],
    ['a passive of "as"', 'Notes the lamps, as the keepers are requested to wake'],
    ['"recommends"', 'Recommends that the keepers wake'],
    ['"stresses the need"', 'Stresses the need to encourage the keepers'],
    ['an infinitive', 'Resolves to invite the keepers and to urge the Commission'],
    ['a noun', 'Welcomes the lamps, requests for oil and calls by keepers'],
  ])('%s asks nothing: %s', (_, text) => {
    expect(asked(text)).toEqual([]);
  });
});

describe('what is taken for an ask and is none, and the other way', () => {
  test.each([
    'Welcomes the decision of the Council, which decides on lamps, requests oil and invites guests',
    'Welcomes the Commission, which encourages lamps, calls upon keepers and supports oil',
  ])('a row of verbs behind "which" asks nothing: %s', (text) => {
    expect(asked(text)).toEqual([]);
  });

  test('"Calls therefore upon" asks', () => {
    expect(asked('Calls therefore upon the keepers to wake')).toEqual(['CALLS_UPON']);
  });
});

describe('in a text that says "We"', () => {
  test.each([
    ['a verb behind it', 'We request the keepers to report.', ['REQUESTS']],
    ['an adverb between', 'We also call upon the keepers to report.', ['CALLS_UPON']],
    ['"We therefore"', 'We therefore urge the keepers to report.', ['URGES']],
    ['words before it', 'In this regard, we invite the keepers to report.', ['INVITES']],
    ['"To that end, we"', 'To that end, we encourage the keepers to report.', ['ENCOURAGES']],
    ['a later verb', 'We recognize the lamps and call upon the keepers to report.', ['CALLS_UPON']],
    ['a later verb after a comma', 'We recognize the lamps, and request the keepers to report.', ['REQUESTS']],
    ['a later sentence', 'The lamps are lit. We request the keepers to report.', ['REQUESTS']],
    ['several sentences', 'We request the keepers to report. We also invite the Commission to meet.', ['REQUESTS', 'INVITES']],
    ['"and we" in the midst', 'We see the lamps, and we call for more oil.', ['CALLS_FOR']],
    ['a passive', 'The Commission is requested to report.', ['REQUESTS']],
    ['"We decide"', 'We decide to meet.', ['DECIDES']],
  ])('%s asks: %s', (_, text, verbs) => {
    expect(asked(text, 'WE')).toEqual(verbs);
  });

  test.each([
    ['"We commit to"', 'We commit to encourage the keepers.'],
    ['"We will"', 'We will invite the keepers to meet.'],
    ['an infinitive', 'We aim to support keepers and encourage the use of oil.'],
    ['an infinitive with "them"', 'We aim to support keepers and encourage them to wake.'],
    ['infinitives in a row', 'We commit to light lamps, support keepers and encourage the use of oil.'],
    ['no verb of the vocabulary', 'Lamps are lit in harbours.'],
  ])('%s asks nothing: %s', (_, text) => {
    expect(asked(text, 'WE')).toEqual([]);
  });

  test('"We, the keepers, …" has the verb behind the keepers', () => {
    expect(verbAt('We, the keepers of the lamps, reaffirm resolution §70/1.', 'WE')).toBe('REAFFIRMS');
  });

  test.each([
    ['We reaffirm resolution §70/1.', 'REAFFIRMS'],
    ['We take note of the report §A/80/221.', 'TAKES_NOTE_OF'],
    ['We recall the lamps and reaffirm resolution §70/1.', 'REAFFIRMS'],
    ['We recall the lamps. The oil of §70/1 burns.', 'CITES'],
    ['The lamps of §70/1 burn.', 'CITES'],
    ['We are guided by resolution §70/1.', 'CITES'],
  ])('a citation: %s is %s', (text, verb) => {
    expect(verbAt(text, 'WE')).toBe(verb);
  });
});

describe('which grammar a paragraph has', () => {
  test.each([
    ['Requests the keepers to report', 'RESOLUTION'],
    ['Also requests the keepers to report', 'RESOLUTION'],
    ['Takes note of the lamps', 'RESOLUTION'],
    ['We request the keepers to report', 'WE'],
    ['The lamps are lit', 'WE'],
    ['', 'WE'],
  ] as const)('"%s": %s', (text, grammar) => {
    expect(grammarOf(text)).toBe(grammar);
  });
});

test('clauses cover the paragraph from its beginning to its end, without gap', () => {
  const text = 'Notes the lamps, and requests the keepers to report; invites the Commission to meet. Decides to sleep';
  const clauses = clausesOf(text, 'RESOLUTION');
  expect(clauses[0]?.at).toBe(0);
  expect(clauses.map(({ end }) => end)).toEqual([...clauses.slice(1).map(({ at }) => at), text.length]);
});
