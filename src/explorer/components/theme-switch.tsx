/** The switch between light and dark. */
import { useState } from 'preact/hooks';
import { chooseTheme, currentTheme } from '../theme.js';

export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  const isDark = theme === 'dark';
  const change = () => {
    const next = isDark ? 'light' : 'dark';
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <button type="button" class="theme-switch" aria-pressed={isDark} title={isDark ? 'Show it light' : 'Show it dark'} onClick={change}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" />
        <path d="M10 3a7 7 0 0 1 0 14z" />
      </svg>
      <span class="visually-hidden">Dark theme</span>
    </button>
  );
}
