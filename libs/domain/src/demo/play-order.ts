import { shanghaiDay, startOfShanghaiDay } from '../kernel/shanghai-day.js';
import type { OrderState } from '../orders/state.js';
import { dice as newDice, type Dice } from './dice.js';
import { ENDINGS } from './endings.js';
import { front, type Part } from './scenes.js';
import type { ScriptedOrder } from './script.js';
import { scriptOrder } from './script-order.js';
import { Timeline } from './timeline.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The last step of every order lies at least this far back. */
const SETTLED = 3 * MINUTE;
/** What is meant to be quick is not left open for days: its age is drawn from this share of the range. */
const QUICK_SHARE = 0.15;

/** Minutes since the orders nobody has taken up yet: some are due within minutes, two are overdue, one is answered. */
const WAITING = [4, 11, 23, 37, 52, 66, 78, 130];

/** Plays an order from some day in the past, early enough that its last step has happened by now. */
export function playOrder(part: Part, ending: Exclude<OrderState, 'merged'>, now: Date, dice: Dice): Timeline {
  const [least, most] = ENDINGS[ending].age;
  const open = ending !== 'closed' && part.story.pace === 'quick';
  const hours = least + dice.next() * (most - least) * (open ? QUICK_SHARE : 1);
  const submitted = atHumanHour(new Date(now.getTime() - hours * HOUR), part, dice);
  const seed = dice.between(0, 2 ** 31);
  for (let daysEarlier = 0; ; daysEarlier += 1) {
    const line = new Timeline(new Date(submitted.getTime() - daysEarlier * DAY));
    scriptOrder(line, part, ending, newDice(seed));
    if (line.end.getTime() <= now.getTime() - SETTLED) return line;
  }
}

/** Same day, but at an hour people write: 7:00 to 21:00, for night stories every second time 21:30 to 2:00. */
function atHumanHour(moment: Date, { story }: Part, dice: Dice): Date {
  const minutes = story.night && dice.chance(0.5) ? dice.between(21 * 60 + 30, 26 * 60) : dice.between(7 * 60, 21 * 60);
  return new Date(startOfShanghaiDay(shanghaiDay(moment)).getTime() + minutes * MINUTE + dice.between(0, 59) * 1000);
}

/** An order that was just submitted. */
export function playUnread(part: Part, index: number, now: Date): Timeline {
  const minutes = WAITING[index % WAITING.length] ?? 0;
  const line = new Timeline(new Date(now.getTime() - minutes * MINUTE));
  if (minutes === Math.max(...WAITING)) line.act(front(part), { action: 'reply', text: part.telling.reply }, 31);
  return line;
}

/** How often a moment is sought at which a neighbour would write and the desk could still answer. */
const TRIES = 40;

/** A second report of the survivor's matter, merged into it by the dispatcher; null when there was no time for one. */
export function playTwin(part: Part, survivor: ScriptedOrder, now: Date, dice: Dice): Timeline | null {
  const age = Math.floor((now.getTime() - survivor.submittedAt.getTime()) / MINUTE);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const moment = new Date(survivor.submittedAt.getTime() + dice.between(20, age) * MINUTE);
    const hour = (moment.getTime() - startOfShanghaiDay(shanghaiDay(moment)).getTime()) / HOUR;
    const line = new Timeline(moment);
    line.act(front(part), { action: 'reply', text: part.telling.reply }, dice.between(3, 50));
    line.act(part.cast.desk, { action: 'merge', into: survivor.key }, dice.between(1, 9), 'desk', dice.between(3, 30));
    if (hour >= 7 && hour <= 22 && line.end.getTime() <= now.getTime() - SETTLED) return line;
  }
  return null;
}
