import { useMutation, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../api-client/api.js';
import { sentenceOf } from '../../../api-client/api-error.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { forgetSession, useSession } from '../../../session/use-session.js';
import { saveText } from '../../../platform/save-text.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ConfirmSheet } from '../../../ui/confirm-sheet.js';
import { Notice } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';
import { Stack } from '../../../ui/stack.js';
import { toast } from '../../../ui/toast.js';

/** What is kept about me: to look at, to take along, to have deleted. */
export default function PrivacyPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能看到我们记着您的哪些资料。">
        <MyData />
        <DeleteMe />
      </SignedInOnly>
    </Page>
  );
}

function MyData() {
  const { me } = useSession();
  const [wanted, setWanted] = useState(false);
  const data = useQuery({
    queryKey: ['my-data'],
    queryFn: () => api.get('/api/me/data'),
    enabled: wanted,
    // Unmasked: it is forgotten as soon as the page is left.
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <Section title="记着您的哪些资料" hint="身份证号和电话加密保存，谁看过都有记录">
      <Stack gap={3}>
        <Card>
          <View>{`姓名：${me?.name ?? ''}`}</View>
          <View>{`电话：${me?.phone ?? '没有'}`}</View>
          <View>{`身份证号：${me?.idNumber ?? '没有'}`}</View>
          <View>{`住址：${(me?.homes ?? []).map(({ address }) => address).join('；') || '没有'}`}</View>
        </Card>
        {data.error === null ? null : <Notice tone="alarm" text={sentenceOf(data.error)} />}
        {data.data === undefined ? (
          <Button
            label="取一份完整的资料"
            icon="eye"
            wide
            busy={data.isFetching}
            onPress={() => (wanted ? void data.refetch() : setWanted(true))}
          />
        ) : (
          <Button
            label="保存到手机"
            icon="download"
            tone="primary"
            wide
            onPress={() => void saveText('我的邻哨资料.json', JSON.stringify(data.data, null, 2)).then(toast)}
          />
        )}
      </Stack>
    </Section>
  );
}

function DeleteMe() {
  const [asked, setAsked] = useState(false);
  const erase = useMutation({ mutationFn: () => api.delete('/api/me'), onSuccess: forgetSession });
  return (
    <Section title="注销账号">
      <Stack gap={3}>
        <View>姓名、电话、住址会被删除。您点过的单子会留着，但不再写着是谁提的。删除后找不回来。</View>
        <Button label="注销账号" icon="trash-2" tone="danger" wide onPress={() => setAsked(true)} />
      </Stack>
      {asked ? (
        <ConfirmSheet
          title="真的要注销吗？"
          text="您的个人资料马上删除，不能恢复。还在办的单子，社区将没法再联系您。"
          confirm="确定注销"
          tone="danger"
          busy={erase.isPending}
          fault={erase.error === null ? null : sentenceOf(erase.error)}
          onConfirm={() => erase.mutate()}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </Section>
  );
}
