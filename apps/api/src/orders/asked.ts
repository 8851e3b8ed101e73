import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { RequestWithCaller } from '../platform/auth/access.js';
import { notFound } from '../platform/http/problem.js';
import { describeIdempotencyKey, repeatableOf } from '../platform/idempotency/idempotency.js';
import type { Asked } from './order-moves.service.js';

/** Who asks, which order (`:id`) and the Idempotency-Key, for the many routes that need just these. */
export const AskedOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): Asked => {
    const request = context.switchToHttp().getRequest<RequestWithCaller & { params: { id?: string } }>();
    const { id } = request.params;
    if (!request.caller || !isUUID(id)) throw notFound();
    return { caller: request.caller, id: (id ?? '').toLowerCase(), key: repeatableOf(request) };
  },
  [describeIdempotencyKey],
);
