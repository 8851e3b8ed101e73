import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './access.js';

const PATH_METADATA = 'path';

/** Refuses to boot while a route does not say who may call it. */
@Injectable()
export class AccessCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        const isRoute = handler !== undefined && Reflect.hasMetadata(PATH_METADATA, handler);
        const declared =
          handler !== undefined && this.reflector.getAllAndOverride(ACCESS, [handler, metatype]) !== undefined;
        return isRoute && !declared ? [`${metatype.name}.${name}`] : [];
      });
    });
    if (undeclared.length > 0)
      throw new Error(`routes that do not declare who may call them: ${undeclared.join(', ')}`);
  }
}
