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

/**
 * @param answer `(url) => {statusCode, data}`, or a throw for a request that never reaches the server
 * @param system what differs from an ordinary phone, e.g. `{ fontSizeScaleFactor: 1.4 }`
 */
export function createWx({ answer, system = {}, navigate }) {
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
    nextTick: (callback) => setImmediate(callback),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => void storage.set(key, value),
    request: (options) => {
      requests.push(options.url);
      setImmediate(() => {
        try {
          options.success?.({ header: {}, ...answer(options.url) });
        } catch {
          options.fail?.({ errMsg: 'request:fail' });
        }
        options.complete?.({});
      });
      return { abort: () => undefined };
    },
    switchTab: ({ url, success, fail }) => void navigate(url).then(success, fail),
  };

  // Taro asks for every function when it starts, so an unknown one must exist; it fails when it is called.
  const wx = new Proxy(known, {
    get(target, name) {
      if (name in target || typeof name === 'symbol') return target[name];
      if (/^(on|off)[A-Z]/.test(name)) return () => undefined;
      if (!/^[a-z]\w+$/.test(name) || name === 'webpackJsonp') return undefined;
      return (options) => void options?.fail?.({ errMsg: `${name}:fail not in this host` });
    },
  });
  return { wx, storage, requests };
}
