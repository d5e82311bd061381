import type { ReactNode } from 'react';
import { Link } from '@/components/Link';
import { UnitSwitch } from '@/features/units/components/UnitSwitch';
import type { UnitSystem } from '@/lib/api/model';

interface HeaderProps {
  readonly search: ReactNode;
  readonly units: UnitSystem;
  readonly onUnits: (system: UnitSystem) => void;
}

/** Name, search, units. */
export function Header({ search, units, onUnits }: HeaderProps) {
  return (
    <header className="header">
      <Link to="/" className="brand">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 21V7M7 21h10M3 9l4-3 4 3-4 3ZM11 9h8M16 5.5 20 9l-4 3.5" />
        </svg>
        Vane
      </Link>
      <div className="header-search">{search}</div>
      <UnitSwitch value={units} onChange={onUnits} />
      <nav aria-label="About this page">
        <Link to="/sources">Sources</Link>
        <Link to="/about">About</Link>
      </nav>
    </header>
  );
}
