export default definePageConfig({ navigationBarTitleText: '住址登记' });
