/** Light or dark: as the system says, until somebody chooses; the choice is kept in this browser. */
export type Theme = 'light' | 'dark';

const key = 'wsis-graph-theme';

/** The theme that was chosen; null where none was, or where the browser keeps nothing. */
function chosenTheme(): Theme | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : null;
  } catch {
    return null;
  }
}

/** The theme in which the page is shown. */
export const currentTheme = (): Theme => chosenTheme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** Shows the page in the theme that was chosen, if one was. */
export function showChosenTheme(): void {
  const theme = chosenTheme();
  if (theme) document.documentElement.dataset.theme = theme;
}

/** Shows a theme and keeps it. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // It then holds until the page is left.
  }
}
