const scrolling = { enablePageScroll: true };

export default definePageConfig({ navigationBarTitleText: '大厅', enablePullDownRefresh: true, ...scrolling });
