/** The part of WeChat's `wx` the client touches, for a Node process: storage in memory, the network from a table. */

const SYSTEM = {
  platform: 'devtools',
  SDKVersion: '3.8.0',
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  language: 'zh_CN',
  fontSizeScaleFactor: 1,
};

/** There in every WeChat; here they answer that they did not do it. (Taro hands on only what it finds in `wx`.) */
const REFUSED = [
  ...['setTabBarBadge', 'removeTabBarBadge', 'stopPullDownRefresh', 'showToast', 'previewImage', 'setClipboardData'],
  ...['chooseMedia', 'compressImage', 'uploadFile', 'getLocation', 'makePhoneCall', 'requestSubscribeMessage', 'login'],
];

/** What an application may be told; here nothing of it ever happens. */
const EVENTS = ['AppShow', 'AppHide', 'NetworkStatusChange'];

/**
 * @param answer `(url, {method, data, header}) => {statusCode, data}` or a promise of it; a throw is a request that never
 * reaches the server
 * @param system what differs from an ordinary phone, e.g. `{ fontSizeScaleFactor: 1.4 }`
 * @param own functions of `wx` in place of ours; undefined for one this phone does not have
 */
export function createWx({ answer, system = {}, own = {}, navigate }) {
  const storage = new Map();
  const requests = [];
  const phone = { ...SYSTEM, ...system };
  const launch = { path: '', scene: 1001, query: {} };

  const known = {
    getSystemInfoSync: () => phone,
    getAppBaseInfo: () => phone,
    getWindowInfo: () => phone,
    getDeviceInfo: () => phone,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => ({ top: 24, height: 32, width: 87, left: 281, right: 368, bottom: 56 }),
    canIUse: () => true,
    // This host knows nothing of layout: whoever asks where something is never hears.
    createSelectorQuery: () => {
      const query = { selectAll: () => ({ boundingClientRect: () => query }), exec: () => undefined };
      return query;
    },
    nextTick: (callback) => setImmediate(callback),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => void storage.set(key, value),
    request: (options) => {
      requests.push(options.url);
      new Promise((resolve) => setImmediate(resolve))
        .then(() => answer(options.url, options))
        .then(
          (found) => options.success?.({ header: {}, ...found }),
          () => options.fail?.({ errMsg: 'request:fail' }),
        )
        .then(() => options.complete?.({}));
      return { abort: () => undefined };
    },
    ...Object.fromEntries(
      ['switchTab', 'navigateTo', 'redirectTo'].map((name) => [
        name,
        ({ url, success, fail }) => void navigate(name, url).then(success, fail),
      ]),
    ),
    ...Object.fromEntries(
      REFUSED.map((name) => [name, ({ fail } = {}) => void fail?.({ errMsg: `${name}:fail not in this host` })]),
    ),
    ...Object.fromEntries(EVENTS.flatMap((name) => [`on${name}`, `off${name}`]).map((name) => [name, () => undefined])),
    ...own,
  };
  for (const name of Object.keys(own).filter((each) => own[each] === undefined)) delete known[name];

  // Taro asks for every function when it starts, so an unknown one must exist; it fails when it is called.
  const wx = new Proxy(known, {
    get(target, name) {
      if (name in target || name in own || typeof name === 'symbol') return target[name];
      if (/^(on|off)[A-Z]/.test(name)) return () => undefined;
      if (!/^[a-z]\w+$/.test(name) || name === 'webpackJsonp') return undefined;
      return (options) => void options?.fail?.({ errMsg: `${name}:fail not in this host` });
    },
  });
  return { wx, storage, requests };
}
