/** The foot of every page: which dataset this is, under which terms, and what it is not. */
import { useAnswer } from '../api.js';
import metaQuery from '../queries/meta.graphql?raw';

interface Meta {
  meta: { datasetVersion: string; licence: string; store: string };
}

export function SiteFooter() {
  const { data } = useAnswer<Meta>(metaQuery);
  return (
    <footer class="site-footer">
      <p>
        <strong>This is no official product of the United Nations.</strong> Every fact names the document that it comes from; the document
        is what counts.
      </p>
      <p class="site-footer-licence">{data?.meta.licence}</p>
      <p>
        Dataset <code>{data?.meta.datasetVersion ?? '…'}</code>
      </p>
    </footer>
  );
}
