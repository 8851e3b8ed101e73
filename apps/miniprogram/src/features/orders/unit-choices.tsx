import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import type { Order } from '../../orders/queries.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { useSettled } from '../../ui/use-settled.js';
import type { Receiver } from './split-draft.js';
import { unitsNear } from './units-near.js';

const MOST = 100;
const SHOWN = 6;
const SETTLE_MS = 300;

interface UnitChoicesProps {
  order: Order;
  /** Says for what a unit is wanted. */
  label: string;
  chosen: string | null;
  onChoose: (receiver: Receiver) => void;
}

/** Units and departments, those that answer for the place first; by name where there are many. */
export function UnitChoices({ order, label, chosen, onChoose }: UnitChoicesProps) {
  const [all, setAll] = useState(false);
  const [words, setWords] = useState('');
  const q = useSettled(words.trim(), SETTLE_MS);
  const { data, error, refetch } = useQuery({
    queryKey: ['units', q],
    queryFn: () => api.get('/api/units', { query: { limit: MOST, ...(q === '' ? {} : { q }) } }),
    placeholderData: (before) => before,
  });
  if (data === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  const found = unitsNear(data.items, order);
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <Stack gap={2}>
      {data.items.length > SHOWN || q !== '' ? (
        <TextBox label="按名称找单位" placeholder="按名称找，例如：物业" max={50} value={words} onChange={setWords} />
      ) : null}
      {found.length === 0 ? (
        <Notice tone="plain" text={q === '' ? '这里还没有登记单位。' : '没有叫这个名称的单位。'} />
      ) : (
        <Choices
          label={label}
          choices={shown.map(({ id, name, hint }) => ({ code: id, label: name, hint }))}
          chosen={chosen}
          onChoose={(id) => {
            const unit = found.find((each) => each.id === id);
            if (unit !== undefined) onChoose({ type: 'unit', id, name: unit.name });
          }}
        />
      )}
      {shown.length < found.length ? (
        <Button label={`其余 ${found.length - shown.length} 个`} wide onPress={() => setAll(true)} />
      ) : null}
    </Stack>
  );
}
