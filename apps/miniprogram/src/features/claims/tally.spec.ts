import { tallyOf } from './tally.js';

it('counts what is under way and what is done, and nothing else', () => {
  expect(tallyOf({ claimed: 2, in_progress: 1, rated: 4, closed: 1, submitted: 9, done: 'many' })).toEqual({
    working: 3,
    done: 5,
  });
});
