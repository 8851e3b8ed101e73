import type { CommunityData } from '../demo/read-community.js';
import { SYSTEM_ACTOR, type ScriptedCommand, type ScriptedOrder } from '../demo/script.js';
import type { Actor } from '../identity/actor.js';
import type { Post } from '../identity/post.js';
import { categoryPath, policyFor } from '../orders/category.js';
import { childCommand } from '../orders/children.js';
import type { OrderCommand } from '../orders/commands.js';
import { decide } from '../orders/decide.js';
import type { OrderFacts, Receiver } from '../orders/facts.js';
import type { Move } from '../orders/move.js';
import type { Assignment, Order } from '../orders/order.js';
import { submitOrder } from '../orders/submit.js';
import { postsOf } from './posts-of.js';

interface Played {
  order: Order;
  readonly children: Order[];
  readonly followers: Set<string>;
}

/** Plays scripted orders through the rules, as a store would; a refusal is an error that names order and step. */
export class Replay {
  private readonly played = new Map<string, Played>();

  private readonly posts: ReadonlyMap<string, readonly Post[]>;

  constructor(private readonly community: CommunityData) {
    this.posts = new Map(community.people.map((person) => [person.key, postsOf(person, community)]));
  }

  /** All of them at once, in the order of time: a merge finds the other order as it was then. */
  play(scripts: readonly ScriptedOrder[]): void {
    const steps = scripts.flatMap((script) => [
      { at: script.submittedAt, run: () => this.submit(script) },
      ...script.commands.map((command) => ({
        at: command.at,
        run: () => this.step(this.found(script), command, script.story),
      })),
    ]);
    for (const { run } of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) run();
  }

  found({ key }: ScriptedOrder): Played {
    const played = this.played.get(key);
    if (!played) throw new Error(`${key} was never submitted`);
    return played;
  }

  private submit(script: ScriptedOrder): void {
    const creation = submitOrder(
      { ...script, areaPath: this.community.paths.get(script.area) ?? '', reporterId: script.reporter },
      this.actor(script.createdBy),
      { now: script.submittedAt, policy: this.policy(script.category), kinds: this.kinds(script.category) },
    );
    if (!creation.ok) throw new Error(`${script.key} ${script.story}: ${creation.code}`);
    const order = { ...creation.value.order, id: script.key, number: script.key };
    this.played.set(script.key, { order, children: [], followers: new Set<string>() });
  }

  private step(played: Played, { at, actor, command, task }: ScriptedCommand, story: string): void {
    const before = task === undefined ? played.order : played.children[task];
    if (!before) throw new Error(`${story}: no task ${task}`);
    const move = this.decided(before, command, actor, at, played, story);
    const after = { ...before, ...move.patch };
    if (task === undefined) played.order = after;
    else played.children[task] = after;
    played.order = { ...played.order, openChildren: played.order.openChildren + move.parentOpenChildren };
    if (move.followers?.type === 'add_actor') played.followers.add(actor);
    for (const [index, child] of move.newChildren.entries()) {
      played.children.push({ ...child.order, id: `${before.id}-${index}`, number: `${before.number}-${index}` });
    }
    for (const [index, child] of played.children.entries()) {
      const consequence = childCommand(move.children, child.state);
      if (consequence) this.step(played, { at, actor: SYSTEM_ACTOR, command: consequence, task: index }, story);
    }
  }

  private decided(order: Order, command: OrderCommand, actor: string, at: Date, played: Played, story: string): Move {
    const facts: OrderFacts = {
      now: at,
      policy: this.policy(order.category),
      kinds: this.kinds(order.category),
      isFollower: played.followers.has(actor),
      receivers: this.receivers(command),
      ...(command.action === 'merge' && { target: this.played.get(command.into)?.order }),
    };
    const move = decide(order, command, this.actor(actor), facts);
    if (move.ok) return move.value;
    throw new Error(`${order.id} ${story}: ${actor} may not ${command.action} in ${order.state}: ${move.code}`);
  }

  private actor(key: string): Actor {
    if (key === SYSTEM_ACTOR) return { type: 'system', name: 'demo' };
    const posts = this.posts.get(key);
    if (!posts) throw new Error(`Nobody is called ${key}`);
    return { type: 'person', personId: key, posts };
  }

  private receivers(command: OrderCommand): Receiver[] {
    const to: Assignment[] =
      command.action === 'dispatch' ? [command.to] : command.action === 'split' ? command.tasks.map((t) => t.to) : [];
    return to.map((each) => ({ to: each, posts: this.postsBehind(each) }));
  }

  private postsBehind(to: Assignment): Receiver['posts'] {
    switch (to.type) {
      case 'pool':
        return [];
      case 'person':
        return this.posts.get(to.personId) ?? [];
      case 'unit':
        return [...this.posts.values()]
          .flat()
          .filter(({ scope }) => scope.type === 'unit' && scope.unitId === to.unitId);
    }
  }

  private policy(category: string): OrderFacts['policy'] {
    const policy = policyFor(this.community.playbook.categories, category, this.community.playbook.policy);
    if (!policy) throw new Error(`No category ${category}`);
    return policy;
  }

  private kinds(category: string) {
    return categoryPath(this.community.playbook.categories, category).at(-1)?.kinds ?? [];
  }
}
