import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readHolidays } from './read-holidays.mjs';
import { TABLE, tableText } from './write-table.mjs';

const { years, statutory } = readHolidays();

test('the committed table is a fresh extraction', async () => {
  assert.equal(readFileSync(TABLE, 'utf8'), await tableText());
});

test('2026 is as the notice of 2025-11-04 has it', () => {
  assert.deepEqual(years[2026], {
    rest: ['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'],
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  });
});

test('a year without a notice is not in the table', () => {
  assert.deepEqual(Object.keys(years), ['2020', '2021', '2022', '2023', '2024', '2025', '2026']);
  assert.equal(Object.keys(statutory)[0], '2027');
  assert.equal(Object.keys(statutory).at(-1), '2050');
});

// New moon 7 minutes to either side of midnight in Beijing (2027-02-06 23:56, 2030-02-03 00:07): beyond ICU's precision.
const TOO_CLOSE = { 2027: '12/30', 2030: '1/2' };

test('the lunar days agree with the calendar of ICU wherever it is precise enough', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const lunarDay = (year, day) => lunar.format(new Date(`${year}-${day}T12:00:00Z`));
  for (const [year, { newYear, dragonBoat, midAutumn }] of Object.entries(statutory)) {
    assert.deepEqual(
      [newYear, dragonBoat, midAutumn].map((day) => lunarDay(year, day)),
      [TOO_CLOSE[year] ?? '1/1', '5/5', '8/15'],
      year,
    );
  }
  assert.deepEqual([statutory[2027].newYear, statutory[2030].newYear], ['02-06', '02-03']);
});

// Low-precision solar longitude of the Astronomical Almanac: good to 0.01°, a quarter of an hour of the sun's way.
function sunAt(ms) {
  const n = ms / 86_400_000 - 10_957.5;
  const rad = Math.PI / 180;
  const g = (357.528 + 0.9856003 * n) * rad;
  return (280.46 + 0.9856474 * n + 1.915 * Math.sin(g) + 0.02 * Math.sin(2 * g)) % 360;
}

test('Qingming is the day in China on which the sun passes 15°', () => {
  for (const [year, { qingming }] of Object.entries(statutory)) {
    const begin = Date.parse(`${year}-${qingming}T00:00:00+08:00`);
    assert.ok(sunAt(begin) <= 15.01 && sunAt(begin + 86_400_000) > 14.99, `${year} ${qingming}`);
  }
});
