/** What a long page holds, with counts, as links to its sections; an address that names a section leads there once the page is drawn. */
import { useEffect } from 'preact/hooks';
import { anchorOf } from './section.js';
import './on-this-page.css';

interface OnThisPageProps {
  /** title of each section, and how many things it lists; no count where nothing is known */
  sections: readonly { title: string; count?: number }[];
}

export function OnThisPage({ sections }: OnThisPageProps) {
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <nav class="on-this-page" aria-label="On this page">
      <ul>
        {sections.map(({ title, count }) => (
          <li key={title}>
            <a href={`#${anchorOf(title)}`}>
              {title}
              {count !== undefined && <span class="count"> {count.toLocaleString('en')}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
