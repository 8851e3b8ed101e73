/** WeChat has no origin: the address is fixed when the package is built. */
export const apiOrigin = LINSHAO_API_ORIGIN;
