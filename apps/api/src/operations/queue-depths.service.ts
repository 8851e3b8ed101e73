import { Injectable } from '@nestjs/common';
import { jobNames } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';

export interface QueueDepth {
  readonly queue: string;
  readonly state: string;
  readonly jobs: number;
}

@Injectable()
export class QueueDepths {
  constructor(private readonly queues: Queues) {}

  /** Jobs per queue and state, on either backend. One queue after the other: on PostgreSQL each has connections of its own. */
  async find(): Promise<QueueDepth[]> {
    const depths: QueueDepth[] = [];
    for (const queue of jobNames()) {
      const counts = await this.queues
        .queue(queue)
        .getJobCounts('waiting', 'active', 'delayed', 'failed', 'prioritized');
      for (const [state, jobs] of Object.entries(counts)) depths.push({ queue, state, jobs });
    }
    return depths;
  }
}
