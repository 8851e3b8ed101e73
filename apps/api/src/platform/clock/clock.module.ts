import { Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { ClockSync } from './clock-sync.service.js';

@Global()
@Module({ providers: [ClockSync, { provide: Clock, useExisting: ClockSync }], exports: [Clock] })
export class ClockModule {}
