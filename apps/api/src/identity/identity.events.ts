import { defineEvent } from '../platform/events/event.js';

/** A person had their data deleted; whoever keeps copies (search, caches, messages) drops them. */
export const personErased = defineEvent<{ personId: string }>('person.erased');
