import { unitsNear } from './units-near.js';

const unit = (id: string, code: string) => ({ id, name: `单位${id}`, kindName: '机关部门', area: { code } });
const ORDER = { area: { path: '320400/320402/320402003/320402003012' } };

it('has those first that answer for the place, and says so', () => {
  expect(unitsNear([unit('1', '320402004'), unit('2', '320402003'), unit('3', '320402')], ORDER)).toEqual([
    { id: '2', name: '单位2', hint: '机关部门 · 负责这一片' },
    { id: '3', name: '单位3', hint: '机关部门 · 负责这一片' },
    { id: '1', name: '单位1', hint: '机关部门' },
  ]);
});
