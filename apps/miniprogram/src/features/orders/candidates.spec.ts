import { candidatesOf } from './candidates.js';
import { loadWords } from './load-words.js';

const post = (id: string, areaPath: string, current = true) => ({ person: { id, name: `名${id}` }, areaPath, current });
const order = { area: { path: 'c/G02' }, reporter: { id: 'r', name: '张三' } };

it('names everybody once, those of the same grid first, and neither former holders nor the reporter', () => {
  const posts = [
    post('a', 'c/G01'),
    post('b', 'c/G02'),
    post('a', 'c/G02'),
    post('x', 'c/G02', false),
    post('r', 'c/G02'),
  ];
  expect(candidatesOf([post('z', 'c'), ...posts], order)).toEqual([
    { id: 'a', name: '名a', near: true },
    { id: 'b', name: '名b', near: true },
    { id: 'z', name: '名z', near: false },
  ]);
});

it('tells what somebody has in hand', () => {
  expect(loadWords(undefined)).toBeNull();
  expect(loadWords({ byState: { closed: 9 }, overdue: 0 })).toBe('手上没有单子');
  expect(loadWords({ byState: { claimed: 1, in_progress: 2 }, overdue: 1 })).toBe('手上 3 单，超时 1 单');
});
