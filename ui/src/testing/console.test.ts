import { expect, test } from 'vitest';
import { watchConsole } from './console';

test('an error on the console fails the test in which it is written', () => {
  const quiet = watchConsole();
  console.error('a key is missing');
  expect(() => {
    quiet.end();
  }).toThrow('a key is missing');
});

test('an error that a test expects and takes does not fail it', () => {
  const quiet = watchConsole();
  console.error('expected');
  expect(quiet.take()).toEqual(['expected']);
  quiet.end();
});
