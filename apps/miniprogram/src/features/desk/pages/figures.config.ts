const scrolling = { enablePageScroll: true };

export default definePageConfig({ navigationBarTitleText: '数据', enablePullDownRefresh: true, ...scrolling });
