import { isOvertaken, oneStatement } from './statement.js';

describe('oneStatement', () => {
  it('renumbers each part and selects from the one that decides', () => {
    expect(
      oneStatement('moved', [
        { as: 'moved', text: 'UPDATE t SET a = $2 WHERE id = $1 RETURNING id', values: [7, 'x'] },
        { as: 'event', text: 'INSERT INTO e SELECT id, $1, $10 FROM moved', values: ['y'] },
      ]),
    ).toEqual({
      text: 'WITH moved AS (UPDATE t SET a = $2 WHERE id = $1 RETURNING id), event AS (INSERT INTO e SELECT id, $3, $12 FROM moved) SELECT * FROM moved',
      values: [7, 'x', 'y'],
    });
  });
});

it('calls overtaken whoever came too late or had to give way, and nothing else', () => {
  expect(['LS001', '40P01', '23505', undefined].map((code) => isOvertaken({ code }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(isOvertaken(null)).toBe(false);
});
