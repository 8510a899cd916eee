/** Copies the link to the question, or says why it cannot. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { count } from '../words.js';
import { linkTo, longestAddress, type Question } from './question.js';

type Outcome = 'copied' | 'too long' | 'by hand';

export function CopyLink({ question }: { question: Question }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const field = useRef<HTMLInputElement>(null);
  const link = linkTo(question);
  useEffect(() => setOutcome(undefined), [link]);
  useEffect(() => {
    if (outcome === 'by hand') field.current?.select();
  }, [outcome]);

  const copy = async () => {
    if (link.length > longestAddress) {
      setOutcome('too long');
      return;
    }
    // There is no clipboard for a page that came over plain HTTP from another machine, or where the browser forbids it.
    const isCopied = await Promise.resolve(navigator.clipboard?.writeText(link).then(() => true)).catch(() => false);
    setOutcome(isCopied ? 'copied' : 'by hand');
  };

  return (
    <div class="copy-link">
      <button type="button" class="button" onClick={copy}>
        Copy link
      </button>
      <div role="status">
        {outcome === 'copied' && 'Copied.'}
        {outcome === 'by hand' && (
          <label>
            Copy it from here: <input ref={field} readOnly value={link} />
          </label>
        )}
        {outcome === 'too long' &&
          `Too long for a link: ${count(link.length, 'character')}, and ${longestAddress.toLocaleString('en')} are the most. Send the question itself, as text.`}
      </div>
    </div>
  );
}
