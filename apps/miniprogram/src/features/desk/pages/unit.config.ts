const scrolling = { enablePageScroll: true };

export default definePageConfig({ navigationBarTitleText: '本单位的单子', enablePullDownRefresh: true, ...scrolling });
