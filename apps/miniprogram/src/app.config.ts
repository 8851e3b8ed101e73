// WeChat's own bars know no CSS variables: these colours repeat ui/tokens.css, and tokens.spec.ts compares them.
const SURFACE_PAGE = '#f7f5f0';
const SURFACE_CARD = '#ffffff';
const TEXT_MUTED = '#55615d';
const TEXT_BRAND = '#1c6354';

const tab = (page: string, text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `assets/tabs/${page}.png`,
  selectedIconPath: `assets/tabs/${page}-selected.png`,
});

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/hall/index', 'pages/messages/index', 'pages/me/index'],
  // One subpackage per feature: WeChat loads it when one of its pages is opened.
  subPackages: [
    { root: 'features/orders', pages: ['pages/order', 'pages/mine'] },
    { root: 'features/ordering', pages: ['pages/new'] },
    { root: 'features/public', pages: ['pages/boards', 'pages/order'] },
    { root: 'features/claims', pages: ['pages/mine'] },
    {
      root: 'features/desk',
      pages: [
        'pages/duty',
        'pages/shifts',
        'pages/inbox',
        'pages/supervision',
        'pages/objections',
        'pages/escalated',
        'pages/unit',
        'pages/figures',
      ],
    },
    { root: 'features/profile', pages: ['pages/dwelling', 'pages/residents', 'pages/privacy', 'pages/notifications'] },
    // The screen in the hall is a browser's.
    ...(process.env.TARO_ENV === 'h5' ? [{ root: 'features/wall', pages: ['pages/wall'] }] : []),
  ],
  // What the next tap most likely needs, fetched while the person reads.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['features/orders', 'features/ordering'] },
    'pages/hall/index': { network: 'wifi', packages: ['features/orders', 'features/claims', 'features/public'] },
    'pages/me/index': { network: 'wifi', packages: ['features/profile'] },
  },
  window: {
    navigationBarTitleText: '邻哨',
    navigationBarBackgroundColor: SURFACE_PAGE,
    navigationBarTextStyle: 'black',
    backgroundColor: SURFACE_PAGE,
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: TEXT_MUTED,
    selectedColor: TEXT_BRAND,
    backgroundColor: SURFACE_CARD,
    borderStyle: 'white',
    list: [tab('home', '首页'), tab('hall', '大厅'), tab('messages', '消息'), tab('me', '我的')],
  },
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用来填好单子的地点，让社区知道去哪里' } },
});
