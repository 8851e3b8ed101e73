import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './openapi-document.js';

/**
 * What the document leaves unsaid because a type does not reach it: an answer or a class without a shape (an interface
 * or a readonly list where a DTO class was meant), a reference that leads nowhere.
 */
export function gapsOf(document: OpenAPIObject): string[] {
  return [...emptyClasses(document), ...answersWithoutShape(document), ...danglingReferences(document)];
}

const isShapeless = (schema: object): boolean =>
  'type' in schema &&
  schema.type === 'object' &&
  !['properties', 'additionalProperties', 'allOf'].some((key) => key in schema);

function emptyClasses({ components }: OpenAPIObject): string[] {
  const empty = Object.entries(components?.schemas ?? {}).filter(([, schema]) => isShapeless(schema));
  return empty.map(([name]) => `${name} has no properties`);
}

function answersWithoutShape(document: OpenAPIObject): string[] {
  return operationsOf(document).flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, answer]) => {
      if (!/^2/.test(status) || status === '204' || !answer || '$ref' in answer) return [];
      const schemas = Object.values(answer.content ?? {}).map(({ schema }) => schema ?? {});
      return schemas.length > 0 && !schemas.some(isShapeless)
        ? []
        : [`${operation.operationId} answers without a shape`];
    }),
  );
}

function danglingReferences(document: OpenAPIObject): string[] {
  const { schemas, responses } = { schemas: {}, responses: {}, ...document.components };
  const known = new Set([
    ...Object.keys(schemas).map((name) => `#/components/schemas/${name}`),
    ...Object.keys(responses).map((name) => `#/components/responses/${name}`),
  ]);
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(
    ([, reference = '']) => reference,
  );
  return [...new Set(references)]
    .filter((reference) => !known.has(reference))
    .map((reference) => `${reference} leads nowhere`);
}
