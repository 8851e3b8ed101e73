import { Injectable } from '@nestjs/common';
import { type AreaLevel, ancestorsOf, type OrderEventType, type OrderKind, type OrderState } from '@linshao/domain';
import { withinPath } from '../platform/database/conditions.js';
import type { Sql } from '../platform/database/database.js';
import { floorOf } from '../platform/database/id-floor.js';

/** What a public copy is made from. These rows hold everything; they never leave the projector. */
export interface SourceOrder {
  readonly id: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly category: string;
  readonly state: OrderState;
  readonly title: string;
  readonly description: string;
  readonly address: string | null;
  readonly area_path: string;
  readonly photo_ids: string[];
  readonly reporter_id: string;
  readonly created_by_id: string;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly parent_id: string | null;
  readonly assignment_type: 'person' | 'unit' | 'pool' | null;
  readonly assignment_id: string | null;
  readonly assignee_id: string | null;
  readonly submitted_at: Date;
  readonly accepted_at: Date | null;
  readonly published_at: Date | null;
  readonly rated_at: Date | null;
  readonly solved: boolean | null;
  readonly stars: number | null;
  readonly unit_name: string | null;
  readonly follower_ids: string[];
}

export interface SourceEvent {
  readonly id: string;
  readonly order_id: string;
  readonly type: OrderEventType;
  readonly to_state: OrderState;
  readonly words: string | null;
  readonly public: boolean;
  readonly photo_ids: string[];
  readonly actor_id: string | null;
  readonly post_name: string | null;
  readonly at: Date;
}

export interface SourcePerson {
  readonly id: string;
  readonly name: string;
  readonly phone_sealed: string | null;
  readonly id_number_sealed: string | null;
  readonly invented: boolean;
  readonly has_open_id: boolean;
}

/** Where a person lives or says they live. */
export interface SourceHome {
  readonly person_id: string;
  /** Of the building or unit; null for an address the register does not know. */
  readonly area_path: string | null;
  readonly room: string | null;
  readonly address_sealed: string | null;
}

export interface SourceArea {
  readonly path: string;
  readonly name: string;
  readonly level: AreaLevel;
}

const PEOPLE = `
  SELECT p.id, p.name, p.phone_sealed, p.id_number_sealed, p.invented,
         EXISTS (SELECT FROM logins l WHERE l.city_id = p.city_id AND l.person_id = p.id AND l.provider = 'wechat') AS has_open_id
    FROM persons p WHERE p.city_id = $1`;

/** How a name is compared with a text whose blanks and marks were taken out. */
const BARE_NAME = `lower(regexp_replace(p.name, '[[:space:]·•・.]', '', 'g'))`;

/** Reads orders and people for their public copies, always in the projector's transaction. */
@Injectable()
export class SourcesRepository {
  orders(tx: Sql, cityId: number, ids: readonly string[]): Promise<SourceOrder[]> {
    return tx.rows<SourceOrder>(
      `SELECT o.id, o.number, o.kind, o.category, o.state, o.title, o.description, o.address, o.area_path, o.photo_ids,
              o.reporter_id, o.created_by_id, o.anonymous, o.confidential, o.parent_id, o.assignment_type, o.assignment_id,
              o.assignee_id, o.submitted_at, o.accepted_at, o.published_at, o.rated_at, o.solved, o.stars,
              (SELECT u.name FROM units u WHERE o.assignment_type = 'unit' AND u.city_id = o.city_id AND u.id = o.assignment_id) AS unit_name,
              ARRAY(SELECT f.person_id FROM order_followers f WHERE f.city_id = o.city_id AND f.order_id = o.id) AS follower_ids
         FROM orders o WHERE o.city_id = $1 AND o.id = ANY($2::uuid[])`,
      [cityId, ids],
    );
  }

  /** Every event, since everybody who acted may be named in the words. Partitions before the oldest order are spared. */
  events(tx: Sql, cityId: number, orderIds: readonly string[]): Promise<SourceEvent[]> {
    return tx.rows<SourceEvent>(
      `SELECT id, order_id, type, to_state, CASE WHEN public THEN words END AS words, public,
              ARRAY(SELECT jsonb_array_elements_text(data -> 'photoIds'))::uuid[] AS photo_ids, actor_id, post_name, at
         FROM order_events WHERE city_id = $1 AND order_id = ANY($2::uuid[]) AND id >= $3::uuid ORDER BY version, id`,
      [cityId, orderIds, floorOf(orderIds)],
    );
  }

  people(tx: Sql, cityId: number, ids: readonly string[]): Promise<SourcePerson[]> {
    return tx.rows<SourcePerson>(`${PEOPLE} AND p.id = ANY($2::uuid[])`, [cityId, ids]);
  }

  homes(tx: Sql, cityId: number, personIds: readonly string[]): Promise<SourceHome[]> {
    return tx.rows<SourceHome>(
      `SELECT r.person_id, d.area_path, d.room, r.address_sealed
         FROM residencies r LEFT JOIN dwellings d ON d.city_id = r.city_id AND d.id = r.dwelling_id
        WHERE r.city_id = $1 AND r.person_id = ANY($2::uuid[])`,
      [cityId, personIds],
    );
  }

  /** People who live or serve around here and whose names stand in the text, be they party to the matter or not. */
  peopleNamedIn(tx: Sql, cityId: number, areaPath: string, bareText: string): Promise<SourcePerson[]> {
    return tx.rows<SourcePerson>(
      `${PEOPLE} AND char_length(p.name) > 1 AND position(${BARE_NAME} IN $3) > 0 AND p.id IN (
          SELECT o.person_id FROM posts o WHERE o.city_id = $1 AND ${withinPath('o.area_path', '$2')}
          UNION ALL
          SELECT h.person_id FROM person_areas h JOIN areas a ON a.city_id = h.city_id AND a.id = h.area_id
           WHERE h.city_id = $1 AND ${withinPath('a.path', '$2')})`,
      [cityId, areaPath, bareText],
    );
  }

  /** The areas of these paths and all above them. */
  areas(tx: Sql, cityId: number, paths: readonly string[]): Promise<SourceArea[]> {
    const all = new Set(paths.flatMap((path) => [path, ...ancestorsOf(path)]));
    return tx.rows<SourceArea>('SELECT path, name, level FROM areas WHERE city_id = $1 AND path = ANY($2::text[])', [
      cityId,
      [...all],
    ]);
  }
}
