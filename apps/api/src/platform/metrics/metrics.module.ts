import { Global, Module } from '@nestjs/common';
import { HttpMeters } from './http-meters.js';
import { Metrics } from './metrics.js';
import { OperationMeters } from './operation-meters.js';
import { WorkerListener } from './worker-listener.js';

@Global()
@Module({
  providers: [Metrics, OperationMeters, HttpMeters, WorkerListener],
  exports: [Metrics, OperationMeters, WorkerListener],
})
export class MetricsModule {}
