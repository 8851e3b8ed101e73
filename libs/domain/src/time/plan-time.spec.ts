import { planTime } from './plan-time.js';
import type { TimeLimit } from './time-limit.js';
import { defaultCalendar, withOverrides } from './work-calendar.js';

const calendar = defaultCalendar();
const at = (text: string) => new Date(`${text}+08:00`);
const natural = (amount: number, unit: TimeLimit['unit']): TimeLimit => ({ amount, unit, clock: 'natural' });
const working = (amount: number, unit: TimeLimit['unit']): TimeLimit => ({ amount, unit, clock: 'working' });
const plan = (start: string, limit: TimeLimit, scale?: number) => planTime(at(start), limit, calendar, scale);
const sure = (due: string, why: string) => ({ dueAt: at(due), provisional: false, why });

describe('a promise in hours', () => {
  it('runs from the moment, day and night', () => {
    expect(plan('2026-11-23T21:40:00', natural(60, 'minutes'))).toEqual(
      sure('2026-11-23T22:40:00', '自11月23日21:40起60分钟（自然时间）'),
    );
    expect(plan('2026-12-31T23:30:00', natural(2, 'hours'))).toEqual(
      sure('2027-01-01T01:30:00', '自12月31日23:30起2小时（自然时间）'),
    );
  });

  it('is due at a whole second, rounded up', () => {
    expect(plan('2026-11-23T21:40:00.001', natural(60, 'minutes')).dueAt).toEqual(at('2026-11-23T22:40:01'));
    expect(plan('2026-11-23T16:30:00.001', working(30, 'minutes')).dueAt).toEqual(at('2026-11-23T17:00:01'));
  });

  it('runs only while business is open when it is working time', () => {
    expect(plan('2026-02-14T16:30:00', working(4, 'hours'))).toEqual(
      sure('2026-02-24T11:30:00', '自2月14日16:30起4小时工作时间（2月14日为调休上班日，2月15日至23日放假）'),
    );
    expect(plan('2026-11-23T10:00:00', working(4, 'hours')).dueAt).toEqual(at('2026-11-23T16:00:00'));
  });

  it.each(['2026-11-27T17:30:00', '2026-11-28T03:00:00', '2026-11-30T08:29:59'])(
    'counts from the next opening when it starts at %s',
    (start) => expect(plan(start, working(1, 'hours')).dueAt).toEqual(at('2026-11-30T09:30:00')),
  );

  it('says from which opening it counts', () => {
    expect(plan('2026-11-27T18:00:00', working(1, 'hours')).why).toBe(
      '自11月27日18:00起1小时工作时间（从11月30日08:30上班时算起）',
    );
    expect(plan('2026-11-27T12:00:00', working(1, 'hours')).why).toBe(
      '自11月27日12:00起1小时工作时间（从11月27日14:00上班时算起）',
    );
  });
});

describe('a promise in workdays', () => {
  it('does not count the starting day and ends when business closes; make-up days count, holidays do not', () => {
    expect(plan('2026-02-12T10:00:00', working(3, 'workdays'))).toEqual(
      sure('2026-02-24T17:30:00', '自2月12日起第3个工作日下班时（2月14日为调休上班日，2月15日至23日放假）'),
    );
  });

  it.each(['2026-11-23T00:00:00', '2026-11-23T10:00:00', '2026-11-23T23:59:59'])(
    'is the same from any moment of the day (%s)',
    (start) => expect(plan(start, working(5, 'workdays')).dueAt).toEqual(at('2026-11-30T17:30:00')),
  );

  it('starts on a weekend as on any other day', () => {
    expect(plan('2026-11-28T10:00:00', working(1, 'workdays')).dueAt).toEqual(at('2026-11-30T17:30:00'));
  });
});

describe('a promise in natural days', () => {
  it('does not count the starting day and ends at 24:00 of the last', () => {
    expect(plan('2026-11-23T09:00:00', natural(7, 'days'))).toEqual(
      sure('2026-12-01T00:00:00', '自11月23日起第7日24:00'),
    );
  });

  it('moves on to the next working day when the last day is a day off', () => {
    expect(plan('2026-09-24T09:00:00', natural(8, 'days'))).toEqual(
      sure('2026-10-09T00:00:00', '自9月24日起第8日24:00，10月2日为休息日，顺延至10月8日24:00（10月2日至7日放假）'),
    );
    expect(plan('2026-11-27T09:00:00', natural(1, 'days'))).toEqual(
      sure('2026-12-01T00:00:00', '自11月27日起第1日24:00，11月28日为休息日，顺延至11月30日24:00'),
    );
  });

  it('ends on a make-up workday that is a Saturday', () => {
    expect(plan('2026-02-10T09:00:00', natural(4, 'days')).dueAt).toEqual(at('2026-02-15T00:00:00'));
  });
});

describe('a year that is not announced', () => {
  it('makes the date provisional, with weekends and the days the law fixes, and says so', () => {
    expect(plan('2026-12-30T10:00:00', working(2, 'workdays'))).toEqual({
      dueAt: at('2027-01-04T17:30:00'),
      provisional: true,
      why: '自12月30日起第2个工作日下班时（1月1日放假）；2027年放假安排尚未公布，暂按周末与法定节日推算',
    });
    expect(plan('2026-12-31T17:00:00', working(1, 'hours')).provisional).toBe(true);
    expect(plan('2026-12-01T10:00:00', natural(31, 'days'))).toMatchObject({
      dueAt: at('2027-01-05T00:00:00'),
      provisional: true,
    });
  });

  it('does not touch what ends before it, or what no calendar moves', () => {
    expect(plan('2026-12-31T16:30:00', working(1, 'hours')).provisional).toBe(false);
    expect(plan('2026-12-24T10:00:00', working(5, 'workdays')).provisional).toBe(false);
    expect(plan('2026-12-24T10:00:00', natural(7, 'days')).provisional).toBe(false);
    expect(plan('2026-12-24T10:00:00', natural(900, 'hours')).provisional).toBe(false);
  });

  it('is certain once the city has entered its days', () => {
    const announced = withOverrides(calendar, { '2027-01-02': { kind: 'work', reason: '元旦调休' } }, [2027]);
    expect(planTime(at('2026-12-30T10:00:00'), working(2, 'workdays'), announced)).toEqual(
      sure('2027-01-02T17:30:00', '自12月30日起第2个工作日下班时（1月1日放假，1月2日因元旦调休上班）'),
    );
  });
});

describe('a demonstration', () => {
  it('makes a natural hour last a minute and lets working time run day and night', () => {
    expect(plan('2026-11-23T21:40:00', natural(60, 'minutes'), 60)).toEqual(
      sure('2026-11-23T21:41:00', '自11月23日21:40起60分钟（自然时间），演示加速60倍，不分昼夜连续计时，实为1分钟'),
    );
    expect(plan('2026-11-28T21:40:00', working(5, 'workdays'), 60)).toEqual(
      sure('2026-11-28T23:40:00', '自11月28日21:40起5个工作日，演示加速60倍，不分昼夜连续计时，实为2小时'),
    );
  });
});

it.each([natural(0, 'minutes'), natural(-1, 'hours'), working(1.5, 'workdays'), natural(Infinity, 'hours')])(
  'refuses %j',
  (limit) => expect(() => plan('2026-11-23T21:40:00', limit)).toThrow(RangeError),
);
