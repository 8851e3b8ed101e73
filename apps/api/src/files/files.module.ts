import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileAccess } from './file-access.service.js';
import { FileTickets } from './file-tickets.js';
import { FileEntity } from './file.entity.js';
import { FilesController } from './files.controller.js';
import { FilesJobs } from './files.jobs.js';
import { FilesRepository } from './files.repository.js';
import { FilesService } from './files.service.js';
import { PhotoReader } from './photo-reader.service.js';
import { PhotoStore } from './photo-store.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([FileEntity])],
  controllers: [FilesController],
  providers: [
    FileAccess,
    FilesJobs,
    FilesRepository,
    FilesService,
    FileTickets,
    PhotoReader,
    PhotoStore,
    UploadsService,
  ],
  exports: [FileAccess, FilesService],
})
export class FilesModule {}
