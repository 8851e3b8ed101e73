import { Controller, Get } from '@nestjs/common';
import { Public } from '../platform/auth/access.js';
import { Health } from './health.dto.js';
import { HealthService } from './health.service.js';

@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process answers. */
  @Get('live')
  live(): Health {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers and is migrated. 503 otherwise. */
  @Get('ready')
  ready(): Promise<Health> {
    return this.health.ready();
  }
}
