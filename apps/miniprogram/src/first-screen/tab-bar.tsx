import appConfig from '../app.config.js';
import hall from '../assets/tabs/hall.png';
import home from '../assets/tabs/home-selected.png';
import me from '../assets/tabs/me.png';
import messages from '../assets/tabs/messages.png';
import { HOME } from './page-of.js';

const ICONS: readonly string[] = [home, hall, messages, me];

/** The bar Taro draws at the bottom, as it looks on the home page. */
export function TabBar() {
  return (
    <nav className="first-screen__tabs">
      {appConfig.tabBar?.list.map(({ pagePath, text }, index) => (
        <a
          className="first-screen__tab"
          href={`#/${pagePath}`}
          {...(pagePath === HOME ? { 'aria-current': 'page' as const } : {})}
        >
          <img className="first-screen__icon" src={ICONS[index]} alt="" />
          {text}
        </a>
      ))}
    </nav>
  );
}
