import { NOW, minutesAfter } from '../testing/people.js';
import { CALENDAR } from '../testing/promises.js';
import { cancelDeadline, fulfilDeadline, type NewDeadline, pauseDeadline, startDeadline } from './deadline.js';
import { DEADLINE_KINDS, type DeadlineKind } from './kinds.js';
import { nearestDue } from './nearest-due.js';

const after = (minutes: number) => minutesAfter(NOW, minutes);
const due = (kind: DeadlineKind, minutes: number): NewDeadline =>
  startDeadline({ amount: minutes, unit: 'minutes', clock: 'natural' }, NOW, CALENDAR, { kind });
const missed = (kind: DeadlineKind, minutes: number): NewDeadline => ({
  ...due(kind, minutes),
  state: 'missed',
  endedAt: after(minutes),
});

describe('the date an order is judged by', () => {
  it('is that of its nearest promise, in whatever order they are given', () => {
    const promises = [due('total', 300), due('reply', 60), due('accept', 90)];
    expect(nearestDue(promises)).toEqual(after(60));
    expect(nearestDue(promises.reverse())).toEqual(after(60));
  });

  it('stays that of a missed one until the act comes', () => {
    const promises = [missed('reply', 60), due('total', 300)];
    expect(nearestDue(promises)).toEqual(after(60));
    expect(
      nearestDue(promises.map((each) => (each.kind === 'reply' ? fulfilDeadline(each, after(90)) : each))),
    ).toEqual(after(300));
  });

  it('is none when nothing is owed, or everything stands still', () => {
    expect(nearestDue([])).toBeNull();
    const [finish, total] = [due('finish', 60), due('total', 90)];
    expect(nearestDue([fulfilDeadline(finish, after(5)), cancelDeadline(total, after(5))])).toBeNull();
    expect(nearestDue([pauseDeadline(finish, after(5)), pauseDeadline(total, after(5))])).toBeNull();
    expect(nearestDue([pauseDeadline(finish, after(5)), total])).toEqual(after(90));
  });

  it('is no matter of whom a miss has climbed to, of the resident’s window, or of other subjects', () => {
    const shown = DEADLINE_KINDS.filter((kind) => nearestDue([due(kind, 60)]) !== null);
    expect(shown).toEqual(['reply', 'accept', 'claim', 'finish', 'total']);
  });
});
