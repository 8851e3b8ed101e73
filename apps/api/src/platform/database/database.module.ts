import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { dataSourceOptions, type MigrationClass } from './data-source.js';
import { Database } from './database.js';
import { Partitions } from './partitions.js';
import { PartitionsJobs } from './partitions.jobs.js';

/** Features register their entities themselves (`TypeOrmModule.forFeature`); the migrations are one ordered history. */
@Global()
@Module({})
export class DatabaseModule {
  static with(config: Config, migrations: readonly MigrationClass[]): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config.databaseUrl, config.databasePool, migrations),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
      ],
      providers: [Database, Partitions, PartitionsJobs],
      exports: [Database],
    };
  }
}
