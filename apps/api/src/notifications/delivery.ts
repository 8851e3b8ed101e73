import type { MessageRelation, PushChannel, Role } from '@linshao/domain';

/** What a message was made of, for channels with fields of their own. */
export interface DeliveryFacts {
  readonly number: string | null;
  readonly categoryName: string | null;
  readonly postName: string | null;
  readonly where?: string;
  readonly when?: string;
  /** ISO 8601: when the news happened. */
  readonly at: string;
  /** Posts a robot calls by name. */
  readonly mention?: readonly Role[];
  /** How many messages this one stands for. */
  readonly digestOf?: number;
  /** It may have gone out before: whoever sent it died before saying so. */
  readonly again?: boolean;
}

export interface NewDelivery {
  readonly city_id: number;
  readonly id: string;
  readonly channel: PushChannel;
  /** A person, or a robot. */
  readonly recipient_id: string;
  readonly event_id: string;
  readonly template: string;
  /** As what they are told; null of a digest. */
  readonly relation: MessageRelation | null;
  readonly text: string;
  readonly facts: DeliveryFacts;
  readonly urgent: boolean;
  readonly area_path: string;
  readonly order_id: string | null;
  readonly next_at: Date;
  readonly created_at: Date;
}

export interface DeliveryRow extends NewDelivery {
  readonly attempts: number;
}
