import { mergeInternalComponents } from '@tarojs/shared';
import { components } from './attributes';

// The counterpart of plugin.js: without it the templates have the attributes, but setData never fills them.
mergeInternalComponents(components);
