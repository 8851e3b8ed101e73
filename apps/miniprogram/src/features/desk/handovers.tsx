import { communityOf, HANDOVER_WORDS, monthDayTime } from '@linshao/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { queryClient } from '../../api-client/query-client.js';
import { submissionKeys } from '../../api-client/submission-keys.js';
import { useSession } from '../../session/use-session.js';
import { role } from '../../ui/a11y.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Row, Stack } from '../../ui/stack.js';
import { Tag } from '../../ui/tag.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';
import { useNow } from '../../ui/use-now.js';

const SHOWN = 20;
const reread = () => void queryClient.invalidateQueries({ queryKey: ['desk', 'handovers'] });

/** Leaving the desk: a word for the next one, with the list of what is open; and what was left before. */
export function Handovers() {
  const { me, post } = useSession();
  const area = post === null ? null : (communityOf(post.areaPath) ?? post.areaPath);
  const notes = useQuery({
    queryKey: ['desk', 'handovers', area],
    queryFn: () => api.get('/api/duty/handovers', { query: { area: area ?? '', limit: SHOWN } }),
    enabled: area !== null,
  });
  return (
    <>
      {area === null ? null : <Leave area={area} />}
      <Section title="交接记录">
        {notes.data === undefined ? (
          notes.error === null ? (
            <Skeleton />
          ) : (
            <Notice
              tone="alarm"
              text={sentenceOf(notes.error)}
              action={{ label: '再试一次', onPress: () => void notes.refetch() }}
            />
          )
        ) : notes.data.items.length === 0 ? (
          <Notice tone="plain" text="还没有交接记录。" />
        ) : (
          <View className="stack stack--3" {...role('list')}>
            {notes.data.items.map((note) => (
              <View key={note.id} {...role('listitem')}>
                <Note note={note} mine={note.person.id === me?.id} />
              </View>
            ))}
          </View>
        )}
      </Section>
    </>
  );
}

function Leave({ area }: { area: string }) {
  const [note, setNote] = useState('');
  const keys = useRef(submissionKeys());
  const leave = useMutation({
    mutationFn: () => {
      const body = { area, ...(note.trim() === '' ? {} : { note: note.trim() }) };
      return keys.current.submit(body, (key) => api.post('/api/duty/handovers', { body, key }));
    },
    onSuccess: () => {
      setNote('');
      toast('已交班');
      reread();
    },
  });
  return (
    <Section title="交班" hint="没回复完的单子会自动列给下一班">
      <Stack gap={3}>
        <Field label="给下一班的话">
          <TextBox label="给下一班的话" lines="several" max={HANDOVER_WORDS.max} value={note} onChange={setNote} />
        </Field>
        {leave.error === null ? null : <Notice tone="alarm" text={sentenceOf(leave.error)} />}
        <Button label="交班" icon="repeat" tone="primary" wide busy={leave.isPending} onPress={() => leave.mutate()} />
      </Stack>
    </Section>
  );
}

function Note({ note, mine }: { note: Schemas['HandoverDto']; mine: boolean }) {
  const now = useNow();
  const takeOver = useMutation({
    mutationFn: () => api.post('/api/duty/handovers/{id}/take-over', { path: { id: note.id } }),
    onSettled: reread,
  });
  return (
    <Card>
      <Row spread>
        <View>{`${note.person.name} · ${monthDayTime(new Date(note.at), now)}`}</View>
        {note.takenOverBy === null ? (
          <Tag text="等接班" tone="warn" icon="clock" />
        ) : (
          <Tag text={`${note.takenOverBy.name}已接班`} tone="brand" icon="check" />
        )}
      </Row>
      {note.note === '' ? null : <View>{note.note}</View>}
      <View>{note.openCount === 0 ? '交班时都已回复。' : `交班时还有 ${note.openCount} 单待回复。`}</View>
      {takeOver.error === null ? null : <Notice tone="alarm" text={sentenceOf(takeOver.error)} />}
      {note.takenOverBy === null && !mine ? (
        <Button label="我来接班" tone="primary" wide busy={takeOver.isPending} onPress={() => takeOver.mutate()} />
      ) : null}
    </Card>
  );
}
