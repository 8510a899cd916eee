/** The check that every error which a test gets goes through (tests/support/leaks.ts): it finds what it is for, and nothing else. */
import { leaks } from '../support/leaks.js';

test.each([
  ['the password of the database', 'cannot log in with hunter2'],
  ['a path', 'cannot read \\"/home/user/seed/entities.csv\\"'],
  ['the address of a file', 'in file:///app/dist/main.js'],
  ['a stack trace', 'Error: x\\n    at run (file:///x/dist/main.js:3:1)'],
  ['a place in a package', 'node_modules/neo4j-driver/lib/index.js'],
  ['a statement', 'Invalid input at MATCH (n:ActionLine) RETURN n'],
  ['a code of the database', 'Neo.ClientError.Statement.SyntaxError'],
  ['the address of the database', 'bolt://10.0.0.3:7687 refused'],
])('row 35: it finds %s', (_, message) => {
  expect(leaks(`{"errors":[{"message":"${message}"}]}`, '{"query":"{ meta { store } }"}', ['hunter2'])).not.toEqual([]);
});

test('what the asker said himself tells nothing, nor do words that only look alike', () => {
  const asked = '{"query":"{ node(id: \\"/etc/passwd\\") { id } search(query: \\"MATCH (n)\\") { totalCount } }"}';
  expect(leaks('{"errors":[{"message":"Nothing is \\"/etc/passwd\\", nor \\"MATCH (n)\\"."}]}', asked, [''])).toEqual([]);
  expect(leaks('Nothing is served at GET /etc/passwd.', 'http://127.0.0.1/etc/passwd')).toEqual([]);
  for (const message of [
    'Cannot match (it is no id)',
    'A/RES/70/125 is a document, see https://docs.un.org/tmp/x',
    'ask by POST at /graphql',
  ])
    expect(leaks(message, asked, ['hunter2'])).toEqual([]);
});
