/** The entry of the explorer: shows it in the page. */
import { render } from 'preact';
import { App } from './app.js';
import { showChosenTheme } from './theme.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/site.css';
import './styles/print.css';

showChosenTheme();
const root = document.getElementById('app');
if (root) render(<App />, root);
