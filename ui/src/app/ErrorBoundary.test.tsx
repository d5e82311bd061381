import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { watchConsole } from '@/testing/console';
import { ErrorBoundary } from './ErrorBoundary';

test('a fault of a view is said in words, and the page goes on', () => {
  // React reports the fault on the console as well, as it should.
  const said = watchConsole();
  const Broken = (): never => {
    throw new Error('a fault');
  };
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('This page has a fault');
  expect(said.take().join()).toContain('a fault');
  said.end();
});
