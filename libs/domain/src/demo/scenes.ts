import { endOfDaysWindow } from '../kernel/shanghai-day.js';
import type { Assignment } from '../orders/order.js';
import type { Cast } from './cast.js';
import type { Dice } from './dice.js';
import { SYSTEM_ACTOR } from './script.js';
import type { OrderStory, Telling } from './story.js';
import type { Hours, Timeline } from './timeline.js';

/** A child task of a split order and who does it. */
interface PartTask {
  readonly to: Assignment;
  readonly worker: string;
  readonly title: string;
  readonly description: string;
  readonly summary: string;
}

/** One order about to be played: its story, its people and the words that fall to this telling of it. */
export interface Part {
  readonly story: OrderStory;
  readonly cast: Cast;
  readonly to: Assignment;
  readonly worker: string;
  readonly tasks: readonly PartTask[];
  readonly confidential: boolean;
  readonly rateDays: number;
  readonly telling: Telling;
}

/** Writes its steps onto the line. */
export type Scene = (line: Timeline, part: Part, dice: Dice) => void;

const HOUR = 60;
const DAY = 24 * HOUR;
const LATE_REPLIES = 0.05;

/** Minutes from start to done. */
const WORK: Readonly<Record<OrderStory['pace'], readonly [number, number]>> = {
  urgent: [12, 100],
  quick: [40, 9 * HOUR],
  usual: [3 * HOUR, 3 * DAY],
  slow: [2 * DAY, 9 * DAY],
};
const REMARKS = [
  '已到现场看过，缺一个配件，明天带来。',
  '和居民约好了时间，周末上门。',
  '材料已经买好，今天下班后过去。',
  '电话联系过，居民在家等，马上出发。',
  '第一次没碰上人，晚上再去一趟。',
];

const urgent = ({ story }: Part): boolean => story.pace === 'urgent';
const hours = (part: Part, usual: Hours): Hours => (urgent(part) ? 'any' : usual);
/** The duty officer is not in the circle of a confidential order: there the dispatcher answers. */
export const front = ({ cast, confidential }: Part): string => (confidential ? cast.desk : cast.duty);

export const reply: Scene = (line, part, dice) => {
  const slow = dice.chance(LATE_REPLIES) ? dice.between(64, 150) : 2 + Math.floor(53 * dice.next() ** 2);
  line.act(front(part), { action: 'reply', text: part.telling.reply }, urgent(part) ? dice.between(1, 5) : slow);
};

export const accept: Scene = (line, part, dice) => {
  const actor = urgent(part) ? front(part) : part.cast.desk;
  line.act(
    actor,
    { action: 'accept' },
    dice.between(1, urgent(part) ? 3 : 45),
    hours(part, 'desk'),
    dice.between(2, 50),
  );
};

export const send: Scene = (line, part, dice) => {
  const actor = urgent(part) ? front(part) : part.cast.desk;
  const pause = dice.between(1, urgent(part) ? 2 : 40);
  if (part.tasks.length > 0) {
    const tasks = part.tasks.map(({ to, title, description }) => ({ to, title, description }));
    line.act(part.cast.desk, { action: 'split', tasks }, pause, 'desk');
    return;
  }
  line.act(actor, { action: 'dispatch', to: part.to }, pause, hours(part, 'desk'), dice.between(5, 60));
  gatherNeighbours(line, part, dice);
};

/** 我也遇到了: neighbours follow a problem everybody meets. */
const gatherNeighbours: Scene = (line, part, dice) => {
  const { story, cast, confidential } = part;
  if (story.kind !== 'problem' || story.place === 'dwelling' || confidential || urgent(part) || !dice.chance(0.3))
    return;
  const first = dice.between(0, cast.neighbours.length - 4);
  for (const neighbour of cast.neighbours.slice(first, first + dice.between(1, 3))) {
    line.act(neighbour, { action: 'follow' }, dice.between(4, 50), 'awake', dice.between(1, 40));
  }
};

export const urge: Scene = (line, { cast }, dice) => {
  line.act(cast.reporter.key, { action: 'urge' }, dice.between(4 * HOUR, 20 * HOUR), 'awake', dice.between(10, 200));
};

export const claim: Scene = (line, part, dice) => {
  const wait = urgent(part) ? dice.between(1, 4) : dice.between(6, part.story.pace === 'quick' ? HOUR : 9 * HOUR);
  line.act(part.worker, { action: 'claim' }, wait, hours(part, 'awake'), dice.between(1, 120));
};

export const start: Scene = (line, part, dice) => {
  const wait = dice.between(2, urgent(part) ? 6 : 5 * HOUR);
  line.act(part.worker, { action: 'start' }, wait, hours(part, 'awake'), dice.between(10, 160));
  if (part.story.pace === 'usual' && dice.chance(0.15)) {
    line.act(part.worker, { action: 'remark', text: dice.pick(REMARKS) }, dice.between(20, 300), 'awake');
  }
};

/** The other receivers of a split take up their share, and finish it unless the order is still under way. */
export const helpers =
  (finish: boolean): Scene =>
  (line, part, dice) => {
    for (const [task, { worker, summary }] of part.tasks.slice(1).entries()) {
      line.act(worker, { action: 'claim' }, dice.between(20, 5 * HOUR), 'desk', 20, task);
      line.act(worker, { action: 'start' }, dice.between(30, DAY), 'desk', 30, task);
      if (finish) line.act(worker, { action: 'done', summary }, dice.between(DAY, 3 * DAY), 'desk', 40, task);
    }
  };

export const finish: Scene = (line, part, dice) => {
  const [least, most] = WORK[part.story.pace];
  const { summary } = part.telling;
  // 即接即办: what the desk settles by itself takes minutes.
  const wait = part.story.to === 'desk' ? dice.between(5, 90) : dice.between(least, most);
  line.act(part.worker, { action: 'done', summary }, wait, hours(part, 'awake'), dice.between(20, 240));
};

export const publish: Scene = (line, { cast }, dice) => {
  line.act(cast.publisher, { action: 'publish' }, dice.between(15, 20 * HOUR), 'desk', dice.between(3, 90));
};

export const praise: Scene = (line, part, dice) => {
  const stars = dice.chance(0.72) ? 5 : dice.chance(0.75) ? 4 : 3;
  const comment = stars === 3 ? '解决了，就是等得久了一点。' : part.telling.praise;
  const silent = stars !== 3 && dice.chance(0.25);
  line.act(
    part.cast.reporter.key,
    { action: 'rate', solved: true, stars, ...(silent ? {} : { comment }) },
    dice.between(12, 3 * DAY),
    'awake',
    dice.between(5, 180),
  );
};

export const complain: Scene = (line, part, dice) => {
  const comment = part.story.complaint ?? '还没有完全解决。';
  const command = { action: 'rate', solved: false, stars: dice.between(1, 2), comment } as const;
  line.act(part.cast.reporter.key, command, dice.between(40, 2 * DAY), 'awake', dice.between(5, 180));
};

export const reopen: Scene = (line, part, dice) => {
  const reason = part.story.complaint ?? '还没有完全解决。';
  line.act(part.cast.reporter.key, { action: 'reopen', reason }, dice.between(2, HOUR), 'awake');
};

/** 回访: somebody other than who did the work goes and asks. */
export const review: Scene = (line, part, dice) => {
  const { cast, confidential, worker } = part;
  const reviewer = confidential || cast.reviewer === worker ? cast.desk : cast.reviewer;
  const text = '已上门回访，现场补做到位，居民当面确认解决。';
  line.act(reviewer, { action: 'review', text, solved: true }, dice.between(3 * HOUR, 2 * DAY), 'desk');
};

export const close: Scene = (line, { cast }, dice) => {
  line.act(cast.publisher, { action: 'close' }, dice.between(HOUR, 2 * DAY), 'desk', dice.between(10, 100));
};

/** A resident who says nothing has the whole rating window; then the system closes. */
export const closeUnrated: Scene = (line, { rateDays }) => {
  line.waitUntil(endOfDaysWindow(line.end, rateDays)).act(SYSTEM_ACTOR, { action: 'close' }, 5);
};
