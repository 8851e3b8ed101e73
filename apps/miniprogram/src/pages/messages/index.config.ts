const scrolling = { enablePageScroll: true };

export default definePageConfig({ navigationBarTitleText: '消息', enablePullDownRefresh: true, ...scrolling });
