import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { DemoLoader } from './demo/demo-loader.service.js';
import { welcome } from './demo/welcome.js';
import { type Config, ConfigError, parseConfig } from './platform/config/config.js';
import { migrate } from './platform/database/data-source.js';
import { createApp } from './platform/http/create-app.js';
import { PinoNestLogger } from './platform/log/pino-nest-logger.js';
import { MIGRATIONS } from './migrations/index.js';
import { dataSourceOptions } from './platform/database/data-source.js';

/** An error an operator can act on: printed as one sentence, without a stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE')
    return '端口已被占用，请换一个（PORT=3001 npm start） The port is taken; choose another with PORT.';
  if (code === 'ECONNREFUSED')
    return `连不上数据库或 Redis，请检查 DATABASE_URL、REDIS_URL Cannot connect: ${message ?? ''}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function boot(work: (config: Config) => Promise<void>): Promise<void> {
  try {
    const config = parseConfig(process.env);
    await migrateFirst(config);
    await work(config);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

async function migrateFirst(config: Config): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(config.databaseUrl, 2, MIGRATIONS)).initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** The HTTP process; with WITH_WORKER=true it also works the queues, which is the single-process default of `npm start`. */
export const bootHttp = (): Promise<void> =>
  boot(async (config) => {
    const logger = pino({ level: config.logLevel });
    const app = await createApp(AppModule.with(config), config, logger);
    app.enableShutdownHooks();
    if (config.demoMode) {
      await app.init();
      await app.get(DemoLoader).load((line) => process.stdout.write(`${line}\n`));
    }
    await app.listen(config.port, config.host);
    if (config.demoMode) process.stdout.write(`${welcome(config)}\n`);
    logger.info({ address: await app.getUrl() }, 'listening');
  });

/** The queue process: no HTTP. */
export const bootWorker = (): Promise<void> =>
  boot(async (parsed) => {
    const config = { ...parsed, withWorker: true };
    const logger = pino({ level: config.logLevel });
    const app = await NestFactory.createApplicationContext(AppModule.with(config), {
      logger: new PinoNestLogger(logger),
      abortOnError: false,
    });
    app.enableShutdownHooks();
    logger.info('working');
  });
