import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Monitoring } from '../platform/auth/access.js';
import { FiguresService } from './figures.service.js';

/** At the root, where Prometheus looks by itself; nginx hides it from the street. */
@ApiExcludeController()
@Controller('metrics')
@Monitoring()
export class MetricsController {
  constructor(private readonly figures: FiguresService) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.figures.text();
  }
}
