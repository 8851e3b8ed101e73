import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from '../../platform/auth/access.js';
import type { TestApp } from '../../platform/testing/test-app.js';

/** Paths of every route anybody may GET, as declared: `/api/boards/orders/:number`. A new public route is here by itself. */
export function publicRoutes({ app }: TestApp): string[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      if (!metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (!handler || !Reflect.hasMetadata('path', handler) || Reflect.getMetadata('method', handler) !== 0)
          return [];
        const access = reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, metatype]);
        const parts = [Reflect.getMetadata('path', metatype), Reflect.getMetadata('path', handler)] as string[];
        return access?.kind === 'public' ? [`/api/${parts.join('/')}`.replace(/\/+$/, '').replace(/\/{2,}/g, '/')] : [];
      });
    });
}
