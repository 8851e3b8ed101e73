import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Sql } from '../platform/database/database.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { FileAccess } from './file-access.service.js';
import { FileTickets } from './file-tickets.js';
import type { Moderation } from './file.entity.js';
import type { FileLinks, ReadFile } from './files.dto.js';
import { type FileRow, FilesRepository, type Subject } from './files.repository.js';
import { PhotoStore } from './photo-store.js';

const MAX_PHOTOS = 9;
/** A publication that is withdrawn has left every cache a day later. */
const PUBLIC_SECONDS = 86_400;

export interface FileContent {
  readonly etag: string;
  readonly cacheControl: string;
  bytes(): Promise<Buffer>;
}

const missing = (): Problem => notFound('file.not_found', '没有找到这张照片，或您无权查看');
const isPublic = ({ published_at, moderation }: FileRow): boolean => published_at !== null && moderation === 'passed';

/** Photos, for the features they belong to. */
@Injectable()
export class FilesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly files: FilesRepository,
    private readonly access: FileAccess,
    private readonly tickets: FileTickets,
    private readonly store: PhotoStore,
  ) {}

  /**
   * Ties photos to an order (or another subject) within the caller's transaction; again with the same ones does nothing.
   * @throws Problem 422 for photos that are not there or somebody else's, 409 for those another subject has
   */
  async claimForOrder(
    tx: Sql,
    cityId: number,
    ownerId: string,
    fileIds: readonly string[],
    subject: Subject,
  ): Promise<void> {
    const ids = [...new Set(fileIds)];
    if (ids.length > MAX_PHOTOS) throw new Problem(422, 'file.too_many', `照片最多 ${MAX_PHOTOS} 张`);
    const attached = new Set(await this.files.attach(tx, cityId, ownerId, ids, subject));
    const left = ids.filter((id) => !attached.has(id));
    if (left.length === 0) return;
    const elsewhere = (await this.files.find(cityId, left, tx)).some(({ owner_id }) => owner_id === ownerId);
    if (elsewhere) throw new Problem(409, 'file.used_elsewhere', '有照片已经用在别处了，请重新上传');
    throw new Problem(422, 'file.not_found', '有照片没有找到，可能已过期，请重新上传');
  }

  /** Exactly these photos of the subject are public from now on (none: withdrawn), each as soon as it passed moderation. */
  publish(tx: Sql, cityId: number, subject: Subject, fileIds: readonly string[]): Promise<void> {
    return this.files.setPublished(tx, cityId, subject, fileIds);
  }

  /** What a check of the picture said: WeChat's, or a person's who looked at it. */
  moderate(tx: Sql, cityId: number, fileIds: readonly string[], verdict: Moderation): Promise<void> {
    return this.files.setModeration(tx, cityId, fileIds, verdict);
  }

  /** The subject's photos are gone at once (retention, PIPL art. 47); their pixels within the hour. */
  removeOf(tx: Sql, cityId: number, subject: Subject): Promise<void> {
    return this.files.markRemoved(tx, cityId, subject);
  }

  /** @throws Problem 404 when there is no such photo or the asker may not see it */
  async read(caller: Caller | null, id: string, { size = 'large', ticket }: ReadFile): Promise<FileContent> {
    const admitted = ticket === undefined ? null : this.tickets.check(ticket, id);
    const cityId = admitted?.cityId ?? caller?.cityId ?? this.config.cityId;
    const [file] = await this.files.find(cityId, [id]);
    if (!file || (!admitted && !(await this.maySee(caller, file)))) throw missing();
    return {
      etag: `"${file.sha256}-${size}"`,
      cacheControl: this.cacheControl(file, admitted?.until),
      bytes: async () => {
        const bytes = await this.store.read(cityId, file.sha256, size);
        if (!bytes) throw missing();
        return bytes;
      },
    };
  }

  /** An address that shows the photo for an hour or two to whoever fetches it, such as WeChat's check. */
  addressOf(cityId: number, id: string): string {
    return `/api/files/${id}?ticket=${this.tickets.issue(cityId, id).ticket}&size=large`;
  }

  async links(caller: Caller, ids: readonly string[]): Promise<FileLinks> {
    const files = new Map((await this.files.find(caller.cityId, ids)).map((file) => [file.id, file]));
    const items: FileLinks['items'] = [];
    for (const id of ids) {
      const file = files.get(id.toLowerCase());
      if (!file || !(await this.maySee(caller, file))) continue;
      const { ticket, until } = this.tickets.issue(caller.cityId, file.id);
      const address = `/api/files/${file.id}?ticket=${ticket}`;
      items.push({
        id: file.id,
        thumbUrl: `${address}&size=thumb`,
        largeUrl: `${address}&size=large`,
        expiresAt: until,
      });
    }
    return { items };
  }

  private async maySee(caller: Caller | null, file: FileRow): Promise<boolean> {
    if (isPublic(file)) return true;
    if (!caller) return false;
    if (file.owner_id === caller.personId) return true;
    return (
      file.subject_type !== null &&
      file.subject_id !== null &&
      this.access.maySee(caller, file.subject_type, file.subject_id)
    );
  }

  private cacheControl(file: FileRow, until: Date | undefined): string {
    if (isPublic(file)) return `public, max-age=${PUBLIC_SECONDS}, immutable`;
    if (!until) return 'private, no-cache';
    return `private, max-age=${Math.floor((until.getTime() - this.clock.now().getTime()) / 1000)}`;
  }
}
