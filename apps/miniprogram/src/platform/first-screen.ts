declare global {
  interface Window {
    /** Takes away what index.html shows until the app has come; there only as long as it shows something. */
    linshaoFirstScreen?: ((withBoards: boolean) => void) | undefined;
  }
}

/** The app's own home page stands, with its boards or without: it takes the place of the first screen if it shows as much. */
export function homeStands(withBoards: boolean): void {
  window.linshaoFirstScreen?.(withBoards);
}
