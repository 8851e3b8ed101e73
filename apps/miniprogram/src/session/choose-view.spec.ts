import { chooseView } from './choose-view.js';

describe('chooseView', () => {
  it('keeps what the person chose, whatever the system says', () => {
    expect(chooseView('normal', 2)).toBe('normal');
    expect(chooseView('elder', 1)).toBe('elder');
  });

  it('follows the system font size when nothing was chosen', () => {
    expect(chooseView(undefined, 1)).toBe('normal');
    expect(chooseView(undefined, 1.24)).toBe('normal');
    expect(chooseView(undefined, 1.25)).toBe('elder');
  });

  it('does not trust a stored value it did not write', () => {
    expect(chooseView('huge', 1)).toBe('normal');
    expect(chooseView({ view: 'elder' }, 1)).toBe('normal');
  });
});
