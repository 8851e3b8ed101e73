import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cityOf, isStandIn } from './china.mjs';
import { findCity } from './find-city.mjs';

const provinces = new Map([
  ['50', '重庆市'],
  ['42', '湖北省'],
  ['32', '江苏省'],
]);
const prefectures = new Map([
  ['5002', '县'],
  ['4290', '省直辖县级行政区划'],
  ['3204', '常州市'],
]);
const area = (code, name) => ({ code, name });

test('a county of a municipality belongs to the municipality', () => {
  assert.equal(cityOf(area('500229', '城口县'), provinces, prefectures).code, '500000');
});

test('a county-level unit directly below a province is its own city', () => {
  const city = cityOf(area('429004', '仙桃市'), provinces, prefectures);
  assert.deepEqual(city, {
    code: '429004',
    name: '仙桃市',
    province: '湖北省',
  });
});

test('an ordinary district belongs to its prefecture-level city', () => {
  assert.equal(cityOf(area('320402', '天宁区'), provinces, prefectures).code, '320400');
});

test('a county-level row that only repeats its city is no district', () => {
  const dongguan = {
    code: '441900',
    name: '东莞市',
    districts: [area('441900', '东莞市')],
  };
  const jiayuguan = {
    code: '620200',
    name: '嘉峪关市',
    districts: [area('620201', '嘉峪关市')],
  };
  const jilin = {
    code: '220200',
    name: '吉林市',
    districts: [area('220202', '昌邑区'), area('220281', '吉林市')],
  };
  assert.ok(isStandIn(dongguan.districts[0], dongguan));
  assert.ok(isStandIn(jiayuguan.districts[0], jiayuguan));
  assert.ok(!isStandIn(jilin.districts[1], jilin));
});

test('a city is found by any code inside it and by its name with or without 市', () => {
  const cities = [
    {
      code: '320100',
      name: '南京市',
      province: '江苏省',
      districts: [area('320106', '鼓楼区')],
    },
    {
      code: '320300',
      name: '徐州市',
      province: '江苏省',
      districts: [area('320302', '鼓楼区')],
    },
  ];
  assert.equal(findCity(cities, '320302001002').city.code, '320300');
  assert.equal(findCity(cities, '南京').city.code, '320100');
  assert.match(findCity(cities, '鼓楼区').problem, /320100[\s\S]*320300/);
  assert.match(findCity(cities, '110000').problem, /没有代码/);
});
