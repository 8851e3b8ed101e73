import { defineEvent } from '../platform/events/event.js';
import type { Relocation } from './area-changes.repository.js';

/** An area was moved or got another code; everything below it follows. */
export const areaRelocated = defineEvent<Relocation>('organisation.area_relocated');

/** A person was given a post, or a post ended. */
export const postChanged = defineEvent<{
  readonly postId: string;
  readonly change: 'appointed' | 'ended';
  readonly byPersonId: string;
}>('organisation.post_changed');
