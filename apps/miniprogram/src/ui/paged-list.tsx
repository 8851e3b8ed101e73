import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api-client/api-error.js';
import { role } from './a11y.js';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { Skeleton } from './skeleton.js';
import { useChunksInSight } from './use-chunks-in-sight.js';
import './paged-list.css';

/** The part of an infinite query the list looks at. */
interface PagedQuery<Item> {
  readonly data: { readonly pages: readonly { readonly items: readonly Item[] }[] } | undefined;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
  readonly refetch: () => Promise<unknown>;
}

interface PagedListProps<Item> {
  query: PagedQuery<Item>;
  keyOf: (item: Item) => string;
  render: (item: Item) => ReactNode;
  /** Said when there is nothing, with the way on. */
  empty: { text: string; action?: { label: string; onPress: () => void } };
}

/** A list of any length, in whatever state it is: loading, failed, empty, more to come, at its end. */
export function PagedList<Item>({ query, keyOf, render, empty }: PagedListProps<Item>) {
  const { data, error, hasNextPage, isFetchingNextPage } = query;
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void query.fetchNextPage();
  };
  useReachBottom(more);
  const chunks = useChunksInSight(data?.pages.length ?? 0);

  if (data === undefined) {
    if (error === null) return <Skeleton />;
    const retry = { label: '再试一次', onPress: () => void query.refetch() };
    return <Notice tone="alarm" text={sentenceOf(error)} action={retry} />;
  }
  if (data.pages.every(({ items }) => items.length === 0)) {
    return <Notice tone="plain" text={empty.text} {...(empty.action ? { action: empty.action } : {})} />;
  }
  return (
    <View className="paged-list">
      <View {...role('list')}>
        {data.pages.map(({ items }, index) => {
          const hidden = chunks.hiddenHeight(index);
          return (
            <View
              key={items[0] === undefined ? index : keyOf(items[0])}
              className="paged-list__chunk"
              {...(hidden === null ? {} : { style: { height: `${hidden}px` } })}
            >
              {hidden === null
                ? items.map((item) => (
                    <View key={keyOf(item)} className="paged-list__item" {...role('listitem')}>
                      {render(item)}
                    </View>
                  ))
                : null}
            </View>
          );
        })}
      </View>
      {error !== null ? (
        <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: more }} />
      ) : null}
      {hasNextPage ? (
        <Button label="看更早的" wide busy={isFetchingNextPage} onPress={more} />
      ) : (
        <View className="paged-list__end">就这些了</View>
      )}
    </View>
  );
}
