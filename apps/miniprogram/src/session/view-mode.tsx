import { createContext, useContext, useEffect, useMemo, useState, type PropsWithChildren } from 'react';
import { keepStored, readStored } from '../platform/storage.js';
import { showView } from '../platform/show-view.js';
import { systemFontScale } from '../platform/system-font.js';
import { chooseView, type ViewMode } from './choose-view.js';

interface ViewModeChoice {
  mode: ViewMode;
  choose: (mode: ViewMode) => void;
}

const STORAGE_KEY = 'linshao.view';

const ViewModeContext = createContext<ViewModeChoice>({ mode: 'normal', choose: () => undefined });

/** Holds normal or elder view for every page; kept on the device, because it belongs to the person's eyes, not to an account. */
export function ViewModeProvider({ children }: PropsWithChildren) {
  const [mode, setMode] = useState<ViewMode>(() => chooseView(readStored(STORAGE_KEY), systemFontScale()));
  useEffect(() => showView(mode === 'elder'), [mode]);
  const choice = useMemo<ViewModeChoice>(
    () => ({
      mode,
      choose: (next) => {
        setMode(next);
        keepStored(STORAGE_KEY, next);
      },
    }),
    [mode],
  );
  return <ViewModeContext.Provider value={choice}>{children}</ViewModeContext.Provider>;
}

export function useViewMode(): ViewModeChoice {
  return useContext(ViewModeContext);
}
