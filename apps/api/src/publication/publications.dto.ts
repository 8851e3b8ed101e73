import { ApiProperty } from '@nestjs/swagger';
import { ORDER_KINDS, ORDER_STATES, type OrderKind, type OrderState } from '@linshao/domain';
import { Id, Ids, NestedList, OneOf, Text, Whole, WholeQuery } from '../platform/http/fields.js';
import { type Moderation, MODERATIONS, type Verdict } from './publication-step.entity.js';

export class PublicationQuery {
  /** refused or pending: those with such words; passed: those without. */
  @OneOf(MODERATIONS, { optional: true }) moderation?: Moderation;
  @Text({ min: 1, max: 200, optional: true }) cursor?: string;
  @WholeQuery(1, 100, { optional: true }) limit?: number;
}

export class PublicStepView {
  id: string;
  /** 提交, 回复, 办理完成 … */
  label: string;
  at: Date;
  actor: string;
  /** A resident's own words may be left out, not rewritten. */
  byResident: boolean;
  words: string | null;
  @ApiProperty({ enum: MODERATIONS }) moderation: Moderation;
  /** pass, review, risky: WeChat's word; unchecked: it could not be asked; overruled: a person's decision. */
  @ApiProperty({ type: String, nullable: true, enum: ['pass', 'review', 'risky', 'unchecked', 'overruled'] })
  verdict: Verdict | null;
  /** WeChat's number for what it found. */
  @ApiProperty({ type: Number, nullable: true }) finding: number | null;
}

export class PublicPhotoView {
  id: string;
  @ApiProperty({ enum: MODERATIONS }) moderation: Moderation;
  /** As for words; null while WeChat is being asked, or where it is not. */
  @ApiProperty({ type: String, nullable: true, enum: ['pass', 'review', 'risky', 'unchecked', 'overruled'] })
  verdict: string | null;
  /** WeChat's number for what it found. */
  @ApiProperty({ type: Number, nullable: true }) finding: number | null;
}

/** What the public reads of an order, with how its words fared. Redacted: the original is the order itself. */
export class PublicationView {
  orderId: string;
  number: string;
  @ApiProperty({ enum: ORDER_KINDS }) kind: OrderKind;
  categoryName: string;
  areaName: string;
  @ApiProperty({ enum: ORDER_STATES }) state: OrderState;
  stateName: string;
  title: string;
  @ApiProperty({ type: String, nullable: true }) text: string | null;
  steps: PublicStepView[];
  /** Shown with the result, each once it passed. */
  photos: PublicPhotoView[];
  version: number;
}

export class PublicationPage {
  items: PublicationView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class StepWords {
  /** Id of the step. */
  @Id() id: string;
  /** Empty: the step is shown without words. */
  @Text({ min: 0, max: 2000 }) words: string;
}

/** Other words for the public; redacted and checked again before anybody reads them. */
export class EditPublication {
  @Text({ min: 2, max: 60, optional: true }) title?: string;
  @Text({ min: 0, max: 2000, optional: true }) text?: string;
  @NestedList(() => StepWords, { min: 1, max: 50, optional: true })
  steps?: StepWords[];
  /** The version this was decided on. */
  @Whole(1, 2_000_000_000, { optional: true }) version?: number;
}

/** Lets words stand against the check; kept with name, post and reason. */
export class OverrulePublication {
  @Text({ min: 4, max: 500 }) reason: string;
  /** Ids of steps; with neither steps nor photos: all words that were refused. */
  @Ids({ max: 50, optional: true }) steps?: string[];
  /** Ids of photos that were refused. */
  @Ids({ max: 18, optional: true }) photos?: string[];
  @Whole(1, 2_000_000_000, { optional: true }) version?: number;
}
