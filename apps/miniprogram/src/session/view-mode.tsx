import { createContext, useContext, useEffect, useMemo, useState, type PropsWithChildren } from 'react';
import { showView } from '../platform/show-view.js';
import type { ViewMode } from './choose-view.js';
import { deviceView, keepDeviceView } from './device-view.js';

interface ViewModeChoice {
  mode: ViewMode;
  choose: (mode: ViewMode) => void;
}

const ViewModeContext = createContext<ViewModeChoice>({ mode: 'normal', choose: () => undefined });

/** Holds normal or elder view for every page; kept on the device, because it belongs to the person's eyes, not to an account. */
export function ViewModeProvider({ children }: PropsWithChildren) {
  const [mode, setMode] = useState(deviceView);
  useEffect(() => showView(mode === 'elder'), [mode]);
  const choice = useMemo<ViewModeChoice>(
    () => ({
      mode,
      choose: (next) => {
        setMode(next);
        keepDeviceView(next);
      },
    }),
    [mode],
  );
  return <ViewModeContext.Provider value={choice}>{children}</ViewModeContext.Provider>;
}

export function useViewMode(): ViewModeChoice {
  return useContext(ViewModeContext);
}
