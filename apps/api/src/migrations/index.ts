import type { MigrationClass } from '../platform/database/data-source.js';
import { CreateFoundations1763000000000 } from './1763000000000-create-foundations.js';
import { CreateOrganisation1763000001000 } from './1763000001000-create-organisation.js';
import { CreateIdentity1763000002000 } from './1763000002000-create-identity.js';
import { CreateFiles1763000004000 } from './1763000004000-create-files.js';
import { CreateRegistry1763000003000 } from './1763000003000-create-registry.js';
import { CreatePlaybooks1763000009000 } from './1763000009000-create-playbooks.js';
import { CreateOrders1763000010000 } from './1763000010000-create-orders.js';
import { CreatePublication1763000020000 } from './1763000020000-create-publication.js';
import { CreateNotifications1763000021000 } from './1763000021000-create-notifications.js';
import { CreateLedger1763000022000 } from './1763000022000-create-ledger.js';
import { CreateDeliveries1763000032000 } from './1763000032000-create-deliveries.js';
import { CreateCalendars1763000039000 } from './1763000039000-create-calendars.js';
import { CreateDeadlines1763000040000 } from './1763000040000-create-deadlines.js';
import { CreateDuty1763000041000 } from './1763000041000-create-duty.js';
import { TakeOverDuty1763000041500 } from './1763000041500-take-over-duty.js';
import { CreateSupervision1763000042000 } from './1763000042000-create-supervision.js';
import { CreateMatters1763000043000 } from './1763000043000-create-matters.js';
import { AddMessageRelations1763000045000 } from './1763000045000-add-message-relations.js';
import { ListByAreaAndState1763000046000 } from './1763000046000-list-by-area-and-state.js';

/** One ordered history for all features; each has a working `down`. */
export const MIGRATIONS: readonly MigrationClass[] = [
  CreateFoundations1763000000000,
  CreateOrganisation1763000001000,
  CreateIdentity1763000002000,
  CreateRegistry1763000003000,
  CreateFiles1763000004000,
  CreatePlaybooks1763000009000,
  CreateOrders1763000010000,
  CreatePublication1763000020000,
  CreateNotifications1763000021000,
  CreateLedger1763000022000,
  CreateDeliveries1763000032000,
  CreateCalendars1763000039000,
  CreateDeadlines1763000040000,
  CreateDuty1763000041000,
  TakeOverDuty1763000041500,
  CreateSupervision1763000042000,
  CreateMatters1763000043000,
  AddMessageRelations1763000045000,
  ListByAreaAndState1763000046000,
];
