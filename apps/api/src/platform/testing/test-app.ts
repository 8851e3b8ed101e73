import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import supertest from 'supertest';
import { AppModule } from '../../app.module.js';
import { parseConfig } from '../config/config.js';
import { Database } from '../database/database.js';
import { OutboxRelay } from '../events/outbox.relay.js';
import { createApp } from '../http/create-app.js';
import { createTestDatabase } from './test-database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly dataDir: string;
  http(): ReturnType<typeof supertest>;
  /** Lets every after-commit subscriber see what was committed so far. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** The real application on a real, empty database. `env` overrides the demo configuration. */
export async function createTestApp(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const testDatabase = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'linshao-test-'));
  const config = parseConfig({
    NODE_ENV: 'test',
    DEMO_MODE: 'true',
    DATABASE_URL: testDatabase.url,
    DATABASE_POOL: '8',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    THROTTLE_DISABLED: 'true',
    QUEUE_PREFIX: new URL(testDatabase.url).pathname.slice(1),
    ...(process.env['TEST_REDIS_URL'] && { REDIS_URL: process.env['TEST_REDIS_URL'] }),
    ...env,
  });
  const app = await createApp(AppModule.with(config), config, pino({ level: process.env['TEST_LOG'] ?? 'silent' }));
  const close = async () => {
    try {
      await app.close();
    } finally {
      await testDatabase.drop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    // Half an application would go on working its queues, and keep the whole run from ending.
    await close();
    throw error;
  }
  return {
    app,
    database: app.get(Database),
    databaseUrl: testDatabase.url,
    dataDir,
    http: () => supertest(app.getHttpServer()),
    drain: async () => void (await app.get(OutboxRelay).drain()),
    close,
  };
}
