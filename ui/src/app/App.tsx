import { lazy, Suspense, useEffect, useRef } from 'react';
import { Failed } from '@/components/Failed';
import { SearchBox } from '@/features/search/components/SearchBox';
import { StartPage } from '@/features/start/components/StartPage';
import { WeatherPage } from '@/features/weather/components/WeatherPage';
import type { UnitSystem } from '@/lib/api/model';
import { useLastPlace } from '@/lib/browser/lastPlace';
import { addressOf, navigate, routeOf, useAddress, type Route } from '@/lib/browser/router';
import { useUnitSystem } from '@/lib/browser/units';
import { useTitle } from '@/lib/browser/useTitle';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';

// Read seldom: they do not make the first page wait.
const AboutPage = lazy(() => import('@/features/about/components/AboutPage'));
const SourcesPage = lazy(() => import('@/features/sources/components/SourcesPage'));

/** The whole page: a header that stays, and what the address asks for. */
export function App() {
  const address = useAddress();
  const route = routeOf(address);
  const [units, setUnits] = useUnitSystem();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(address);

  useEffect(() => {
    // Who follows a link by keyboard goes on reading in what it led to.
    if (shown.current !== address) main.current?.focus({ preventScroll: true });
    shown.current = address;
  }, [address]);

  return (
    <>
      <a className="skip" href="#main">
        Skip to the weather
      </a>
      <Header search={route.kind === 'start' ? null : <PlaceSearch />} units={units} onUnits={setUnits} />
      <main id="main" ref={main} tabIndex={-1}>
        <ErrorBoundary key={address}>
          <Suspense fallback={null}>
            <Page route={route} units={units} />
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}

function PlaceSearch() {
  return (
    <SearchBox
      onPlace={(place) => {
        navigate(addressOf({ kind: 'id', id: place.id }));
      }}
      onText={(text) => {
        navigate(addressOf({ kind: 'text', text }));
      }}
    />
  );
}

function Page({ route, units }: { route: Route; units: UnitSystem }) {
  const last = useLastPlace();
  switch (route.kind) {
    case 'start':
      return <StartPage search={<PlaceSearch />} last={last} />;
    case 'about':
      return <AboutPage />;
    case 'sources':
      return <SourcesPage />;
    case 'weather':
      return <WeatherPage locator={route.locator} units={units} />;
    case 'nowhere':
      return <Nowhere path={route.path} />;
  }
}

function Nowhere({ path }: { path: string }) {
  useTitle('Not found – Vane');
  return <Failed title="There is no such page" detail={`Nothing is at ${path}. Search for a place above.`} />;
}
