import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { LagRepository } from './lag.repository.js';

@Module({ controllers: [HealthController], providers: [HealthService, LagRepository] })
export class HealthModule {}
