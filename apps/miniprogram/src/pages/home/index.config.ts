export default definePageConfig({ navigationBarTitleText: '邻哨', enablePullDownRefresh: true });
