import { expect, test } from 'vitest';
import { addressOf, routeOf } from './router';

const text = (words: string) => ({ kind: 'weather', locator: { kind: 'text', text: words } });
const id = (words: string) => ({ kind: 'weather', locator: { kind: 'id', id: words } });

test.each([
  ['/', { kind: 'start' }],
  ['/about', { kind: 'about' }],
  ['/sources', { kind: 'sources' }],
  ['/place/5746545', id('5746545')],
  ['/place/40.713,-74.006', id('40.713,-74.006')],
  ['/place?id=40.713%2C-74.006', id('40.713,-74.006')],
  ['/place?q=portland%2C%20or', text('portland, or')],
  ['/place?q=%20', { kind: 'start' }],
  ['/place', { kind: 'start' }],
  ['/Z%C3%BCrich', text('Zürich')],
  ['/%F0%28', { kind: 'nowhere', path: '/%F0%28' }],
  ['/place/%F0%28', { kind: 'nowhere', path: '/place/%F0%28' }],
  ['/a/b', { kind: 'nowhere', path: '/a/b' }],
])('%s is read', (address, route) => {
  expect(routeOf(address)).toEqual(route);
});

test('the path of a point has no dot, which would make it a file to the service', () => {
  expect(addressOf({ kind: 'id', id: '40.713,-74.006' })).toBe('/place?id=40.713%2C-74.006');
  expect(addressOf({ kind: 'id', id: '5746545' })).toBe('/place/5746545');
});

test('an address leads back to what it was made from', () => {
  for (const words of ['Zürich', 'portland, or', 'a&b=c#d?e/f', '東京', '100%']) {
    expect(routeOf(addressOf({ kind: 'text', text: words }))).toEqual(text(words));
    expect(routeOf(addressOf({ kind: 'id', id: words }))).toEqual(id(words));
  }
});
