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
import { UnitChoices } from './unit-choices.js';

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
  const [kind, setKind] = useState<Kind>('grid_worker');
  return (
    <Stack gap={3}>
      <Choices label={`${label}：从哪里选`} choices={KINDS} chosen={kind} onChoose={setKind} />
      {kind === 'unit' ? (
        <UnitChoices order={order} label={label} chosen={chosen?.id ?? null} onChoose={onChoose} />
      ) : (
        <PersonChoices key={kind} kind={kind} order={order} label={label} chosen={chosen} onChoose={onChoose} />
      )}
    </Stack>
  );
}

function PersonChoices({
  kind,
  order,
  label,
  chosen,
  onChoose,
}: ReceiverPickerProps & { kind: Exclude<Kind, 'unit'> }) {
  const { me } = useSession();
  const [all, setAll] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['posts', me?.id, kind],
    queryFn: () => api.get('/api/posts', { query: { role: kind, limit: MOST } }),
  });
  if (data === undefined) {
    return error === null ? <Skeleton /> : <Notice tone="plain" text="您的岗位看不到这份名单，请从别处选。" />;
  }
  const found = candidatesOf(data.items, order);
  if (found.length === 0) return <Notice tone="plain" text="这里没有能承办的，请从别处选。" />;
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <Stack gap={3}>
      <Choices
        label={label}
        choices={shown.map(({ id, name, near }) => ({ code: id, label: name, ...(near ? { hint: '同网格' } : {}) }))}
        chosen={chosen?.id ?? null}
        onChoose={(id) => {
          const one = found.find((each) => each.id === id);
          if (one !== undefined) onChoose({ type: 'person', id, name: one.name });
        }}
      />
      {shown.length < found.length ? (
        <Button label={`其余 ${found.length - shown.length} 个`} wide onPress={() => setAll(true)} />
      ) : null}
    </Stack>
  );
}
