import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileAccess } from '../files/file-access.service.js';
import { Problem } from '../platform/http/problem.js';
import { ReadOrderService } from './read-order.service.js';

/** An order's photos are seen by whoever sees the whole order; the public's copies are publication's matter. */
@Injectable()
export class OrderPhotos implements OnModuleInit {
  constructor(
    private readonly access: FileAccess,
    private readonly orders: ReadOrderService,
  ) {}

  onModuleInit(): void {
    this.access.register('order', async (caller, orderId) => {
      try {
        return (await this.orders.read(caller, orderId)).visibility === 'full';
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return false;
        throw error;
      }
    });
  }
}
