import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api-client/api.js';
import type { Order } from '../../orders/queries.js';
import { useSession } from '../../session/use-session.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Stack } from '../../ui/stack.js';
import { candidatesOf } from './candidates.js';
import type { Receiver } from './split-draft.js';

const KINDS = [
  { code: 'grid_worker', label: '网格员' },
  { code: 'party_member', label: '党员' },
  { code: 'cadre', label: '在职干部' },
  { code: 'unit', label: '单位' },
] as const;
type Kind = (typeof KINDS)[number]['code'];

const MOST = 100;
const SHOWN = 6;

interface ReceiverPickerProps {
  order: Order;
  /** Says for what somebody is wanted. */
  label: string;
  chosen: Receiver | null;
  onChoose: (receiver: Receiver) => void;
}

/** Who takes a share of an order: somebody of its grid first, or a unit that answers for the place. */
export function ReceiverPicker({ order, label, chosen, onChoose }: ReceiverPickerProps) {
  const { me } = useSession();
  const [kind, setKind] = useState<Kind>('grid_worker');
  const [all, setAll] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['receivers', me?.id, kind],
    queryFn: async () =>
      kind === 'unit'
        ? { kind, units: (await api.get('/api/units', { query: { limit: MOST } })).items }
        : { kind, posts: (await api.get('/api/posts', { query: { role: kind, limit: MOST } })).items },
  });
  const found = data === undefined ? [] : receiversOf(data, order);
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <Stack gap={3}>
      <Choices
        label={`${label}：从哪里选`}
        choices={KINDS}
        chosen={kind}
        onChoose={(next) => {
          setKind(next);
          setAll(false);
        }}
      />
      {data === undefined ? (
        error === null ? (
          <Skeleton />
        ) : (
          <Notice tone="plain" text="您的岗位看不到这份名单，请从别处选。" />
        )
      ) : found.length === 0 ? (
        <Notice tone="plain" text="这里没有能承办的，请从别处选。" />
      ) : (
        <Choices
          label={label}
          choices={shown.map(({ id, name, hint }) => ({ code: id, label: name, ...(hint === null ? {} : { hint }) }))}
          chosen={chosen?.id ?? null}
          onChoose={(id) => {
            const one = found.find((each) => each.id === id);
            if (one !== undefined) onChoose({ type: kind === 'unit' ? 'unit' : 'person', id, name: one.name });
          }}
        />
      )}
      {shown.length < found.length ? (
        <Button label={`其余 ${found.length - shown.length} 个`} wide onPress={() => setAll(true)} />
      ) : null}
    </Stack>
  );
}

type Found =
  | { readonly kind: 'unit'; readonly units: readonly Unit[] }
  | { readonly kind: Exclude<Kind, 'unit'>; readonly posts: Parameters<typeof candidatesOf>[0] };
interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kindName: string;
  readonly area: { readonly code: string };
}

function receiversOf(found: Found, order: Order): readonly { id: string; name: string; hint: string | null }[] {
  if (found.kind !== 'unit') {
    return candidatesOf(found.posts, order).map(({ id, name, near }) => ({ id, name, hint: near ? '同网格' : null }));
  }
  // A unit answers for the areas below its own; the codes of those stand in the order's path.
  const around = order.area.path.split('/');
  const near = ({ area }: Unit) => around.includes(area.code);
  return [...found.units]
    .sort((a, b) => Number(near(b)) - Number(near(a)))
    .map((unit) => ({
      id: unit.id,
      name: unit.name,
      hint: near(unit) ? `${unit.kindName} · 负责这一片` : unit.kindName,
    }));
}
