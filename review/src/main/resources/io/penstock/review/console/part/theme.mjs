/** Dark, light, or as the system. */

const THEMES = ['auto', 'light', 'dark'];
const KEY = 'penstock.theme';

/** Puts on what was chosen last. */
export function putOnTheme() {
  let name = null;
  try {
    name = localStorage.getItem(KEY);
  } catch {
    // Where nothing may be stored it is as the system.
  }
  document.documentElement.dataset.theme = THEMES.includes(name) ? name : 'auto';
}

/** Puts on the next one and returns its name. */
export function nextTheme() {
  const root = document.documentElement;
  root.dataset.theme = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
  try {
    localStorage.setItem(KEY, root.dataset.theme);
  } catch {
    // Where nothing may be stored it lasts as long as the page.
  }
  return root.dataset.theme;
}
