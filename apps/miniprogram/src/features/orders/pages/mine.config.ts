// Taro reads it, its types do not know it: without it WeChat tells the page nothing of scrolling.
const scrolling = { enablePageScroll: true };

export default definePageConfig({ navigationBarTitleText: '我的单子', enablePullDownRefresh: true, ...scrolling });
