/** H5 is served by the API's own origin, or by the proxy in front of it. */
export const apiOrigin = '';
