import { useState } from 'react';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { Page } from '../../../ui/page.js';
import { Tabs } from '../../../ui/tabs.js';
import { ObjectionList } from '../objection-list.js';

const TABS = [
  { code: 'raised', label: '待裁定' },
  { code: 'all', label: '全部' },
] as const;

/** 异议裁定: units that argue orders back; the sub-district says who is right. */
export default function ObjectionsPage() {
  const [tab, setTab] = useState<(typeof TABS)[number]['code']>('raised');
  const waiting = tab === 'raised';
  return (
    <Page>
      <SignedInOnly why="登录后才能看异议。">
        <Tabs label="看哪些异议" tabs={TABS} chosen={tab} onChoose={setTab} />
        <ObjectionList
          key={tab}
          waiting={waiting}
          empty={waiting ? '没有等着裁定的异议。' : '还没有单位提出过异议。'}
        />
      </SignedInOnly>
    </Page>
  );
}
