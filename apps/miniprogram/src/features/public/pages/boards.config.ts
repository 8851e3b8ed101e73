const scrolling = { enablePageScroll: true };

export default definePageConfig({ navigationBarTitleText: '晒单与心愿墙', ...scrolling });
