import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { BoardName } from '../../boards/board.js';
import { open } from '../../orders/open-page.js';
import { role } from '../../ui/a11y.js';
import { Section } from '../../ui/section.js';
import { QuickEntries } from './quick-entries.js';
import './index.css';

export interface BoardPlace {
  readonly board: BoardName;
  /** Said when nothing has been published yet. */
  readonly empty: string;
  readonly onMore: () => void;
}

interface HomeFrameProps {
  /** Null while it is not known who looks. */
  name: string | null;
  /** Below the words of welcome. */
  duty?: ReactNode;
  /** What waits for the person by their post. */
  desk?: ReactNode;
  /** Null for whoever has none, because not signed in. */
  myOrders: ReactNode;
  board: (place: BoardPlace) => ReactNode;
}

/** Null while it is not known who looks. */
export const welcome = (name: string | null): string => (name === null ? '有事点一单，件件有回音' : `${name}，您好`);

/** Where everything on the home page is. It knows no state, so that index.html can show it before the app has come. */
export function HomeFrame({ name, duty, desk, myOrders, board }: HomeFrameProps) {
  return (
    <>
      <View className="home-banner">
        <View className="home-banner__title" {...role('heading')}>
          {welcome(name)}
        </View>
        <View className="home-banner__way">居民点单 · 社区派单 · 党员接单 · 组织晒单</View>
        {duty}
      </View>
      {desk}
      <QuickEntries />
      {myOrders === null ? null : <Section title="我的单子">{myOrders}</Section>}
      <Section title="最近晒单" hint="办完的事都晒在这里，好不好由居民说">
        {board({ board: 'results', empty: '还没有晒出来的单子。', onMore: open.results })}
      </Section>
      <Section title="心愿墙" hint="一盏灯，一个邻居的小心愿">
        {board({ board: 'wishes', empty: '墙上还没有心愿。', onMore: open.wishes })}
      </Section>
    </>
  );
}
