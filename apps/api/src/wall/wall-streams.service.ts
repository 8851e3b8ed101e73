import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Area } from '../organisation/areas.service.js';
import { Problem } from '../platform/http/problem.js';
import { WallListener } from './wall-listener.js';
import { WallService } from './wall.service.js';

/** How many screens this process tells, and how often it looks. */
@Injectable()
export class WallStreamLimits {
  screens = 1_000;
  /** A town hall may have many screens behind one address. */
  perAddress = 50;
  lookEveryMs = 1_000;
  keepAliveEveryMs = 15_000;
  /** What changes with time alone (at risk, overdue, whose shift it is) is seen after this. */
  refreshEveryMs = 10_000;
}

/** An area somebody looks at. */
interface Watch {
  readonly place: Area;
  readonly listeners: Set<WallListener>;
  /** Of the changes, the newest one that the last wall made here holds; and when it was made. */
  version: number;
  madeAt: number;
}

/**
 * Tells walls to screens as they change. While anybody looks, this process asks once a second for the newest change in all
 * areas looked at (one query), makes the walls that are out of date once, and sends them to whoever has another one.
 */
@Injectable()
export class WallStreams implements OnModuleDestroy {
  private readonly log = new Logger(WallStreams.name);
  private readonly watches = new Map<string, Watch>();
  private readonly byAddress = new Map<string, number>();
  private screens = 0;
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(
    private readonly walls: WallService,
    private readonly limits: WallStreamLimits,
  ) {}

  /** @throws Problem 503 when there is no room, 429 when one address takes too much of it, 422 for an area without a wall */
  async open(reference: string, { ip, method, headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const leave = this.enter(ip);
    // Also when it goes before it was let in.
    reply.raw.once('close', leave);
    try {
      const place = await this.walls.placeOf(reference);
      const page = await this.walls.of(place);
      if (this.stopping) throw noRoom();
      const known = headers['last-event-id'];
      reply.hijack();
      if (reply.raw.destroyed) return;
      const listener = new WallListener(reply.raw, typeof known === 'string' ? known : null);
      if (method === 'HEAD') {
        listener.end();
        return;
      }
      const watch = this.watchOf(place);
      watch.listeners.add(listener);
      reply.raw.once('close', () => {
        watch.listeners.delete(listener);
        if (watch.listeners.size === 0 && this.watches.get(place.path) === watch) this.watches.delete(place.path);
      });
      listener.tell(page);
      this.lookSoon();
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Screens come back by themselves, to another process. */
  onModuleDestroy(): void {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
    for (const { listeners } of this.watches.values()) for (const listener of listeners) listener.end();
  }

  /** Takes a place; answers with how to give it back, once. */
  private enter(address: string): () => void {
    const own = this.byAddress.get(address) ?? 0;
    if (this.stopping || this.screens >= this.limits.screens) throw noRoom();
    if (own >= this.limits.perAddress)
      throw new Problem(429, 'wall.too_many_screens', '这里打开的督办墙已经很多了，请关掉一些再试', {
        retryAfterSeconds: 30,
      });
    this.screens += 1;
    this.byAddress.set(address, own + 1);
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.screens -= 1;
      const left = (this.byAddress.get(address) ?? 1) - 1;
      if (left > 0) this.byAddress.set(address, left);
      else this.byAddress.delete(address);
    };
  }

  private watchOf(place: Area): Watch {
    const known = this.watches.get(place.path);
    if (known) return known;
    // Nothing is known of when the page it got was made: the next look makes sure.
    const watch: Watch = { place, listeners: new Set(), version: -1, madeAt: 0 };
    this.watches.set(place.path, watch);
    return watch;
  }

  private lookSoon(): void {
    if (this.timer || this.stopping) return;
    this.timer = setTimeout(() => void this.look(), this.limits.lookEveryMs).unref();
  }

  private async look(): Promise<void> {
    try {
      const versions = await this.walls.versions([...this.watches.keys()]);
      // Each apart: a wall that cannot be made keeps no other from being told.
      for (const [path, watch] of [...this.watches])
        await this.refresh(watch, versions.get(path) ?? 0).catch((error: unknown) => this.warn(error));
    } catch (error) {
      this.warn(error);
    }
    for (const { listeners } of this.watches.values())
      for (const listener of listeners) listener.keepAlive(this.limits.keepAliveEveryMs);
    this.timer = null;
    if (this.watches.size > 0) this.lookSoon();
  }

  /** Screens keep what they show; the next look may work again. */
  private warn(error: unknown): void {
    this.log.warn({ error: String(error) }, 'could not look at the walls');
  }

  private async refresh(watch: Watch, version: number): Promise<void> {
    const changed = version > watch.version;
    if (!changed && performance.now() - watch.madeAt < this.limits.refreshEveryMs) return;
    if (changed) this.walls.forget(watch.place);
    // Another request may be making one that began before the change: then this call makes none, and the next look does.
    const shown = watch.version;
    const making = this.walls.of(watch.place, '', () => {
      watch.version = version;
      watch.madeAt = performance.now();
    });
    const page = await making.catch((error: unknown) => {
      // What could not be made is still to be told.
      watch.version = shown;
      throw error;
    });
    for (const listener of watch.listeners) listener.tell(page);
  }
}

const noRoom = (): Problem =>
  new Problem(503, 'wall.no_room', '现在看督办墙的屏幕太多了，请稍后再试；页面内容可以照常刷新查看', {
    retryAfterSeconds: 30,
  });
