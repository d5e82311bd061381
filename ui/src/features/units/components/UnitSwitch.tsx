import { useId } from 'react';
import type { UnitSystem } from '@/lib/api/model';
import { UNIT_SYSTEMS } from '@/lib/browser/units';

const NAMES: Record<UnitSystem, string> = {
  metric: 'Metric',
  imperial: 'Imperial',
  uk: 'UK',
  si: 'SI',
};

/** Chooses the units that the service answers in. */
export function UnitSwitch({
  value,
  onChange,
}: {
  value: UnitSystem;
  onChange: (system: UnitSystem) => void;
}) {
  const id = useId();
  return (
    <div className="units">
      <label htmlFor={id}>Units</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = UNIT_SYSTEMS.find((each) => each === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {UNIT_SYSTEMS.map((each) => (
          <option key={each} value={each}>
            {NAMES[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
