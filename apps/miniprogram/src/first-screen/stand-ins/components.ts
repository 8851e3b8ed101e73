/** For @tarojs/components: what its elements are for the eye. */
export const View = 'div';
export const Text = 'span';
