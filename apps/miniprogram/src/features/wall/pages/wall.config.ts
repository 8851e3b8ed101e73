export default definePageConfig({ navigationBarTitleText: '督办墙', navigationStyle: 'custom' });
