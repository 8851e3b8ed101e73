import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Access } from '../auth/access.js';

type Components = NonNullable<OpenAPIObject['components']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more });

export const PROBLEM_SCHEMAS: NonNullable<Components['schemas']> = {
  Problem: {
    type: 'object',
    description: 'RFC 9457. An answer may carry more facts than these, named in the operation.',
    required: ['type', 'title', 'status', 'code'],
    properties: {
      type: text('Identifies the kind of problem by its code', { format: 'uri-reference' }),
      title: text('What is wrong and what to do, in Chinese, for the person'),
      status: { type: 'integer', minimum: 400, maximum: 599 },
      code: text('Stable; what a program decides by', { example: 'order.stale' }),
      detail: text('More, where there is more to say'),
      errors: { type: 'array', items: { $ref: '#/components/schemas/FieldProblem' } },
    },
  },
  FieldProblem: {
    type: 'object',
    required: ['field', 'code', 'message'],
    properties: {
      field: text('Path of the field as it was sent', { example: 'location.lng' }),
      code: text('The rule it breaks', { example: 'length' }),
      message: text('In Chinese, for the person'),
    },
  },
};

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const RETRY_AFTER = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } } as const;

export const PROBLEM_RESPONSES: NonNullable<Components['responses']> = {
  Invalid: { description: 'The request does not have the right form; `errors` names the fields', content: PROBLEM },
  SignInRequired: { description: 'Not signed in, or no longer', content: PROBLEM },
  NotAllowed: { description: 'The caller may not do this', content: PROBLEM },
  NotFound: { description: 'There is no such thing, or the caller may not see it', content: PROBLEM },
  TooMany: { description: 'Too often; come back later', headers: RETRY_AFTER, content: PROBLEM },
  Problem: { description: 'Any other refusal; `code` says which', content: PROBLEM },
};

const ref = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** What each operation can answer with instead, by what it takes and whom it serves. Its own words about a status stay. */
export function addProblems(operation: Operation, access: Access): void {
  const parameters = (operation.parameters ?? []).map((parameter) => ('in' in parameter ? parameter.in : ''));
  const own = Object.entries(operation.responses).map(([status, response]) => {
    if (response === undefined || '$ref' in response) return [status, response] as const;
    const isBareError = Number(status) >= 400 && !response.content;
    const described = { ...response, description: response.description || STATUS_CODES[status] || status };
    return [status, isBareError ? { ...described, content: PROBLEM } : described] as const;
  });
  operation.responses = {
    ...((operation.requestBody || parameters.some((place) => place !== 'path')) && { 400: ref('Invalid') }),
    ...(access.kind !== 'public' && { 401: ref('SignInRequired'), 403: ref('NotAllowed') }),
    ...(parameters.includes('path') && { 404: ref('NotFound') }),
    429: ref('TooMany'),
    ...Object.fromEntries<Operation['responses'][string]>(own),
    default: ref('Problem'),
  };
}
