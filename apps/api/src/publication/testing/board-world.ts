import { createOrderWorld, type OrderWorld } from '../../orders/testing/order-world.js';
import { BoardCache } from '../../platform/boards/board-cache.js';

type Who = 'resident' | 'neighbour' | 'member' | 'member2' | 'duty' | 'dispatcher' | 'secretary';
export type Moves = readonly (readonly [who: Who, action: string, body?: object])[];

/** An order's world with its boards as they are now, not as they were a second ago. */
export interface BoardWorld extends OrderWorld {
  /** One move after the other. */
  walk(id: string, moves: Moves): Promise<void>;
  make(input: object, moves?: Moves): Promise<{ id: string; number: string }>;
  board(path: string): Promise<{ status: number; body: BoardBody }>;
}

export interface BoardBody {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly nextCursor: string | null;
  readonly code?: string;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
  readonly [more: string]: unknown;
}

export async function createBoardWorld(): Promise<BoardWorld> {
  const world = await createOrderWorld();
  const cache = world.test.app.get(BoardCache);
  const walk = async (id: string, moves: Moves): Promise<void> => {
    for (const [who, action, body] of moves) {
      const answer = await world.act(world[who], id, action, body);
      if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  };
  return {
    ...world,
    walk,
    async make(input, moves = []) {
      const order = await world.create(world.resident, input);
      await walk(order.id, moves);
      return order;
    },
    async board(path) {
      await world.test.drain();
      cache['entries'].clear();
      const { status, body } = await world.test.http().get(`/api/boards/${path}`);
      return { status, body: body as BoardBody };
    },
  };
}

export const WISH = { kind: 'wish', category: 'company', title: '想有人陪着下棋', description: '每周一次就好' };
export const TO_DONE: Moves = [
  ['dispatcher', 'accept'],
  ['dispatcher', 'dispatch', { pool: 'members' }],
  ['member', 'claim'],
  ['member', 'start'],
  ['member', 'done', { summary: '已经办好了' }],
];
export const TO_PUBLISHED: Moves = [...TO_DONE, ['dispatcher', 'publish']];
