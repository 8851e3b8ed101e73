import { Global, Module } from '@nestjs/common';
import { BoardCache } from './board-cache.js';
import { BoardFastPath } from './board-fast-path.js';

/** How pages that everybody reads are kept and sent; what stands on them is their features' business. */
@Global()
@Module({ providers: [BoardCache, BoardFastPath], exports: [BoardCache] })
export class BoardsModule {}
