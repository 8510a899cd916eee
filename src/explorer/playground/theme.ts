/** The theme in which the page is shown, followed when the switch or the system changes it. */
import { useEffect, useState } from 'preact/hooks';
import { currentTheme, type Theme } from '../theme.js';

export function useTheme(): Theme {
  const [theme, setTheme] = useState(currentTheme);
  useEffect(() => {
    const look = () => setTheme(currentTheme());
    const system = matchMedia('(prefers-color-scheme: dark)');
    const switched = new MutationObserver(look);
    switched.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    system.addEventListener('change', look);
    return () => {
      switched.disconnect();
      system.removeEventListener('change', look);
    };
  }, []);
  return theme;
}
