import { defineEvent } from '../platform/events/event.js';
import type { Relocation } from './area-changes.repository.js';

/** An area was moved or got another code; everything below it follows. */
export const areaRelocated = defineEvent<Relocation>('organisation.area_relocated');

/** Persons were given posts, or posts ended. */
export const postsChanged = defineEvent<{
  readonly postIds: readonly string[];
  readonly change: 'appointed' | 'ended';
  readonly byPersonId: string;
}>('organisation.posts_changed');
