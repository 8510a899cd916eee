/** The way to the text of a document: the address that the dataset gives, else the one that the UN's symbol service would have it at. */
import { ExternalLink } from './external-link.js';

interface TextLinkProps {
  url?: string | null;
  symbol?: string | null;
}

/** The first half of a symbol where it can be looked up; nothing for what is no symbol of the three organs, or a decision. */
export function lookUp(symbol: string | null | undefined): string | undefined {
  const half = symbol?.split(/-(?=[AE]\/)/)[0];
  if (!half || !/^[AES]\/(?!DEC\/)/.test(half)) return undefined;
  return `https://docs.un.org/en/${half.split('/').map(encodeURIComponent).join('/')}`;
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return 'its source';
  }
}

/** Nothing where neither an address nor a symbol is known. */
export function TextLink({ url, symbol }: TextLinkProps) {
  const looked = lookUp(symbol);
  if (url) {
    const host = hostOf(url);
    return (
      <>
        <span class="button text-link">
          <ExternalLink href={url}>{/(^|\.)un\.org$/.test(host) ? 'Text at the UN' : `Text at ${host}`}</ExternalLink>
        </span>
        {looked && !/(^|\.)un\.org$/.test(host) && <LookUp href={looked} />}
      </>
    );
  }
  return looked ? <LookUp href={looked} /> : null;
}

function LookUp({ href }: { href: string }) {
  return (
    <span class="button text-link" title="The address follows from the symbol; whether the text is there was not checked">
      <ExternalLink href={href}>Look up at the UN</ExternalLink>
    </span>
  );
}
