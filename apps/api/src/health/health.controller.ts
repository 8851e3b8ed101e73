import { Controller, Get } from '@nestjs/common';
import { Public } from '../platform/auth/access.js';
import { Health, Readiness } from './health.dto.js';
import { HealthService } from './health.service.js';

@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process answers. */
  @Get('live')
  live(): Health {
    return this.health.live();
  }

  /**
   * The process can do its work, and what is due is being done somewhere: the database answers, no deadline and no event
   * waits much longer than a living worker lets it. 503 otherwise, with the checks by name.
   */
  @Get('ready')
  ready(): Promise<Readiness> {
    return this.health.ready();
  }
}
