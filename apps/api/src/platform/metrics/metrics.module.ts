import { Global, Module } from '@nestjs/common';
import { HttpMeters } from './http-meters.js';
import { Metrics } from './metrics.js';
import { OperationMeters } from './operation-meters.js';

@Global()
@Module({ providers: [Metrics, OperationMeters, HttpMeters], exports: [Metrics, OperationMeters] })
export class MetricsModule {}
