/** The states of sources in words. */
import type { Source } from '@/lib/api/model';
import { locale } from '@/lib/format/locale';
import { until } from '@/lib/format/time';

const STATES: Record<Source['state'], string> = {
  off: 'Off',
  idle: 'Not asked yet',
  answering: 'Answers',
  failing: 'Does not answer',
  paused: 'Left alone for now',
  'budget-spent': 'No calls left',
};

/** A state in words; one that this page does not know yet as the service names it. */
export function stateWords(state: Source['state']): string {
  return Object.hasOwn(STATES, state) ? STATES[state] : state;
}

/** `8,766 of 10,000 a day`. */
export function leftWords({ left, limit, window }: Source['calls'][number]): string {
  const format = new Intl.NumberFormat(locale());
  return `${format.format(left)} of ${format.format(limit)} ${window === 'hour' ? 'an' : 'a'} ${window}`;
}

/** `all again in 3 h`. */
export function renewalWords({ renewedAt }: Source['calls'][number], now: number): string {
  return `all again ${until(renewedAt, now)}`;
}

export function breakerWords({ position, probeAt }: Source['breaker'], now: number): string {
  switch (position) {
    case 'closed':
      return 'Closed: calls pass';
    case 'half-open':
      return 'Half open: one call tries it out';
    case 'open':
      return probeAt === undefined ? 'Open: no calls' : `Open: no calls, next try ${until(probeAt, now)}`;
    default:
      return position;
  }
}
