import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { FileStorage } from '../platform/files/file-storage.js';
import { Problem } from '../platform/http/problem.js';
import { type Size, SIZES } from './files.dto.js';
import type { Photo } from './photo-reader.service.js';

/** The pixels of a city's photos by their digest. What is stored never changes, so writing it again is harmless. */
@Injectable()
export class PhotoStore {
  private readonly log = new Logger(PhotoStore.name);

  constructor(private readonly storage: FileStorage) {}

  digestOf(photo: Photo): string {
    return createHash('sha256').update(photo.large).digest('hex');
  }

  async keep(cityId: number, sha256: string, photo: Photo): Promise<void> {
    for (const size of SIZES)
      await this.attempt(this.storage.put(keyOf(cityId, sha256, size), photo[size], 'image/jpeg'));
  }

  read(cityId: number, sha256: string, size: Size): Promise<Buffer | null> {
    return this.attempt(this.storage.read(keyOf(cityId, sha256, size)));
  }

  async remove(cityId: number, sha256: string): Promise<void> {
    for (const size of SIZES) await this.attempt(this.storage.remove(keyOf(cityId, sha256, size)));
  }

  private async attempt<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.log.error({ error: String(error) }, 'the file storage failed');
      throw new Problem(503, 'file.storage_unavailable', '照片暂时存取不了，请稍后再试', { retryAfterSeconds: 10 });
    }
  }
}

/** Below the city's own folder: no city can read, overwrite or remove another one's. */
const keyOf = (cityId: number, sha256: string, size: Size): string =>
  `${cityId}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}-${size}.jpg`;
