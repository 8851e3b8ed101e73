import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { useSettled } from '../../ui/use-settled.js';

type Area = Pick<Schemas['AreaDto'], 'id' | 'name' | 'level' | 'hasChildren'>;

/** A dwelling of the register, or only the area it lies in. */
export interface Picked {
  readonly areaId: string;
  readonly dwellingId: string | null;
  readonly words: string;
}

const PAUSE_MS = 400;
const MOST = 50;

interface DwellingPickerProps {
  picked: Picked | null;
  onPick: (picked: Picked | null) => void;
  /** Where to begin, for whoever knows more than nothing. */
  start?: Area;
}

/** Finds the community by its name, then goes down to the door; stops wherever the register stops. */
export function DwellingPicker({ picked, onPick, start }: DwellingPickerProps) {
  const begin = start === undefined ? [] : [start];
  const [way, setWay] = useState<readonly Area[]>(begin);
  const [words, setWords] = useState('');
  const q = useSettled(words.trim(), PAUSE_MS);
  const here = way.at(-1);
  const areas = useQuery({
    queryKey: ['areas', here?.id ?? q],
    queryFn: () =>
      api.get('/api/areas', {
        query: here === undefined ? { level: 'community', q, limit: 10 } : { parentId: here.id, limit: MOST },
      }),
    enabled: here === undefined ? q !== '' : here.hasChildren,
  });
  const rooms = useQuery({
    queryKey: ['dwellings', here?.id],
    queryFn: () => api.get('/api/dwellings', { query: { area: here?.id ?? '', limit: MOST } }),
    enabled: here !== undefined && !here.hasChildren,
  });

  const down = (id: string) => {
    const next = areas.data?.items.find((area) => area.id === id);
    if (next === undefined) return;
    const steps = [...way, next];
    setWay(steps);
    onPick({ areaId: next.id, dwellingId: null, words: steps.map(({ name }) => name).join(' ') });
  };
  const again = () => {
    setWay(begin);
    setWords('');
    onPick(null);
  };

  const error = areas.error ?? rooms.error;
  return (
    <Stack gap={3}>
      {here === undefined ? (
        <TextBox label="社区名称" placeholder="输入社区名称，例如：富强" max={50} value={words} onChange={setWords} />
      ) : (
        <View>
          <View>{picked?.words ?? here.name}</View>
          {way.length > begin.length ? <Button label="重新选" tone="quiet" onPress={again} /> : null}
        </View>
      )}
      {error === null ? null : <Notice tone="alarm" text={sentenceOf(error)} />}
      {areas.isLoading || rooms.isLoading ? <Skeleton /> : null}
      {here === undefined && q !== '' && areas.data?.items.length === 0 ? (
        <Notice tone="plain" text="没有找到这个社区，换个名字试试。" />
      ) : null}
      {areas.data === undefined || areas.data.items.length === 0 || (here !== undefined && !here.hasChildren) ? null : (
        <Choices
          label={here === undefined ? '社区' : '往下选'}
          choices={areas.data.items.map(({ id, name, levelName }) => ({ code: id, label: name, hint: levelName }))}
          chosen={null}
          onChoose={down}
        />
      )}
      {rooms.data === undefined || rooms.data.items.length === 0 ? null : (
        <Choices
          label="房号"
          choices={rooms.data.items.map(({ id, room }) => ({ code: id, label: room }))}
          chosen={picked?.dwellingId ?? null}
          onChoose={(id) => {
            const room = rooms.data.items.find((each) => each.id === id);
            if (room && here) onPick({ areaId: here.id, dwellingId: id, words: room.address });
          }}
        />
      )}
    </Stack>
  );
}
