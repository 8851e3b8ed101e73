export default definePageConfig({ navigationBarTitleText: '公开的单子' });
