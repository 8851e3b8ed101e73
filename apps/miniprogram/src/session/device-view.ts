import { keepStored, readStored } from '../platform/storage.js';
import { systemFontScale } from '../platform/system-font.js';
import { chooseView, type ViewMode } from './choose-view.js';

const STORAGE_KEY = 'linshao.view';

/** The view to begin with on this device. */
export const deviceView = (): ViewMode => chooseView(readStored(STORAGE_KEY), systemFontScale());

export const keepDeviceView = (mode: ViewMode): void => keepStored(STORAGE_KEY, mode);
