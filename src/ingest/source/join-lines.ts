/** Lines into one text: a space between them, none where a line break cut a word or a symbol in two. */

/** Whether a break cut something: behind a hyphen, a slash, a dash after a digit, or before a slash or a dash that goes on with a symbol. */
const isCut = (before: string, after: string): boolean =>
  /[\p{L}\p{N}]-$|\/$|\d[–−]$/u.test(before.slice(-4)) || /^\/\d|^[-–−][A-Z]{1,4}\//.test(after.slice(0, 8));

/** All lines as one text; empty ones leave no trace. Linear in their length. */
export function joinLines(lines: readonly string[]): string {
  const pieces: string[] = [];
  let before = '';
  for (const line of lines) {
    if (line === '') continue;
    if (before !== '' && !isCut(before, line)) pieces.push(' ');
    pieces.push(line);
    before = line;
  }
  return pieces.join('');
}
