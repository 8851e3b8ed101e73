import { ORDER_STATE_NAMES } from '@linshao/domain';
import type { CheckedPhoto } from './media-checks.repository.js';
import type { PublicationView } from './publications.dto.js';
import type { PublicationRow, StepRow } from './publications.repository.js';
import { labelOf } from './step-labels.js';

/** A public copy as those see it who answer for it. */
export function toPublicationView(
  row: PublicationRow,
  steps: readonly StepRow[],
  photos: readonly CheckedPhoto[],
): PublicationView {
  const opening = steps.find(({ id }) => id === row.order_id);
  return {
    orderId: row.order_id,
    number: row.number,
    kind: row.kind,
    categoryName: row.category_name,
    areaName: row.area_name,
    state: row.state,
    stateName: ORDER_STATE_NAMES[row.state],
    title: opening?.title ?? '',
    text: opening?.words ?? null,
    steps: steps.map((step) => ({
      id: step.id,
      label: labelOf(step.type),
      at: step.at,
      actor: step.actor,
      byResident: step.by_resident,
      words: step.words,
      moderation: step.moderation,
      verdict: step.verdict,
      finding: step.label,
    })),
    photos: photos.map(({ id, moderation, verdict, label }) => ({ id, moderation, verdict, finding: label })),
    version: row.version,
  };
}
