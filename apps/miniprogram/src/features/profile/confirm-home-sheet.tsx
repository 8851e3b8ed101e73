import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { useSendOnce } from '../../api-client/use-send-once.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Notice } from '../../ui/notice.js';
import { Sheet } from '../../ui/sheet.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';
import { DwellingPicker, type Picked } from './dwelling-picker.js';
import { rereadResidents, type Residency } from './residency-queries.js';

const MOST_OF_ROOM = 30;

/** Which home is meant: one of the register, or a room that is added to it. */
type Home = { readonly dwellingId: string } | { readonly areaId: string; readonly room: string };

/** Confirms a registration; an address in words is matched with a door of the register first. */
export function ConfirmHomeSheet({ residency, onClose }: { residency: Residency; onClose: () => void }) {
  const [picked, setPicked] = useState<Picked | null>(null);
  const [room, setRoom] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const { send, busy, error } = useSendOnce(
    async (home: Home | null) => {
      // A room that is in the register already is the answer, so another try adds nothing.
      const dwellingId =
        home === null
          ? null
          : 'dwellingId' in home
            ? home.dwellingId
            : (await api.post('/api/dwellings', { body: { areaId: home.areaId, room: home.room } })).id;
      const body = dwellingId === null ? {} : { dwellingId };
      return api.post('/api/residencies/{id}/confirm', { path: { id: residency.id }, body });
    },
    {
      onDone: () => {
        toast('已登记，会告诉本人');
        onClose();
      },
      onEnd: rereadResidents,
    },
  );
  const asks = residency.dwellingId === null;
  const home = homeOf(picked, room.trim());
  const fault = asks && home === null ? '请选到房号；登记册里没有的，写上房号。' : undefined;
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="确认登记" onClose={onClose}>
      <Stack gap={4}>
        <View>{`${residency.personName} · ${residency.address}`}</View>
        {asks ? (
          <Field label="是哪一户" fault={looked ? fault : undefined}>
            <Door areaId={residency.areaId} picked={picked} onPick={setPicked} room={room} onRoom={setRoom} />
          </Field>
        ) : (
          <View>确认后，本人点单时不用再写地址，您也能在这里看到这一户。</View>
        )}
        <FormFault error={error} onSignIn={() => setSignIn(true)} />
        <Button
          label="确认登记"
          tone="primary"
          wide
          busy={busy}
          onPress={() => {
            setLooked(true);
            if (fault === undefined) send(asks ? home : null);
          }}
        />
      </Stack>
    </Sheet>
  );
}

function homeOf(picked: Picked | null, room: string): Home | null {
  if (picked !== null && picked.dwellingId !== null) return { dwellingId: picked.dwellingId };
  return picked === null || room === '' ? null : { areaId: picked.areaId, room };
}

interface DoorProps {
  areaId: string;
  picked: Picked | null;
  onPick: (picked: Picked | null) => void;
  room: string;
  onRoom: (room: string) => void;
}

/** From where the resident said they live, down to the door. */
function Door({ areaId, picked, onPick, room, onRoom }: DoorProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['area', areaId],
    queryFn: () => api.get('/api/areas/{id}', { path: { id: areaId } }),
  });
  if (data === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  // Where the register goes no further down, what was told is already the place.
  const place = picked ?? (data.hasChildren ? null : { areaId, dwellingId: null, words: data.name });
  return (
    <Stack gap={3}>
      <DwellingPicker picked={place} onPick={onPick} start={data} />
      {place === null || place.dwellingId !== null ? null : (
        <Field label="没有这一户？写上房号，就加进登记册">
          <TextBox
            label="房号"
            placeholder="例如：402"
            max={MOST_OF_ROOM}
            value={room}
            onChange={(words) => {
              onRoom(words);
              onPick(place);
            }}
          />
        </Field>
      )}
    </Stack>
  );
}
