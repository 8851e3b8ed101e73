/** Which of the elements of a selector the keyboard is in; -1 for none. */
export function focusedIndex(selector: string): number {
  return [...document.querySelectorAll(selector)].findIndex((element) => element.contains(document.activeElement));
}
