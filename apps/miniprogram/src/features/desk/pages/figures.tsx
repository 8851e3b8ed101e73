import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api-client/api.js';
import { sentenceOf } from '../../../api-client/api-error.js';
import { open } from '../../../orders/open-page.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { Button } from '../../../ui/button.js';
import { Choices } from '../../../ui/choices.js';
import { Notice } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { Stack } from '../../../ui/stack.js';
import { Tabs } from '../../../ui/tabs.js';
import { Bars } from '../bars.js';

const BY = [
  { code: 'area', label: '按地方' },
  { code: 'category', label: '按类别' },
  { code: 'month', label: '按月' },
] as const;
const MEASURES = [
  { code: 'repliedInTime', label: '按时回复' },
  { code: 'handled', label: '办结' },
  { code: 'solved', label: '解决' },
  { code: 'satisfied', label: '满意' },
] as const;

/** The community's figures in plain bars, each with how many it speaks of. */
export default function FiguresPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能看数据。">
        <FiguresInside />
      </SignedInOnly>
    </Page>
  );
}

function FiguresInside() {
  const [by, setBy] = useState<(typeof BY)[number]['code']>('area');
  const [measure, setMeasure] = useState<(typeof MEASURES)[number]['code']>('repliedInTime');
  const { data, error, refetch } = useQuery({
    queryKey: ['desk', 'figures', by],
    queryFn: () => api.get('/api/figures', { query: { by } }),
    placeholderData: (before) => before,
  });
  usePullDownRefresh(() => void refetch().then(() => Taro.stopPullDownRefresh()));
  if (data === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  return (
    <>
      <Section title={data.area.name} hint={`共 ${data.total.orders} 单（不含撤回、合并和子任务）`}>
        <Bars rows={MEASURES.map(({ code, label }) => ({ name: label, ...data.total[code] }))} />
      </Section>
      <Section title="比一比">
        <Stack gap={3}>
          <Tabs label="怎么分" tabs={BY} chosen={by} onChoose={setBy} />
          <Choices label="看哪一项" choices={MEASURES} chosen={measure} onChoose={setMeasure} row />
          {data.rows.length === 0 ? (
            <Notice tone="plain" text="还没有数据。" />
          ) : (
            <Bars rows={data.rows.map((row) => ({ name: row.name, ...row[measure] }))} />
          )}
        </Stack>
      </Section>
      {process.env.TARO_ENV === 'h5' ? <Button label="打开大屏督办墙" wide onPress={open.wall} /> : null}
    </>
  );
}
