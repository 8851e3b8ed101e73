import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { mayMonitor } from '../platform/auth/monitoring.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { WorkerListener } from '../platform/metrics/worker-listener.js';
import { type FigurePart, FigureParts } from './figure-parts.service.js';

/** However often somebody scrapes, PostgreSQL and Redis are asked at most this often. */
const CACHE_MS = 5_000;
/** A queue whose Redis is gone does not answer: BullMQ waits for it to come back. */
const PATIENCE_MS = 2_000;

/** Figures made when somebody scrapes. What cannot be read is left out and marked; a scrape never fails, least of all in trouble. */
@Injectable()
export class FiguresService implements OnModuleInit {
  private readonly log = new Logger(FiguresService.name);
  private readonly readable: Gauge<'part'>;
  /** Parts still being read: one that hangs is waited for, not asked again and again. */
  private readonly underWay = new Map<FigurePart, Promise<boolean>>();
  private freshUntil = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly metrics: Metrics,
    private readonly listener: WorkerListener,
    private readonly parts: FigureParts,
  ) {
    this.readable = new Gauge({
      name: 'linshao_figures_readable',
      help: '1: this part could be read; 0: its figures are left out.',
      labelNames: ['part'],
      registers: [metrics.registry],
    });
  }

  onModuleInit(): void {
    this.listener.add('/metrics', async (request) =>
      mayMonitor(request, this.config.metricsToken)
        ? { status: 200, type: this.metrics.contentType, body: await this.text() }
        : { status: 403, type: 'text/plain', body: 'not allowed\n' },
    );
  }

  /** Everything this process knows, in Prometheus' text format. */
  async text(): Promise<string> {
    if (performance.now() > this.freshUntil) {
      await Promise.all(this.parts.all.map((part) => this.refresh(part)));
      this.freshUntil = performance.now() + CACHE_MS;
    }
    return this.metrics.text();
  }

  private async refresh(part: FigurePart): Promise<void> {
    let reading = this.underWay.get(part);
    if (!reading) {
      reading = this.read(part).finally(() => this.underWay.delete(part));
      this.underWay.set(part, reading);
    }
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((done) => (timer = setTimeout(() => done(false), PATIENCE_MS)));
    const ok = await Promise.race([reading, tooLate]).finally(() => clearTimeout(timer));
    if (!ok) leaveOut(part);
    this.readable.set({ part: part.name }, ok ? 1 : 0);
  }

  private async read(part: FigurePart): Promise<boolean> {
    try {
      leaveOut(part);
      await part.read();
      return true;
    } catch (error) {
      this.log.warn({ part: part.name, error: String(error) }, 'figures could not be read');
      return false;
    }
  }
}

function leaveOut({ gauges }: FigurePart): void {
  for (const gauge of gauges) gauge.leaveOut();
}
