import type { INestApplication } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { operationId } from '../http/openapi-access.js';

export interface ApiOperation {
  /** `POST /api/orders/{id}/accept` */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly access: unknown;
  readonly takesFiles: boolean;
  /** Names of what it takes, whether the document describes it or not. */
  readonly body: readonly string[];
  readonly query: readonly string[];
}

type Inputs = Pick<ApiOperation, 'body' | 'query'>;

/** Every operation of the API's document, with the fields its DTO classes check. */
export function operationsOf(app: INestApplication, document: OpenAPIObject): ApiOperation[] {
  const inputs = inputsOf(app);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Record<string, unknown>>).map(([method, operation]) => {
      const verb = method.toUpperCase() as ApiOperation['method'];
      return {
        name: `${verb} ${path}`,
        method: verb,
        path,
        access: operation['x-access'],
        takesFiles: JSON.stringify(operation['requestBody'] ?? {}).includes('multipart/form-data'),
        ...(inputs.get(String(operation['operationId'])) ?? { body: [], query: [] }),
      };
    }),
  );
}

function inputsOf(app: INestApplication): Map<string, Inputs> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const scanner = new MetadataScanner();
  return new Map(
    controllers.flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as object;
      return scanner
        .getAllMethodNames(prototype)
        .map((method) => [operationId(metatype.name, method), inputsOfMethod(metatype, prototype, method)] as const);
    }),
  );
}

function inputsOfMethod(controller: object, prototype: object, method: string): Inputs {
  const sources = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { index: number }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as unknown[];
  const fields = (source: RouteParamtypes): string[] =>
    Object.entries(sources).flatMap(([key, { index }]) => (key.startsWith(`${source}:`) ? fieldsOf(types[index]) : []));
  return { body: fields(RouteParamtypes.BODY), query: fields(RouteParamtypes.QUERY) };
}

function fieldsOf(type: unknown): string[] {
  if (typeof type !== 'function') return [];
  const checks = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return [...new Set(checks.map(({ propertyName }) => propertyName))];
}
