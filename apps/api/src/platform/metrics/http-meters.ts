import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Histogram } from 'prom-client';
import { Metrics } from './metrics.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Of a route whose answers last as long as somebody listens: that says nothing of how fast answers are. */
interface LastingRoute {
  readonly lasting?: boolean;
}

/** How long requests took, by the route's pattern: an id in a label would make a series of its own out of every order. */
@Injectable()
export class HttpMeters implements OnModuleInit {
  private readonly durations: Histogram<'method' | 'route' | 'status'>;
  /** Finding a series by its labels costs more than counting in it. Routes and statuses are few, so is this map. */
  private readonly series = new Map<string, Histogram.Internal<'method' | 'route' | 'status'>>();

  constructor(
    private readonly host: HttpAdapterHost,
    { registry }: Metrics,
  ) {
    this.durations = new Histogram({
      name: 'linshao_http_request_seconds',
      help: 'Time from the request to the end of its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [registry],
    });
  }

  onModuleInit(): void {
    // The queue process has no HTTP.
    const fastify = (
      this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined
    )?.getInstance<FastifyInstance>();
    fastify?.addHook('onResponse', (request, reply, done) => {
      const { lasting = false } = request.routeOptions.config as LastingRoute;
      if (!lasting || reply.statusCode >= 400)
        this.observe(request.method, request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime);
      done();
    });
  }

  private observe(method: string, route: string, status: number, ms: number): void {
    const key = `${method} ${route} ${status}`;
    let series = this.series.get(key);
    if (!series) this.series.set(key, (series = this.durations.labels({ method, route, status })));
    series.observe(ms / 1000);
  }
}
