const scrolling = { enablePageScroll: true };

export default definePageConfig({ navigationBarTitleText: '已升级', enablePullDownRefresh: true, ...scrolling });
