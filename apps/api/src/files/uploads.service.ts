import { join, resolve } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { shanghaiDay, startOfShanghaiDay } from '@linshao/domain';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { scratchFolder } from '../platform/files/scratch-folder.js';
import { Problem } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import type { UploadedFile } from './files.dto.js';
import { FilesRepository } from './files.repository.js';
import { PhotoStore } from './photo-store.js';
import { type Photo, PhotoReader } from './photo-reader.service.js';
import { receiveFile } from './receive-file.js';

/** Far above a grid worker's busiest day; below what fills a disk. */
const MAX_PER_DAY = 300;
/** Arriving, waiting and being read at once in this process; each may hold 10 MB of disk. */
const MAX_AT_ONCE = 40;

@Injectable()
export class UploadsService implements OnModuleInit {
  private readonly folder: string;
  private atOnce = 0;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
    private readonly files: FilesRepository,
    private readonly photos: PhotoReader,
    private readonly store: PhotoStore,
  ) {
    this.folder = join(resolve(config.dataDir), 'uploads');
  }

  async onModuleInit(): Promise<void> {
    await scratchFolder(this.folder);
  }

  /** @throws Problem 429 or 503 before the file is received; those of `receiveFile` and `PhotoReader`. */
  async upload(caller: Caller, request: FastifyRequest): Promise<UploadedFile> {
    await this.checkAllowance(caller);
    if (this.atOnce >= MAX_AT_ONCE) {
      throw new Problem(503, 'file.busy', '正在上传的人太多了，请几秒后再试', { retryAfterSeconds: 3 });
    }
    this.atOnce += 1;
    try {
      return await this.keep(caller, await this.photos.read(await receiveFile(request, this.folder)));
    } finally {
      this.atOnce -= 1;
    }
  }

  private async checkAllowance({ cityId, personId }: Caller): Promise<void> {
    const now = this.clock.now();
    const today = shanghaiDay(now);
    if ((await this.files.countOfOwnerSince(cityId, personId, startOfShanghaiDay(today))) < MAX_PER_DAY) return;
    const retryAfterSeconds = (startOfShanghaiDay(today + 1).getTime() - now.getTime()) / 1000;
    throw new Problem(429, 'file.too_many_today', `一天最多上传 ${MAX_PER_DAY} 张照片，请明天再传`, {
      retryAfterSeconds,
    });
  }

  /** The row first: it keeps the content from being removed as unused while it is written. */
  private async keep({ cityId, personId }: Caller, photo: Photo): Promise<UploadedFile> {
    const [id, sha256] = [nextId(), this.store.digestOf(photo)];
    const uploaded = { id, width: photo.width, height: photo.height, bytes: photo.large.length };
    await this.files.insert({ ...uploaded, city_id: cityId, owner_id: personId, sha256 });
    await this.store.keep(cityId, sha256, photo);
    return uploaded;
  }
}
