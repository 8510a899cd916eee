/** The order of the files of tests: those with servers and browsers take longest and begin, so that none of them is left alone at the end. */
const { default: Sequencer } = require('@jest/test-sequencer');

const isLong = ({ path }) => /[\\/]tests[\\/](browser|conformance|faults|load)[\\/]/.test(path);

module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => Number(isLong(other)) - Number(isLong(one)));
  }
};
