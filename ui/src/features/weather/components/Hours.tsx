import { Card } from '@/components/Card';
import type { Conditions, Units, Weather } from '@/lib/api/model';
import { degrees, quantity } from '@/lib/format/quantity';
import { HoursTable } from './HoursTable';
import { MeteogramDrawing } from './MeteogramDrawing';

interface HoursProps {
  readonly weather: Weather;
  readonly zone: string;
  readonly now: number;
}

/** The hours ahead: drawn, and as a table with the same numbers. */
export function Hours({ weather, zone, now }: HoursProps) {
  const [first, ...others] = weather.hourly?.steps ?? [];
  if (first === undefined) {
    return (
      <Card title="Next 48 hours" className="hours">
        <p>No source has told the hours ahead.</p>
      </Card>
    );
  }
  const steps: [Conditions, ...Conditions[]] = [first, ...others];
  const { units } = weather;
  return (
    <Card title="Next 48 hours" className="hours">
      <div
        className="hours-scroll"
        tabIndex={0}
        role="group"
        aria-label="The hours as a drawing, scrolls sideways"
      >
        <MeteogramDrawing
          steps={steps}
          units={units}
          zone={zone}
          now={now}
          summary={summaryOf(steps, units)}
        />
      </div>
      <p className="muted hours-key">
        Temperature ({units.temperature}), precipitation as bars ({units.precipitation}) with its chance from
        20% on, wind ({units.speed}).
      </p>
      <details>
        <summary>The same as a table</summary>
        <HoursTable steps={steps} units={units} zone={zone} />
      </details>
    </Card>
  );
}

function summaryOf(steps: readonly Conditions[], units: Units): string {
  const temperatures = steps.flatMap((step) => step.temperature ?? []);
  const water = steps.reduce((sum, step) => sum + (step.precipitation ?? 0), 0);
  const unit = units.temperature;
  const from = temperatures.length === 0 ? undefined : Math.min(...temperatures);
  const to = temperatures.length === 0 ? undefined : Math.max(...temperatures);
  return `Temperature between ${degrees(from, unit)} and ${degrees(to, unit)}, precipitation ${quantity(water, units.precipitation)} in all. The table below has the numbers.`;
}
