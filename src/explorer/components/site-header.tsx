/** The head of every page: the way home, the search, the views. */

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { SearchBox } from './search-box.js';
import { ThemeSwitch } from './theme-switch.js';

const views: readonly (readonly [string, string])[] = [
  ['/cube', 'Cube'],
  ['/lineage', 'Lineage'],
  ['/coverage', 'Coverage'],
  ['/due', 'Due'],
  ['/completeness', 'What is missing'],
  ['/playground', 'Playground'],
];

export function SiteHeader() {
  const { path, url, query } = useLocation();
  const [isOpen, setOpen] = useState(false);
  // The menu closes whenever the address changes.
  useEffect(() => setOpen(false), [url]);
  return (
    <header class="site-header">
      <a class="brand" href="/">
        <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 18 12 5l7 13M5 18h14M12 5v7m0 0-7 6m7-6 7 6" />
          <circle cx="12" cy="5" r="2.2" />
          <circle cx="5" cy="18" r="2.2" />
          <circle cx="19" cy="18" r="2.2" />
          <circle cx="12" cy="12" r="1.6" />
        </svg>
        WSIS graph
      </a>
      <button type="button" class="menu-button button" aria-expanded={isOpen} aria-controls="site-nav" onClick={() => setOpen(!isOpen)}>
        Menu
      </button>
      <nav id="site-nav" class={isOpen ? 'site-nav site-nav-open' : 'site-nav'} aria-label="Views">
        <ul>
          {views.map(([address, label]) => (
            <li key={address}>
              <a href={address} aria-current={path === address || path.startsWith(`${address}/`) ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ThemeSwitch />
      {path !== '/' && <SearchBox text={path === '/search' ? query.q : ''} />}
    </header>
  );
}
