import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { DutyModule } from '../duty/duty.module.js';
import { FigureParts } from './figure-parts.service.js';
import { FiguresRepository } from './figures.repository.js';
import { FiguresService } from './figures.service.js';
import { MetricsController } from './metrics.controller.js';
import { QueueDashboard } from './queue-dashboard.service.js';
import { QueueDepths } from './queue-depths.service.js';
import { QueuePassesController } from './queue-passes.controller.js';
import { QueuePasses } from './queue-passes.service.js';

@Module({
  imports: [CalendarsModule, DutyModule],
  controllers: [MetricsController, QueuePassesController],
  providers: [FigureParts, FiguresRepository, FiguresService, QueueDashboard, QueueDepths, QueuePasses],
})
export class OperationsModule {}
