import { childrenWords } from './children-words.js';

it('counts what is still open', () => {
  expect(childrenWords([{ state: 'dispatched' }, { state: 'done' }])).toContain('共 2 张，还有 1 张没办完');
  expect(childrenWords([{ state: 'closed' }, { state: 'withdrawn' }])).toBe('共 2 张，都已结束');
});
