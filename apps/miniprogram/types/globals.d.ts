/// <reference types="@tarojs/taro" />

/** Where a WeChat build finds the API, e.g. `https://example.org`; the H5 build is served from the API's own origin. */
declare const LINSHAO_API_ORIGIN: string;
/** Version of this client, from package.json. */
declare const LINSHAO_VERSION: string;
/** Whether one may become any of the demo community's invented people; false compiles the switch out. */
declare const LINSHAO_DEMO: boolean;

declare module '*.css';

/** As a data: URL. */
declare module '*.png' {
  const url: string;
  export default url;
}
