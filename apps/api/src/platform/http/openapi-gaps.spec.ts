import type { OpenAPIObject } from '@nestjs/swagger';
import { gapsOf } from './openapi-gaps.js';

const answering = (answer: object, schemas: object = {}): OpenAPIObject =>
  ({
    openapi: '3.0.0',
    info: { title: '', version: '' },
    paths: { '/a': { get: { operationId: 'a_get', responses: answer } } },
    components: { schemas },
  }) as OpenAPIObject;
const json = (schema: object) => ({ description: '', content: { 'application/json': { schema } } });
const SHAPE = { Shape: { type: 'object', properties: { id: { type: 'string' } } } };

describe('gaps of the OpenAPI document', () => {
  it('are none where every answer has a shape, or nothing to say', () => {
    const described = json({ type: 'array', items: { $ref: '#/components/schemas/Shape' } });
    expect(gapsOf(answering({ 200: described, 204: { description: '' } }, SHAPE))).toEqual([]);
  });

  it('are answers without one', () => {
    expect(gapsOf(answering({ 200: { description: '' } }))).toEqual(['a_get answers without a shape']);
    expect(gapsOf(answering({ 201: json({ type: 'object' }) }))).toEqual(['a_get answers without a shape']);
  });

  it('are classes without properties and references that lead nowhere', () => {
    expect(gapsOf(answering({ 200: json({ $ref: '#/components/schemas/' }) }, { Bare: { type: 'object' } }))).toEqual([
      'Bare has no properties',
      '#/components/schemas/ leads nowhere',
    ]);
  });
});
