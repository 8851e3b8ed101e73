import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Role } from '@linshao/domain';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';

export const ACCESS = Symbol('ACCESS');

export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  /** Programs that watch over the processes, see mayMonitor. */
  | { readonly kind: 'monitoring' }
  /** At least one of these posts, anywhere; which area it covers is the service's question. */
  | { readonly kind: 'post'; readonly roles: readonly Role[] };

/** Open to everybody; a valid token is still understood. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);
export const SignedIn = (): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, { kind: 'signed-in' } satisfies Access);
export const Monitoring = (): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, { kind: 'monitoring' } satisfies Access);
export const HasPost = (...roles: Role[]): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, { kind: 'post', roles } satisfies Access);

export type RequestWithCaller = FastifyRequest & { caller?: Caller };

/** The signed-in caller of a route that is not public. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<RequestWithCaller>();
  if (!caller) throw new Error('CurrentCaller on a route without a signed-in caller');
  return caller;
});

/** The caller of a public route, if signed in. */
export const MaybeCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | null =>
    context.switchToHttp().getRequest<RequestWithCaller>().caller ?? null,
);
