import { calendarMistakes } from './calendar-mistakes.js';
import { defaultCalendar, withOverrides } from './work-calendar.js';

const summer = { name: '夏季', from: '05-01', to: '09-30', week: defaultCalendar().week };
const winter = { name: '冬季', from: '12-01', to: '02-28', week: defaultCalendar().week };
const mistakes = (part: object) => calendarMistakes({ ...defaultCalendar(), ...part });

describe('a working calendar brought in', () => {
  it('is taken when it is in order, also after a way through JSON', () => {
    const calendar = withOverrides(
      { ...defaultCalendar(), seasons: [summer, winter] },
      {
        '2027-02-05': { kind: 'rest', reason: '春节' },
        '2027-02-14': { kind: 'work', reason: '春节调休', hours: [['00:00', '24:00']] },
      },
      [2027],
    );
    expect(calendarMistakes(JSON.parse(JSON.stringify(calendar)))).toEqual([]);
  });

  it('names every mistake with its place', () => {
    expect(
      calendarMistakes({
        week: [
          [
            ['08:30', '12:00'],
            ['11:00', '17:30'],
          ],
          [['8:30', '12:00']],
          [['14:00', '09:00']],
          'open',
          [],
          [],
          [],
        ],
        seasons: [{ name: ' ', from: '5-1', to: '02-30', week: [], colour: 'red' }, null],
        days: {
          '2026-02-30': { kind: 'work', reason: '补班', hours: [] },
          '2026-03-01': { kind: 'holiday', reason: '', note: '' },
          '2026-03-02': { kind: 'rest', reason: '检修', hours: [['09:00', '10:00']] },
          '2026-03-03': null,
        },
        announcedYears: [2027, '2028'],
        hours: [],
      }),
    ).toEqual([
      'hours：没有这一项',
      'tableVersion：请写明所依据的节假日表版本',
      'week.周一：各时段应当从早到晚，互不重叠',
      'week.周二：第1个时段应当写成 ["08:30", "12:00"]，先开始后结束',
      'week.周三：第1个时段应当写成 ["08:30", "12:00"]，先开始后结束',
      'week.周四：应当是时段的列表，休息日写空列表',
      'seasons.1.colour：没有这一项',
      'seasons.1.name：请写明季节名称，如“夏季”',
      'seasons.1.from：应当写成月-日，如 05-01',
      'seasons.1.to：应当写成月-日，如 05-01',
      'seasons.1.week：应当按周一到周日写7项',
      'seasons.2：应当写明 name、from、to、week',
      'days.2026-02-30：没有这个日期，应当写成 2026-02-14',
      'days.2026-02-30.hours：上班的日子至少写一个时段',
      'days.2026-03-01.note：没有这一项',
      'days.2026-03-01.kind：应当是 work（上班）或 rest（放假）',
      'days.2026-03-01.reason：请写明原因，最多40字',
      'days.2026-03-02.hours：放假的日子不写时段',
      'days.2026-03-03：应当写明 kind 和 reason',
      'announcedYears：还没有录入2027年的放假日',
      'announcedYears：2028 不是年份',
    ]);
  });

  it('is an object with all its parts', () => {
    expect(calendarMistakes(null)).toEqual(['工作日历：应当是一个对象']);
    expect(calendarMistakes({ tableVersion: '1' })).toHaveLength(4);
  });

  it('is open some day, and has one kind of hours a day', () => {
    expect(mistakes({ week: [[], [], [], [], [], [], []] })).toEqual(['week：一周至少要有一天上班']);
    expect(mistakes({ seasons: [summer, { ...summer, from: '09-30', to: '10-31' }] })).toHaveLength(1);
    expect(mistakes({ seasons: [winter, { ...summer, from: '02-28' }] })).toHaveLength(1);
    expect(mistakes({ seasons: [winter, { ...summer, from: '02-29', to: '11-30' }] })).toEqual([]);
  });
});
