/** The form of the records in Neo4j: a load writes them anew when it changes, also when the dataset does not. */
import { createHash } from 'node:crypto';
import { linkProperties, nodeProperties, storedForm } from '../../src/store/neo4j/model.js';
import { smallDataset } from '../support/small-dataset.js';

test('whoever changes what is stored of a record raises storedForm, and then the two values here', () => {
  const { nodes, links } = smallDataset();
  const stored = JSON.stringify([nodes.map(nodeProperties), links.map(linkProperties)]);
  const digest = createHash('sha256').update(stored).digest('hex').slice(0, 12);
  expect({ storedForm, digest }).toEqual({ storedForm: 3, digest: '92d52904b7f0' });
});
