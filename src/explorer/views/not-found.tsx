/** What is shown at an address that leads nowhere: that, and the ways on. */
import { Page } from '../components/page.js';

export default function NotFound() {
  return (
    <Page title="Nothing here" lead="No view of the explorer has this address.">
      <p>
        Search for what you wanted in the box above, or begin again <a href="/">from the first page</a>.
      </p>
    </Page>
  );
}
