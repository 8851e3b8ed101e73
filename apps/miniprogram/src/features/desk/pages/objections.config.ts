const scrolling = { enablePageScroll: true };

export default definePageConfig({ navigationBarTitleText: '异议裁定', enablePullDownRefresh: true, ...scrolling });
