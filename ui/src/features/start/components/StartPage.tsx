import type { ReactNode } from 'react';
import { Link } from '@/components/Link';
import type { LastPlace } from '@/lib/browser/lastPlace';
import { addressOf, navigate } from '@/lib/browser/router';
import { useTitle } from '@/lib/browser/useTitle';
import { LocateButton } from './LocateButton';

/** Where no place is chosen: a search, and the place looked at last. */
export function StartPage({ search, last }: { search: ReactNode; last: LastPlace | undefined }) {
  useTitle('Vane');
  return (
    <div className="start">
      <h1>The weather, where?</h1>
      {search}
      <div className="start-ways">
        {last && (
          <Link to={addressOf({ kind: 'id', id: last.id })} className="button button-quiet">
            {last.label}
          </Link>
        )}
        <LocateButton
          onPoint={(latitude, longitude) => {
            navigate(addressOf({ kind: 'id', id: `${latitude},${longitude}` }));
          }}
        />
      </div>
    </div>
  );
}
