/** Cost against size as a picture: one small chart for each question, one line for each store and server, both axes logarithmic. */
import { type ContestResult, nameOfSize } from './results.js';

const [width, height, columns] = [260, 190, 3];
const inner = { left: 44, right: 22, top: 26, bottom: 26 };
const colours: Record<string, string> = {
  'embedded wsis-graph': '#0b5cad',
  'embedded mercurius': '#7fb2e5',
  'neo4j wsis-graph': '#b3410e',
  'neo4j driver': '#e8a27c',
  'neo4j neo4j-graphql': '#8a8a8a',
};

interface Line {
  name: string;
  points: { size: number; cost: number }[];
}

/** SVG of the milliseconds of one asker. */
export function plotOf(contests: readonly ContestResult[]): string {
  const held = contests.filter(({ cached }) => !cached);
  const questions = [...new Set(held.flatMap(({ measured }) => measured.map(({ question }) => question)))];
  const sizes = [...new Set(held.map(({ size }) => size))].sort((a, b) => a - b);
  const linesOf = (question: string): Line[] => {
    const lines = new Map<string, Line>();
    for (const { store, size, measured } of held)
      for (const each of measured) {
        if (each.question !== question || !(each.alone > 0)) continue;
        const name = `${store} ${each.server}`;
        const line = lines.get(name) ?? { name, points: [] };
        lines.set(name, line);
        line.points.push({ size, cost: each.alone });
      }
    return [...lines.values()];
  };
  const costs = questions.flatMap(linesOf).flatMap(({ points }) => points.map(({ cost }) => cost));
  const [least, greatest] = [Math.floor(Math.log10(Math.min(...costs))), Math.ceil(Math.log10(Math.max(...costs)))];
  const y = (cost: number) =>
    inner.top + (height - inner.top - inner.bottom) * (1 - (Math.log10(cost) - least) / Math.max(1, greatest - least));
  const x = (size: number) => {
    const [first, last] = [Math.log10(sizes[0] as number), Math.log10(sizes.at(-1) as number)];
    return inner.left + (width - inner.left - inner.right) * (last > first ? (Math.log10(size) - first) / (last - first) : 0.5);
  };
  const grid = [
    ...Array.from({ length: greatest - least + 1 }, (_, step) => 10 ** (least + step)).map(
      (cost) =>
        `<path d="M${inner.left} ${at(y(cost))}H${width - inner.right}" class="grid"/><text x="${inner.left - 5}" y="${at(y(cost) + 3)}" text-anchor="end">${cost}</text>`,
    ),
    ...sizes.map((size) => `<text x="${at(x(size))}" y="${height - 10}" text-anchor="middle">${nameOfSize(size)}</text>`),
  ].join('');
  const charts = questions.map((question, place) => {
    const drawn = linesOf(question).map(({ name, points }) => {
      const colour = colours[name] ?? '#444';
      const dots = points.map(({ size, cost }) => `<circle cx="${at(x(size))}" cy="${at(y(cost))}" r="2.5" fill="${colour}"/>`).join('');
      const path = points.map(({ size, cost }, step) => `${step ? 'L' : 'M'}${at(x(size))} ${at(y(cost))}`).join('');
      return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${dots}`;
    });
    const corner = `translate(${(place % columns) * width} ${30 + Math.floor(place / columns) * height})`;
    return `<g transform="${corner}"><text x="${inner.left}" y="16" class="title">${question}</text>${grid}${drawn.join('')}</g>`;
  });
  const names = Object.entries(colours).map(
    ([name, colour], place) =>
      `<circle cx="${20 + place * 150}" cy="14" r="4" fill="${colour}"/><text x="${30 + place * 150}" y="18">${name}</text>`,
  );
  const [wide, high] = [columns * width, 30 + Math.ceil(questions.length / columns) * height];
  const style = 'text{font:11px system-ui,sans-serif;fill:#333}.title{font-weight:600}.grid{stroke:#ddd;fill:none}';
  const title = 'Milliseconds of an answer for one asker, by the number of contributions';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" role="img"><title>${title}</title><style>${style}</style><rect width="${wide}" height="${high}" fill="#fff"/>${names.join('')}${charts.join('')}</svg>\n`;
}

const at = (value: number): string => value.toFixed(1);
