import { Injectable } from '@nestjs/common';
import { mayKnowReporter, type Relation, relationsTo } from '@linshao/domain';
import { RevealService } from '../identity/reveal.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Problem } from '../platform/http/problem.js';
import type { ContactView } from './contact.dto.js';
import { toOrder } from './order-row.js';
import { ReadOrderService } from './read-order.service.js';

/** Who has to call or visit the resident; whoever merely watches over orders does not. */
const MUST_REACH: readonly Relation[] = ['assignee', 'duty_officer', 'dispatcher', 'grid_worker', 'secretary'];

/** The resident's name and phone for those who work on their order: masked until asked for, each look on record. */
@Injectable()
export class ContactService {
  constructor(
    private readonly orders: ReadOrderService,
    private readonly reveals: RevealService,
  ) {}

  async contact(caller: Caller, id: string, purpose: string): Promise<ContactView> {
    const { row, now } = await this.orders.read(caller, id);
    const order = toOrder(row);
    const facts = { now, isFollower: row.is_follower };
    const relations = relationsTo(order, caller.actor, facts);
    const relation = MUST_REACH.find((each) => relations.has(each));
    if (!relation || !mayKnowReporter(order, caller.actor, facts)) {
      throw new Problem(
        403,
        'order.contact_not_allowed',
        '只有经办这条诉求的同志可以查看联系方式；匿名诉求请在留言里联系',
      );
    }
    const postId = relations.get(relation)?.id ?? null;
    const { name, phone } = await this.reveals.open(
      caller,
      order.reporterId,
      postId,
      ['name', 'phone'],
      `${row.number} ${purpose}`,
    );
    return { name: name ?? '', phone: phone ?? null, address: row.address };
  }
}
