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

/** How many items are drawn in one step: what WeChat is sent at once stays small, however long their words are. */
const CHUNK = 7;

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
  /** What is further down, unless it is what was before. */
  more?: string;
}

/**
 * A list of any length, in whatever state it is: loading, failed, empty, more to come, at its end. Give it another `key`
 * when it becomes another list.
 */
export function PagedList<Item>({ query, keyOf, render, empty, more: onward = '看更早的' }: PagedListProps<Item>) {
  const { data, error, hasNextPage, isFetchingNextPage } = query;
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void query.fetchNextPage();
  };
  useReachBottom(more);
  const chunks = (data?.pages ?? []).flatMap(({ items }) => chunksOf(items));
  const sight = useChunksInSight(chunks.map(({ length }) => length));

  if (data === undefined) {
    if (error === null) return <Skeleton />;
    const retry = { label: '再试一次', onPress: () => void query.refetch() };
    return <Notice tone="alarm" text={sentenceOf(error)} action={retry} />;
  }
  if (chunks.length === 0) {
    return <Notice tone="plain" text={empty.text} {...(empty.action ? { action: empty.action } : {})} />;
  }
  return (
    <View className="paged-list">
      <View {...role('list')}>
        {chunks.map((items, index) => {
          const kept = sight.heightOf(index);
          return (
            <View
              key={index}
              className={sight.className}
              {...(kept === null ? {} : { style: { height: `${kept}px` } })}
            >
              {kept === null
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
        <Button label={onward} wide busy={isFetchingNextPage} onPress={more} />
      ) : (
        <View className="paged-list__end">就这些了</View>
      )}
    </View>
  );
}

function chunksOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / CHUNK);
  return Array.from({ length: count }, (_, index) => items.slice(index * CHUNK, (index + 1) * CHUNK));
}
