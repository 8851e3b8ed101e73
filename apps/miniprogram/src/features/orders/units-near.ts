import type { Schemas } from '../../api-client/api.js';
import type { Order } from '../../orders/queries.js';

type Unit = Pick<Schemas['UnitDto'], 'id' | 'name' | 'kindName'> & { readonly area: { readonly code: string } };

/** Units as one chooses among them: those that answer for the order's place first, each with what it is. */
export function unitsNear(
  units: readonly Unit[],
  { area }: { readonly area: Pick<Order['area'], 'path'> },
): readonly { id: string; name: string; hint: string }[] {
  // A unit answers for the areas below its own; the codes of those stand in the order's path.
  const around = area.path.split('/');
  const near = (unit: Unit) => around.includes(unit.area.code);
  return [...units]
    .sort((a, b) => Number(near(b)) - Number(near(a)))
    .map((unit) => ({
      id: unit.id,
      name: unit.name,
      hint: near(unit) ? `${unit.kindName} · 负责这一片` : unit.kindName,
    }));
}
