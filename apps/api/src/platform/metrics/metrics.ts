import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';

/** What this process counts and measures, for Prometheus to fetch. One per application, so that two in one process stay apart. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private watchesProcess = false;

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything in Prometheus' text format. */
  text(): Promise<string> {
    // Watching garbage collection and the event loop costs a little: a process nobody asks does without.
    if (!this.watchesProcess) collectDefaultMetrics({ register: this.registry });
    this.watchesProcess = true;
    return this.registry.metrics();
  }
}
