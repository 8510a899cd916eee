/** The explorer: head, the view of the address, foot. */

import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider } from 'preact-iso';
import { ApiError } from './api.js';
import { SiteFooter } from './components/site-footer.js';
import { SiteHeader } from './components/site-header.js';
import { Problem } from './components/state.js';
import { Routes } from './routes.js';

export function App() {
  const [isLoading, setLoading] = useState(false);
  const [broken, setBroken] = useState<string>();
  return (
    <LocationProvider>
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <SiteHeader />
      <div class={isLoading ? 'progress progress-on' : 'progress'} aria-hidden="true" />
      <main id="main" tabIndex={-1}>
        {broken ? (
          <Problem error={new ApiError('INTERNAL_SERVER_ERROR', broken)} again={() => location.reload()} />
        ) : (
          <ErrorBoundary onError={(error) => setBroken(error instanceof Error ? error.message : 'This view could not be shown.')}>
            <Routes onLoading={setLoading} />
          </ErrorBoundary>
        )}
      </main>
      <SiteFooter />
    </LocationProvider>
  );
}
