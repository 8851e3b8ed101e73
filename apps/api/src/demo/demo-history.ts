import {
  type Actor,
  categoryPath,
  childCommand,
  type CommunityData,
  communityOf,
  covers,
  decide,
  type Move,
  type Order,
  type OrderCommand,
  type OrderEvent,
  type OrderFacts,
  type OrderNoteType,
  orderNumber,
  policyFor,
  type Post,
  type Receiver,
  type RungRole,
  seatOf,
  SYSTEM_ACTOR,
  type ScriptedCommand,
  type ScriptedOrder,
  submitOrder,
  withIds,
  type WorkCalendar,
} from '@linshao/domain';
import { v7 as uuidv7 } from 'uuid';
import { toColumns } from '../orders/order-row.js';
import type { Escalation } from '../deadlines/firing-hooks.service.js';
import { DemoClock } from './demo-clock.js';
import type { DemoIds } from './demo-society.service.js';
import { found } from './fuqiang.js';

interface Told {
  order: Order;
  readonly content: object;
  readonly children: Told[];
}

/** Rows as the tables have them, ready for one insert each. */
export interface HistoryRows {
  readonly orders: object[];
  readonly deadlines: object[];
  readonly escalations: readonly Escalation[];
  /** Of promises that are still owed. */
  readonly openEscalations: readonly Escalation[];
  readonly events: object[];
  readonly followers: { readonly order_id: string; readonly person_id: string; readonly via_order_id: string | null }[];
}

const system: Actor = { type: 'system', name: 'demo' };

/** Replays the demo's scripted orders through the rules, step by step in the order of time, as the service would have. */
export class DemoHistory {
  private readonly told = new Map<string, Told>();
  private readonly events: object[] = [];
  private readonly followers = new Map<string, { order_id: string; person_id: string; via_order_id: string | null }>();
  private readonly clock: DemoClock;
  private sequence = 0;
  private idSequence = 0;

  constructor(
    private readonly fuqiang: CommunityData,
    private readonly ids: DemoIds,
    playbookId: string,
    calendar: WorkCalendar,
  ) {
    this.clock = new DemoClock({
      cityId: fuqiang.playbook.city,
      playbookId,
      calendar,
      policyOf: (category) => this.category(category).policy,
      idAt: (at) => this.idAt(at),
      note: (order, { type, at, data }) => this.noted(order, type, at, data),
      officeOf: (role, order) => this.officeOf(role, order),
    });
  }

  /** @param now until when the clock of open promises runs */
  replay(scripts: readonly ScriptedOrder[], now: Date): HistoryRows {
    const steps = scripts.flatMap((script) => [
      { at: script.submittedAt, run: () => this.submit(script) },
      ...script.commands.map((step) => ({ at: step.at, run: () => this.step(script.key, step) })),
    ]);
    for (const { run } of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) run();
    this.clock.passAll(now);
    const all = [...this.told.values()].flatMap((order) => [order, ...order.children]);
    return {
      orders: all.map((order) => this.row(order)),
      deadlines: this.clock.deadlineRows,
      escalations: this.clock.escalations,
      openEscalations: this.clock.openEscalations,
      events: this.events,
      followers: [...this.followers.values()],
    };
  }

  get lastSequence(): number {
    return this.sequence;
  }

  private submit(script: ScriptedOrder): void {
    const areaPath = found(this.fuqiang.paths.get(script.area), script.area);
    const creation = submitOrder(
      { ...script, areaPath, reporterId: this.person(script.reporter) },
      this.actor(script.createdBy),
      {
        now: script.submittedAt,
        ...this.category(script.category),
      },
    );
    if (!creation.ok) throw new Error(`${script.key}: ${creation.code}`);
    const order = {
      ...creation.value.order,
      id: this.idAt(script.submittedAt),
      number: this.number(script.submittedAt),
    };
    const { title, description, address, point } = script;
    this.told.set(script.key, {
      order,
      content: { title, description, address, lng: point.lng, lat: point.lat },
      children: [],
    });
    this.clock.step(order, { action: 'submit', from: null, now: script.submittedAt });
    this.keep(order, creation.value.events, script.submittedAt);
  }

  private step(key: string, { at, actor, command, task }: ScriptedCommand): void {
    const parent = found(this.told.get(key), key);
    const subject = task === undefined ? parent : found(parent.children[task], `task ${task} of ${key}`);
    const wanted = withIds(command, {
      person: (k) => this.person(k),
      unit: (k) => found(this.ids.unit.get(k), k),
      order: (k) => found(this.told.get(k), k).order.id,
    });
    const who = this.actor(actor);
    const move = this.decided(subject.order, wanted, who, at);
    this.apply(subject, wanted, move, at);
    if (move.parentOpenChildren !== 0)
      parent.order = {
        ...parent.order,
        openChildren: parent.order.openChildren + move.parentOpenChildren,
        version: parent.order.version + 1,
      };
    this.follow(subject.order, move, who);
    for (const child of move.newChildren) {
      const order = { ...child.order, id: this.idAt(at), number: this.number(at) };
      parent.children.push({ order, content: { title: child.title, description: child.description }, children: [] });
      this.clock.step(order, { action: 'submit', from: null, now: at });
      this.keep(order, child.events, at);
    }
    for (const child of parent.children) {
      const consequence = childCommand(move.children, child.order.state);
      if (consequence) this.apply(child, consequence, this.decided(child.order, consequence, system, at), at);
    }
  }

  private decided(order: Order, command: OrderCommand, actor: Actor, at: Date): Move {
    const target =
      command.action === 'merge'
        ? [...this.told.values()].find((each) => each.order.id === command.into)?.order
        : undefined;
    const followed = actor.type === 'person' && this.followers.has(`${order.id} ${actor.personId}`);
    const facts: OrderFacts = {
      now: at,
      ...this.category(order.category),
      isFollower: followed,
      receivers: this.receivers(command),
      ...(target && { target }),
    };
    const decision = decide(order, command, actor, facts);
    if (!decision.ok) throw new Error(`${order.number} ${order.state} ${command.action}: ${decision.code}`);
    return decision.value;
  }

  private apply(subject: Told, command: OrderCommand, move: Move, at: Date): void {
    const from = subject.order.state;
    subject.order = { ...subject.order, ...move.patch };
    this.clock.step(subject.order, {
      action: command.action,
      from,
      now: at,
      ...(command.action === 'suspend' && command.waitingFor && { waitingFor: command.waitingFor }),
    });
    this.keep(subject.order, move.events, at);
  }

  private keep(order: Order, events: readonly OrderEvent[], at: Date): void {
    for (const {
      type,
      action,
      fromState,
      toState,
      words,
      data,
      actorId,
      postId,
      postName,
      public: isPublic,
    } of events) {
      this.events.push({
        id: this.idAt(at),
        order_id: order.id,
        version: order.version,
        community_path: communityOf(order.areaPath),
        type,
        action,
        from_state: fromState,
        to_state: toState,
        words,
        public: isPublic,
        data,
        actor_id: actorId,
        post_id: postId,
        post_name: postName,
        at,
      });
    }
  }

  /** What the clock did to an order, in its history. */
  private noted(order: Order, type: OrderNoteType, at: Date, data: object): void {
    this.events.push({
      id: this.idAt(at),
      order_id: order.id,
      version: order.version,
      community_path: communityOf(order.areaPath),
      type,
      from_state: order.state,
      to_state: order.state,
      words: null,
      public: false,
      data,
      actor_id: null,
      post_id: null,
      post_name: null,
      at,
    });
  }

  private officeOf(role: RungRole, order: Order): { holderIds: string[]; areaPath: string } {
    const seat = seatOf(role, order.areaPath);
    const holders = [...this.ids.posts].filter(([, posts]) =>
      posts.some((post) => post.role === role && covers(post.scope.areaPath, seat)),
    );
    return { holderIds: holders.map(([key]) => this.person(key)), areaPath: seat };
  }

  private follow(order: Order, { followers: change }: Move, actor: Actor): void {
    const add = (orderId: string, personId: string, via: string | null): void =>
      void this.followers.set(`${orderId} ${personId}`, { order_id: orderId, person_id: personId, via_order_id: via });
    if (change?.type === 'add_actor' && actor.type === 'person') add(order.id, actor.personId, null);
    if (change?.type === 'follow_survivor') {
      const theirs = [...this.followers.values()].filter(({ order_id }) => order_id === order.id);
      for (const personId of [order.reporterId, ...theirs.map(({ person_id }) => person_id)])
        add(change.orderId, personId, order.id);
    }
  }

  private row({ order, content }: Told): object {
    return {
      city_id: this.fuqiang.playbook.city,
      ...toColumns(order),
      ...content,
      due_at: this.clock.dueOf(order.id),
      photo_ids: [],
    };
  }

  /** An id that carries a time of the past, after every id made before for the same time: lists go by ids. */
  private idAt(at: Date): string {
    this.idSequence += 1;
    return uuidv7({ msecs: at.getTime(), seq: this.idSequence });
  }

  private number(at: Date): string {
    this.sequence += 1;
    return orderNumber(at, this.sequence);
  }

  private person(key: string): string {
    return found(this.ids.person.get(key), `person ${key}`);
  }

  private actor(key: string): Actor {
    return key === SYSTEM_ACTOR
      ? system
      : { type: 'person', personId: this.person(key), posts: this.ids.posts.get(key) ?? [] };
  }

  private receivers(command: OrderCommand): Receiver[] {
    const to =
      command.action === 'dispatch'
        ? [command.to]
        : command.action === 'split'
          ? command.tasks.map((task) => task.to)
          : [];
    return to.map((each): Receiver => {
      if (each.type === 'pool') return { to: each, posts: [] };
      const holders = [...this.ids.posts].filter(([key]) => each.type === 'unit' || this.person(key) === each.personId);
      const serves = ({ scope }: Post): boolean =>
        each.type === 'person' || (scope.type === 'unit' && scope.unitId === each.unitId);
      return { to: each, posts: holders.flatMap(([, posts]) => posts).filter(serves) };
    });
  }

  private category(code: string) {
    const { categories, policy: defaults } = this.fuqiang.playbook;
    return {
      policy: found(policyFor(categories, code, defaults), code),
      kinds: categoryPath(categories, code).at(-1)?.kinds ?? [],
    };
  }
}
