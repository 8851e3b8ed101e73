import { join, resolve } from 'node:path';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { DiskFileStorage } from './disk-file-storage.js';
import { FileStorage } from './file-storage.js';
import { S3FileStorage } from './s3-file-storage.js';

const storageOf = ({ s3, dataDir }: Config): FileStorage =>
  s3 ? new S3FileStorage(s3) : new DiskFileStorage(join(resolve(dataDir), 'files'));

/** The disk by default, a bucket when S3_ENDPOINT is set. */
@Global()
@Module({
  providers: [{ provide: FileStorage, useFactory: storageOf, inject: [CONFIG] }],
  exports: [FileStorage],
})
export class FileStorageModule {}
