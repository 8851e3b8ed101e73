import { Injectable } from '@nestjs/common';
import { ancestorsOf, mayBecomePublic } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import type { Sql } from '../platform/database/database.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { KnownPeopleService } from './known-people.service.js';
import { PublicPhotosService } from './public-photos.service.js';
import { type CategoryNames, publicationOf } from './publication-copy.js';
import { type PublicationRow, PublicationsRepository, type StepRow } from './publications.repository.js';
import { type SourceArea, type SourceEvent, type SourceOrder, SourcesRepository } from './sources.repository.js';
import { draftsOf, type StepDraft, stepOf } from './step-copies.js';

/** Makes the public copies of orders. Everything personal is left out here, on the way in. */
@Injectable()
export class ProjectorService {
  constructor(
    private readonly sources: SourcesRepository,
    private readonly publications: PublicationsRepository,
    private readonly people: KnownPeopleService,
    private readonly playbooks: PlaybooksService,
    private readonly photos: PublicPhotosService,
    private readonly clock: Clock,
  ) {}

  /** Brings the copies up to what the orders are now, whatever happened to them; again changes nothing. */
  async project(tx: Sql, cityId: number, orderIds: readonly string[]): Promise<void> {
    await this.publications.lock(tx, orderIds);
    const all = await this.sources.orders(tx, cityId, orderIds);
    const orders = all.filter((order) => mayBecomePublic({ ...order, parentId: order.parent_id }));
    const stays = new Set(orders.map(({ id }) => id));
    const before = await this.publications.find(tx, cityId, orderIds);
    await this.publications.remove(
      tx,
      cityId,
      orderIds.filter((id) => !stays.has(id)),
    );
    const after = orders.length > 0 ? await this.copy(tx, cityId, orders, before) : [];
    const withPhotos = [...before, ...after].filter(({ photo_ids }) => photo_ids.length > 0);
    await this.photos.settle(tx, cityId, [...new Set(withPhotos.map(({ order_id }) => order_id))]);
  }

  private async copy(
    tx: Sql,
    cityId: number,
    orders: readonly SourceOrder[],
    before: readonly PublicationRow[],
  ): Promise<PublicationRow[]> {
    const ids = orders.map(({ id }) => id);
    const events = grouped(await this.sources.events(tx, cityId, ids));
    const existing = grouped(await this.publications.steps(tx, cityId, ids));
    const people = await this.people.of(tx, cityId, orders, [...events.values()].flat());
    const { personOf } = people;
    const areas = await this.sources.areas(
      tx,
      cityId,
      orders.map((order) => order.area_path),
    );
    await this.photos.check(tx, cityId, photosThatMayBeShown(orders, [...events.values()].flat()));
    const now = this.clock.now();
    const publications: PublicationRow[] = [];
    const steps: StepRow[] = [];
    for (const order of orders) {
      const own = events.get(order.id) ?? [];
      const known = new Map((existing.get(order.id) ?? []).map((step) => [step.id, step]));
      const drafts = draftsOf(cityId, order, own, personOf);
      const data = await this.people.dataOf(tx, cityId, order, own, people, newTexts(drafts, known));
      const copies = drafts.map((draft) => stepOf(draft, known.get(draft.id), data, personOf, now));
      const changed = copies.filter((step) => differs(step, known.get(step.id)));
      const above = areasAbove(areas, order.area_path);
      const facts = publicationOf(cityId, order, own, copies, above, await this.categoryOf(cityId, order));
      const was = before.find(({ order_id }) => order_id === order.id);
      publications.push({ ...facts, version: was ? was.version + (changed.length > 0 ? 1 : 0) : 1 });
      steps.push(...changed);
    }
    await this.publications.save(tx, publications, steps);
    return publications;
  }

  private async categoryOf(cityId: number, { area_path, category }: SourceOrder): Promise<CategoryNames> {
    const name = await this.playbooks.names(cityId, area_path);
    const codes = await this.playbooks.paths(cityId, area_path);
    return { name: name(category), codes: codes(category) };
  }
}

function grouped<T extends { readonly order_id: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.order_id, [...(groups.get(row.order_id) ?? []), row]);
  return groups;
}

/** An anonymous resident's own photos never are: a picture of a home tells whose it is. */
const photosThatMayBeShown = (orders: readonly SourceOrder[], events: readonly SourceEvent[]): string[] => [
  ...new Set(
    [...orders.filter(({ anonymous }) => !anonymous), ...events.filter(({ type }) => type === 'order.done')].flatMap(
      ({ photo_ids }) => photo_ids,
    ),
  ),
];

const newTexts = (drafts: readonly StepDraft[], known: ReadonlyMap<string, StepRow>): string[] =>
  drafts
    .filter(({ id, revision }) => (known.get(id)?.revision ?? '') < revision)
    .flatMap(({ actor, title, words }) => [actor, title, words])
    .filter((text) => text !== null);

const differs = (step: StepRow, before: StepRow | undefined): boolean =>
  before?.revision !== step.revision || before.title !== step.title || before.words !== step.words;

function areasAbove(areas: readonly SourceArea[], path: string): SourceArea[] {
  const paths = new Set([path, ...ancestorsOf(path)]);
  return areas.filter((area) => paths.has(area.path));
}
