import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { BoardName } from '../../../boards/board.js';
import { FullBoard } from '../../../boards/full-board.js';
import { Page } from '../../../ui/page.js';
import { Tabs } from '../../../ui/tabs.js';

const TABS = [
  { code: 'results', label: '晒单' },
  { code: 'wishes', label: '心愿墙' },
] as const;

/** What anybody may read, without logging in: what came of things, and who wishes for what. */
export default function BoardsPage() {
  const { board } = useRouter().params;
  const [chosen, setChosen] = useState<BoardName>(board === 'wishes' ? 'wishes' : 'results');
  return (
    <Page>
      <Tabs label="看哪一面墙" tabs={TABS} chosen={chosen} onChoose={setChosen} />
      <FullBoard key={chosen} board={chosen} />
    </Page>
  );
}
