import { Injectable } from '@nestjs/common';
import { activePosts, covers, type KnownPersonalData, type Post, redact, refuse } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem, problemOf } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { MediaChecksRepository } from './media-checks.repository.js';
import { KnownPeopleService } from './known-people.service.js';
import { atFirst, type Writer } from './moderation-rules.js';
import type { PublicationDecisionEntity } from './publication-decision.entity.js';
import { PublicPhotosService } from './public-photos.service.js';
import { toPublicationView } from './publication-views.js';
import type {
  EditPublication,
  OverrulePublication,
  PublicationPage,
  PublicationQuery,
  PublicationView,
} from './publications.dto.js';
import { type PublicationRow, PublicationsRepository, type StepRow } from './publications.repository.js';
import { SourcesRepository } from './sources.repository.js';

const PAGE = 20;

/** A copy whose lock is held, with the post by which the caller answers for it. */
interface Held {
  readonly row: PublicationRow;
  readonly steps: readonly StepRow[];
  readonly post: Post;
}

/** What the community may say about the words the public reads: see how they fared, change them, let them stand. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: PublicationsRepository,
    private readonly sources: SourcesRepository,
    private readonly people: KnownPeopleService,
    private readonly photos: PublicPhotosService,
    private readonly checks: MediaChecksRepository,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, { moderation, cursor, limit = PAGE }: PublicationQuery): Promise<PublicationPage> {
    const areas = this.posts(caller).map(({ scope }) => scope.areaPath);
    const before = decodeCursor(cursor, [isId])?.[0];
    const rows = await this.repository.list(caller.cityId, areas, moderation, before?.toString(), limit);
    const steps = await this.repository.steps(
      this.database,
      caller.cityId,
      rows.map(({ order_id }) => order_id),
    );
    const photos = await this.checks.photos(
      this.database,
      caller.cityId,
      rows.flatMap(({ photo_ids }) => photo_ids),
    );
    const toView = (row: PublicationRow): PublicationView =>
      toPublicationView(
        row,
        steps.filter(({ order_id }) => order_id === row.order_id),
        photos.filter(({ id }) => row.photo_ids.includes(id)),
      );
    const page = pageOf(rows, limit, toView, ({ order_id }) => [order_id]);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** @throws Problem 404, 409 `publication.stale`, 422 for words that may not be changed so */
  edit(caller: Caller, orderId: string, body: EditPublication): Promise<PublicationView> {
    return this.decide(caller, orderId, body.version, async (held, tx) => {
      const wanted = wantedWords(held, body);
      if (wanted.length === 0) throw new Problem(422, 'publication.nothing_to_change', '没有需要修改的内容');
      const known = await this.knownOf(
        tx,
        caller,
        orderId,
        wanted.flatMap(({ title, words }) => [title, words]).filter((text) => text !== null),
      );
      const [person] = await this.sources.people(tx, caller.cityId, [caller.personId]);
      const writer = {
        hasOpenId: person?.has_open_id ?? false,
        invented: person?.invented ?? false,
        isResident: false,
      };
      return wanted.map((step) => ({
        step: edited(step, nextId(), known, writer, this.clock.now()),
        action: 'edited' as const,
        reason: null,
      }));
    });
  }

  /** @throws Problem 404, 409 `publication.stale` or `publication.nothing_refused` */
  overrule(
    caller: Caller,
    orderId: string,
    { reason, steps, photos, version }: OverrulePublication,
  ): Promise<PublicationView> {
    return this.decide(caller, orderId, version, async (held, tx) => {
      const pictures = held.row.photo_ids.filter((id) => photos?.includes(id));
      const shown = await this.photos.overrule(tx, caller.cityId, pictures);
      const open = held.steps.filter(({ id, moderation }) =>
        steps ? steps.includes(id) && moderation !== 'passed' : !photos && moderation === 'refused',
      );
      if (open.length + shown.length === 0)
        throw new Problem(409, 'publication.nothing_refused', '没有未通过的内容，请刷新后查看');
      await this.repository.note(
        tx,
        shown.map((photoId) =>
          decisionOf(caller, held, { id: nextId(), stepId: photoId, action: 'overruled', reason }),
        ),
      );
      return open.map((step) => ({
        step: { ...step, moderation: 'passed' as const, verdict: 'overruled' as const, check_at: null },
        action: 'overruled' as const,
        reason,
      }));
    });
  }

  private async decide(
    caller: Caller,
    orderId: string,
    version: number | undefined,
    decision: (
      held: Held,
      tx: Transaction,
    ) => Promise<{ step: StepRow; action: 'edited' | 'overruled'; reason: string | null }[]>,
  ): Promise<PublicationView> {
    return this.database.transaction(async (tx) => {
      await this.repository.lock(tx, [orderId]);
      const held = await this.hold(tx, caller, orderId);
      if (version !== undefined && version !== held.row.version) {
        throw new Problem(409, 'publication.stale', '公开内容刚刚有了变化，请刷新后再操作', {
          facts: { current: { version: held.row.version } },
        });
      }
      const decided = await decision(held, tx);
      const decisions = decided.map(({ step, action, reason }) =>
        decisionOf(caller, held, {
          id: action === 'edited' ? step.revision : nextId(),
          stepId: step.id,
          action,
          reason,
        }),
      );
      await this.repository.decide(
        tx,
        held.row,
        decided.map(({ step }) => step),
        decisions,
      );
      await this.photos.settle(tx, caller.cityId, [orderId]);
      const { row, steps } = await this.hold(tx, caller, orderId);
      return toPublicationView(row, steps, await this.checks.photos(tx, caller.cityId, row.photo_ids));
    });
  }

  private async hold(tx: Transaction, caller: Caller, orderId: string): Promise<Held> {
    const [row] = await this.repository.find(tx, caller.cityId, [orderId]);
    const post = row && this.posts(caller).find(({ scope }) => covers(scope.areaPath, row.area_path));
    if (!row || !post) throw notFound();
    const [order] = await this.sources.orders(tx, caller.cityId, [orderId]);
    if (order?.reporter_id === caller.personId)
      throw problemOf(refuse('order.own_matter', { actionName: '修改公开内容' }));
    return { row, post, steps: await this.repository.steps(tx, caller.cityId, [orderId]) };
  }

  private async knownOf(
    tx: Transaction,
    { cityId }: Caller,
    orderId: string,
    texts: readonly string[],
  ): Promise<KnownPersonalData> {
    const orders = await this.sources.orders(tx, cityId, [orderId]);
    const events = await this.sources.events(tx, cityId, [orderId]);
    const people = await this.people.of(tx, cityId, orders, events);
    const [order] = orders;
    if (!order) throw notFound();
    return this.people.dataOf(tx, cityId, order, events, people, texts);
  }

  private posts(caller: Caller): Post[] {
    return activePosts(caller.actor, this.clock.now()).filter(
      ({ role }) => role === 'dispatcher' || role === 'secretary',
    );
  }
}

type Decision = Omit<PublicationDecisionEntity, 'at'>;

const decisionOf = (
  { cityId, personId }: Caller,
  { row, post }: Held,
  what: Pick<Decision, 'id' | 'stepId' | 'action' | 'reason'>,
): Decision => ({ cityId, orderId: row.order_id, personId, postId: post.id, ...what });

/** The steps that are to get other words. */
function wantedWords({ row, steps }: Held, { title, text, steps: others = [] }: EditPublication): StepRow[] {
  const opening = steps.find(({ id }) => id === row.order_id);
  const own =
    opening && (title !== undefined || text !== undefined)
      ? [{ ...opening, title: title ?? opening.title, words: text === undefined ? opening.words : text || null }]
      : [];
  return [
    ...own,
    ...others.map(({ id, words }) => {
      const step = steps.find((candidate) => candidate.id === id && id !== row.order_id);
      if (!step)
        throw new Problem(422, 'publication.step_unknown', '没有找到这一步，请刷新后再操作', { facts: { id } });
      if (step.by_resident && words !== '')
        throw new Problem(422, 'publication.residents_words', '居民说的话不能改写，可以不公开（留空）', {
          facts: { id },
        });
      return { ...step, words: words || null };
    }),
  ];
}

function edited(step: StepRow, revision: string, known: KnownPersonalData, writer: Writer, now: Date): StepRow {
  const title = step.title && redact(step.title, known);
  const words = step.words && redact(step.words, known);
  const judgement = atFirst(writer, step.id === step.order_id, Boolean(title ?? words), now);
  return { ...step, title, words, revision, attempts: 0, ...judgement };
}
