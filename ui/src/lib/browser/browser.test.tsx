import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useLastPlace } from './lastPlace';
import { webAddress } from './link';
import { readStored, writeStored } from './stored';
import { usualUnits, useUnitSystem } from './units';

test.each([
  ['en-US', 'imperial'],
  ['es-us', 'imperial'],
  ['en-GB', 'uk'],
  ['de-CH', 'metric'],
  ['ru', 'metric'],
  ['', 'metric'],
])('people of %s expect %s units', (locale, system) => {
  expect(usualUnits(locale)).toBe(system);
});

function Probe() {
  const [units] = useUnitSystem();
  const last = useLastPlace();
  return (
    <p>
      {units} {last?.label ?? 'nowhere'}
    </p>
  );
}

test('nonsense in the storage counts as nothing', () => {
  writeStored('vane.units', 'furlongs');
  for (const nonsense of ['{', 'null', '[]', '{"id":1,"label":"x"}', '"text"']) {
    writeStored('vane.place', nonsense);
    const { unmount } = render(<Probe />);
    expect(screen.getByText('metric nowhere')).toBeDefined();
    unmount();
  }
});

test('a choice in another window holds in this one', () => {
  render(<Probe />);
  act(() => {
    window.localStorage.setItem('vane.units', 'si');
    window.dispatchEvent(new StorageEvent('storage', { key: 'vane.units' }));
  });
  expect(screen.getByText('si nowhere')).toBeDefined();
});

test('where storage is refused, a choice holds as long as the page', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  writeStored('vane.units', 'uk');
  expect(readStored('vane.units')).toBe('uk');
});

test.each([
  ['https://open-meteo.com/', 'https://open-meteo.com/'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['//open-meteo.com', undefined],
  ['', undefined],
])('the address %s leads to %s', (address, target) => {
  expect(webAddress(address)).toBe(target);
});
