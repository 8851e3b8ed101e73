import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { defineJob } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';
import { FilesRepository, type UnusedFile } from './files.repository.js';
import { PhotoStore } from './photo-store.js';

const removeUnusedFiles = defineJob('files-unused');
const HOUR_MS = 3_600_000;
const BATCH = 500;

/** Deletes photos that nothing claimed within 24 hours of being sent, and those that were removed. */
@Injectable()
export class FilesJobs implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly database: Database,
    private readonly files: FilesRepository,
    private readonly store: PhotoStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.withWorker) return;
    await this.queues.work(removeUnusedFiles, async () => void (await this.removeUnused()));
    await this.queues.every(removeUnusedFiles, HOUR_MS);
  }

  /** Safe to run at any time and twice at once; what the storage refuses now is tried again by the next run. */
  async removeUnused(): Promise<number> {
    let removed = 0;
    let batch: UnusedFile[];
    do {
      batch = await this.files.unused(BATCH);
      for (const file of batch) removed += await this.remove(file);
    } while (batch.length === BATCH);
    return removed;
  }

  /**
   * Row and content go together: a crash before the commit leaves the row, and with it the reminder to remove the
   * content. The content stays while another row has it.
   */
  private remove(file: UnusedFile): Promise<number> {
    return this.database.transaction(async (tx) => {
      await this.files.lockContent(tx, file);
      if (!(await this.files.deleteUnused(tx, file))) return 0;
      if (!(await this.files.contentIsUsed(tx, file))) await this.store.remove(file.city_id, file.sha256);
      return 1;
    });
  }
}
