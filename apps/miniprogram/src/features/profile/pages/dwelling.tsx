import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api, type Schemas } from '../../../api-client/api.js';
import { queryClient } from '../../../api-client/query-client.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { useSession } from '../../../session/use-session.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ConfirmSheet } from '../../../ui/confirm-sheet.js';
import { Notice } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';
import { Row, Stack } from '../../../ui/stack.js';
import { Tag, type Tone } from '../../../ui/tag.js';
import { RegisterForm } from '../register-form.js';
import { RELATIONS } from '../relations.js';

type Home = Schemas['HomeDto'];

const STATES: Readonly<Record<Home['state'], readonly [string, Tone]>> = {
  requested: ['等社区核实', 'warn'],
  confirmed: ['已登记', 'brand'],
  refused: ['没有通过', 'alarm'],
  ended: ['已结束', 'plain'],
};

/** Where I live, as the community has registered it, and the way to be registered. */
export default function DwellingPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能登记住址。">
        <Homes />
      </SignedInOnly>
    </Page>
  );
}

function Homes() {
  const { me } = useSession();
  const [adding, setAdding] = useState(false);
  const homes = (me?.homes ?? []).filter(({ state }) => state !== 'ended');
  return (
    <>
      <Section title="我住在哪里" hint="登记后，点单时不用再写地址，社区也好上门">
        <Stack gap={3}>
          {homes.length === 0 ? <Notice tone="plain" text="还没有登记住址。" /> : null}
          {homes.map((home) => (
            <HomeCard key={home.id} home={home} />
          ))}
        </Stack>
      </Section>
      {adding ? (
        <RegisterForm onDone={() => setAdding(false)} />
      ) : (
        <Button label="登记住址" icon="plus" tone="primary" wide onPress={() => setAdding(true)} />
      )}
    </>
  );
}

function HomeCard({ home }: { home: Home }) {
  const [asked, setAsked] = useState(false);
  const end = useMutation({
    mutationFn: () => api.post('/api/residencies/{id}/end', { path: { id: home.id } }),
    onSuccess: () => {
      setAsked(false);
      return queryClient.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const [state, tone] = STATES[home.state];
  const words = home.state === 'requested' ? '撤回申请' : '已搬走';
  return (
    <Card>
      <Row spread>
        <View>{RELATIONS[home.relation]}</View>
        <Tag text={state} tone={tone} />
      </Row>
      <View>{home.address}</View>
      {home.state === 'refused' ? null : <Button label={words} tone="quiet" onPress={() => setAsked(true)} />}
      {asked ? (
        <ConfirmSheet
          title={`${words}？`}
          text={home.address}
          confirm={words}
          tone="danger"
          busy={end.isPending}
          fault={end.error === null ? null : end.error.message}
          onConfirm={() => end.mutate()}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </Card>
  );
}
