import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import type { Health } from './health.dto.js';

@Injectable()
export class HealthService {
  constructor(private readonly database: Database) {}

  async ready(): Promise<Health> {
    const answered = await this.database.rows('SELECT 1').catch(() => null);
    if (!answered) throw new Problem(503, 'server.unavailable', '系统正在恢复，请稍后再试', { retryAfterSeconds: 5 });
    return { status: 'ok' };
  }
}
