import { policyFor } from '../orders/category.js';
import { ORDER_STATES, type OrderState } from '../orders/state.js';
import { composeOrder, placeOf, placeOfTwin } from './compose-order.js';
import { Company } from './company.js';
import type { DemoCommunity, DemoPerson } from './community.js';
import { dice, type Dice } from './dice.js';
import { ENDINGS } from './endings.js';
import type { Part } from './scenes.js';
import type { ScriptedOrder } from './script.js';
import { playOrder, playTwin, playUnread } from './play-order.js';
import type { OrderStory } from './story.js';
import type { Timeline } from './timeline.js';

/** The date the demo was written; any number would do, but it must stay. */
const SEED = 20261122;
/** The first tellings of each state belong to those who log in by persona, so that their lists show every state. */
const REPORTING_PERSONAS = ['resident', 'resident2'];
const WORKING_PERSONAS = ['member', 'cadre', 'member2', 'member'];
/** States in which a persona's own list of claims should show something. */
const HELD: readonly OrderState[] = ['claimed', 'in_progress', 'done', 'returned', 'suspended'];
/** States of an order that another report may still be merged into. */
const OPEN: readonly OrderState[] = ['accepted', 'dispatched', 'claimed', 'in_progress'];

/**
 * 300 invented orders of the 60 days before `now`, the oldest first, as commands to be replayed through `decide`.
 * The same data and the same `now` always give the same orders.
 */
export function demoOrders(community: DemoCommunity, now: Date): ScriptedOrder[] {
  const writer = new DemoWriter(community, now, dice(SEED));
  for (const ending of ORDER_STATES) if (ending !== 'merged') writer.write(ending);
  writer.writeMerged();
  return writer.orders.sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
}

class DemoWriter {
  readonly orders: ScriptedOrder[] = [];
  private readonly company: Company;
  private readonly told = new Map<string, number>();

  constructor(
    private readonly community: DemoCommunity,
    private readonly now: Date,
    private readonly dice: Dice,
  ) {
    this.company = new Company(community);
  }

  write(ending: Exclude<OrderState, 'merged'>): void {
    for (let index = 0; index < ENDINGS[ending].count; index += 1) {
      const persona = this.company.resident(REPORTING_PERSONAS[index]);
      const favourite = HELD.includes(ending) ? WORKING_PERSONAS[index] : undefined;
      const story = this.nextStory(
        (each) =>
          ENDINGS[ending].fits(each) &&
          (!persona || this.company.suits(each, persona)) &&
          (!favourite || each.to === 'members'),
      );
      const part = this.partFor(story, persona, favourite);
      const played =
        ending === 'submitted' ? playUnread(part, index, this.now) : playOrder(part, ending, this.now, this.dice);
      this.add(part, played, ending);
    }
  }

  /** A second report of something still open, at the same place: its reporter follows the first one from now on. */
  writeMerged(): void {
    const eightHoursAgo = new Date(this.now.getTime() - 8 * 3_600_000);
    const survivors = this.orders.filter(
      ({ kind, endsAs, submittedAt, reporter, story }) =>
        kind === 'problem' &&
        OPEN.includes(endsAs) &&
        submittedAt < eightHoursAgo &&
        !REPORTING_PERSONAS.includes(reporter) &&
        this.community.stories.some(({ key, place }) => key === story && place !== 'dwelling'),
    );
    let merged = 0;
    for (const survivor of survivors) {
      if (merged === ENDINGS.merged.count) return;
      const story = this.nextStory(({ key }) => key === survivor.story);
      const part = this.partFor(story, this.company.resident(REPORTING_PERSONAS[merged]), undefined);
      const played = playTwin(part, survivor, this.now, this.dice);
      if (!played) continue;
      this.add(part, played, 'merged', survivor);
      merged += 1;
    }
  }

  /** Of the stories that fit, one of those told least often so far. */
  private nextStory(fits: (story: OrderStory) => boolean): OrderStory {
    const fitting = this.community.stories.filter(fits);
    const times = ({ key }: OrderStory): number => this.told.get(key) ?? 0;
    const fewest = Math.min(...fitting.map(times));
    return this.dice.pick(fitting.filter((story) => times(story) === fewest));
  }

  private partFor(story: OrderStory, persona: DemoPerson | undefined, favourite: string | undefined): Part {
    const times = this.told.get(story.key) ?? 0;
    this.told.set(story.key, times + 1);
    const telling = story.tellings[times % story.tellings.length];
    if (!telling) throw new Error(`Story ${story.key} has no telling`);
    const reporter =
      persona ?? this.dice.pick(this.company.residents.filter((each) => this.company.suits(story, each)));
    const cast = this.company.cast(reporter, story, this.dice);
    const policy = policyFor(this.community.playbook.categories, story.category, this.community.playbook.policy);
    const to = this.company.assignmentFor(story.to, cast.grid);
    return {
      story,
      cast,
      to,
      worker: story.to === 'desk' ? cast.duty : this.company.claimer(to, favourite, this.dice),
      tasks: (story.tasks ?? []).map((task) => {
        const taskTo = this.company.assignmentFor(task.to, cast.grid);
        return { ...task, to: taskTo, worker: this.company.claimer(taskTo, undefined, this.dice) };
      }),
      confidential: policy?.confidentialByDefault ?? false,
      rateDays: policy?.rateDays ?? 0,
      telling,
    };
  }

  private add(part: Part, line: Timeline, endsAs: OrderState, twin?: ScriptedOrder): void {
    const key = `o${String(this.orders.length + 1).padStart(3, '0')}`;
    const place = twin ? placeOfTwin(twin) : placeOf(part, this.company);
    this.orders.push(composeOrder(key, part, line, endsAs, place, this.dice));
  }
}
