import type { OrderState } from '../orders/state.js';
import type { Dice } from './dice.js';
import * as scene from './scenes.js';
import type { Part, Scene } from './scenes.js';
import type { Timeline } from './timeline.js';

const HOUR = 60;

/** Writes into `line` what happens to an order from its submission until it is in the state `ending`. */
export function scriptOrder(line: Timeline, part: Part, ending: Exclude<OrderState, 'merged'>, dice: Dice): void {
  const play = (...scenes: readonly Scene[]): void => scenes.forEach((each) => each(line, part, dice));
  const sent = [scene.reply, scene.accept, scene.send];
  const handled =
    part.story.to === 'desk'
      ? [scene.reply, scene.accept, scene.finish]
      : [...sent, scene.claim, scene.start, scene.helpers(true), scene.finish];
  const { story, cast, worker } = part;
  switch (ending) {
    case 'submitted':
      return;
    case 'rejected':
      play(scene.reply);
      line.act(cast.desk, { action: 'reject', reason: story.rejectReason ?? '' }, dice.between(20, 5 * HOUR), 'desk');
      return;
    case 'withdrawn':
      play(scene.reply, scene.accept);
      line.act(
        cast.reporter.key,
        { action: 'withdraw', reason: story.withdrawReason ?? '' },
        dice.between(30, 9 * HOUR),
        'awake',
      );
      return;
    case 'accepted':
      return play(scene.reply, scene.accept);
    case 'dispatched':
      return play(...sent);
    case 'returned':
      play(...sent, scene.claim);
      line.act(worker, { action: 'return', reason: story.returnReason ?? '' }, dice.between(HOUR, 9 * HOUR), 'awake');
      return;
    case 'claimed':
      return play(...sent, scene.claim);
    case 'in_progress':
      play(...sent, scene.claim, scene.start, scene.helpers(false));
      return dice.chance(0.25) ? play(scene.urge) : undefined;
    case 'suspended':
      play(...sent, scene.claim, scene.start);
      line.act(
        worker,
        { action: 'suspend', ...(story.suspend ?? { reason: '' }) },
        dice.between(HOUR, 9 * HOUR),
        'awake',
      );
      return;
    case 'done':
      return play(...handled);
    case 'published':
      return play(...handled, scene.publish);
    case 'rated':
      play(...handled, scene.publish);
      return play(story.complaint && dice.chance(0.6) ? scene.complain : scene.praise);
    case 'reopened':
      return play(...handled, scene.publish, scene.complain, scene.reopen);
    case 'closed':
      play(...handled, scene.publish);
      return play(...lastWords(part, dice));
  }
}

/** Four ways to a close: praised, in silence, by a review visit, at the second try. */
function lastWords({ story, tasks }: Part, dice: Dice): readonly Scene[] {
  if (story.complaint && story.pace !== 'slow' && tasks.length === 0 && dice.chance(0.35)) {
    const again = [scene.send, scene.claim, scene.start, scene.finish, scene.publish, scene.praise, scene.close];
    return [scene.complain, scene.reopen, ...again];
  }
  if (dice.chance(0.17)) return [scene.closeUnrated];
  if (dice.chance(0.06)) return [scene.complain, scene.review, scene.close];
  return [scene.praise, scene.close];
}
