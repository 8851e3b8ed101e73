import type { INestApplication } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '../auth/access.js';

/** `files_upload`: the controller and the method, so that generated clients read like the code. */
export function operationId(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}_${method}`;
}

/** Who may call each operation, as its route or its controller declares it. */
export function accessOfOperations(app: INestApplication): Map<string, Access> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const scanner = new MetadataScanner();
  const found = new Map<string, Access>();
  for (const { metatype } of controllers) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as Readonly<Record<string, object>>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method];
      const access = ((handler && Reflect.getMetadata(ACCESS, handler)) ?? Reflect.getMetadata(ACCESS, metatype)) as
        Access | undefined;
      if (access) found.set(operationId(metatype.name, method), access);
    }
  }
  return found;
}
