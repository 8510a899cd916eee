/** A whole and its parts as a bar, with the figures in words below it. */

interface SharesProps {
  /** what the whole is, read aloud before the figures */
  label: string;
  /** the parts, the best known first; at most three */
  parts: readonly { words: string; number: number }[];
}

export function Shares({ label, parts }: SharesProps) {
  const total = parts.reduce((sum, { number }) => sum + number, 0);
  let from = 0;
  return (
    <div class="bar">
      {total > 0 && (
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          {parts.map(({ words, number }, at) => {
            const width = (100 * number) / total;
            from += width;
            return <rect key={words} class={`bar-${at + 1}`} x={from - width} y="0" width={width} height="4" />;
          })}
        </svg>
      )}
      <ul class="bar-keys" aria-label={label}>
        {parts.map(({ words, number }, at) => (
          <li key={words}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <rect class={`bar-${at + 1}`} width="10" height="10" />
            </svg>
            <span>
              <b>{number.toLocaleString('en')}</b> {words}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
