import type { OrderCommand } from '../orders/commands.js';
import type { Assignment } from '../orders/order.js';

/** From the keys of the data to the ids of the store. */
export interface IdLookup {
  readonly person: (key: string) => string;
  readonly unit: (code: string) => string;
  readonly order: (key: string) => string;
}

/** A scripted command with ids in place of keys, ready for `decide`. */
export function withIds(command: OrderCommand, ids: IdLookup): OrderCommand {
  switch (command.action) {
    case 'dispatch':
      return { ...command, to: assignmentWithIds(command.to, ids) };
    case 'split':
      return { ...command, tasks: command.tasks.map((task) => ({ ...task, to: assignmentWithIds(task.to, ids) })) };
    case 'merge':
      return { ...command, into: ids.order(command.into) };
    default:
      return command;
  }
}

function assignmentWithIds(to: Assignment, ids: IdLookup): Assignment {
  switch (to.type) {
    case 'person':
      return { type: 'person', personId: ids.person(to.personId) };
    case 'unit':
      return { type: 'unit', unitId: ids.unit(to.unitId) };
    case 'pool':
      return to;
  }
}
