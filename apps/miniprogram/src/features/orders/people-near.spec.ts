import { peopleNear } from './people-near.js';

const square = (lng: number) => [
  { lng, lat: 31.777 },
  { lng: lng + 0.002, lat: 31.777 },
  { lng: lng + 0.002, lat: 31.779 },
  { lng, lat: 31.779 },
];
const GRIDS = ['G01', 'G02', 'G03'].map((code, index) => ({
  id: code,
  path: `c/${code}`,
  name: `第${index + 1}网格`,
  border: square(119.96 + index * 0.002),
}));
const post = (id: string, areaPath: string, current = true) => ({
  person: { id, name: `名${id}` },
  areaPath,
  current,
  roleName: '网格员',
});
const ORDER = { area: { path: 'c/G01/E01' }, reporter: { id: 'r', name: '张三' } };
const POINT = { lng: 119.961, lat: 31.778 };

it('names the nearest first, each once, with how far their grid is', () => {
  const posts = [post('far', 'c/G03'), post('own', 'c/G01'), post('both', 'c/G03'), post('both', 'c/G02')];
  expect(peopleNear(posts, GRIDS, ORDER, POINT)).toEqual([
    { id: 'own', name: '名own', roleName: '网格员', where: '同网格' },
    { id: 'both', name: '名both', roleName: '网格员', where: '第2网格，约 200 米' },
    { id: 'far', name: '名far', roleName: '网格员', where: '第3网格，约 400 米' },
  ]);
});

it('leaves out former holders, whoever reported it, and those who serve no grid', () => {
  const posts = [post('x', 'c/G01', false), post('r', 'c/G01'), post('all', 'c'), post('other', 'c/G011')];
  expect(peopleNear(posts, GRIDS, ORDER, POINT)).toEqual([]);
});
