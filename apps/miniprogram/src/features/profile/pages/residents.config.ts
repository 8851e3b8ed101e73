const scrolling = { enablePageScroll: true };

export default definePageConfig({ navigationBarTitleText: '住户登记确认', enablePullDownRefresh: true, ...scrolling });
