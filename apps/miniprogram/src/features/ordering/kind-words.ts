import type { OrderKind } from '@linshao/domain';

/** How the form speaks for each kind of order. */
export const KIND_WORDS: Readonly<
  Record<OrderKind, { readonly title: string; readonly ask: string; readonly example: string; readonly send: string }>
> = {
  wish: { title: '许个心愿', ask: '您有什么心愿？', example: '例如：想找人陪着下下棋', send: '许下心愿' },
  service: { title: '点个服务', ask: '您需要什么服务？', example: '例如：周三要去医院，想有人陪诊', send: '下单' },
  problem: { title: '报个问题', ask: '遇到什么问题？', example: '例如：3 幢楼道灯不亮了', send: '报给社区' },
  errand: { title: '找人代办', ask: '要代办什么事？', example: '例如：帮忙办高龄津贴', send: '请人代办' },
};
