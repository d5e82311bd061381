import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { layers } from './layers.mjs';

const SOURCE = '/project/src';

function complaints(file: string, ...imports: string[]): string[] {
  const linter = new Linter({ cwd: '/project' });
  const config: Linter.Config = {
    plugins: { vane: { rules: { layers: layers(SOURCE) } } },
    rules: { 'vane/layers': 'error' },
  };
  const code = imports.map((name) => `import '${name}';`).join('\n');
  return linter
    .verify(code, [{ ...config, files: ['**/*.js'] }], { filename: join(SOURCE, file) })
    .map((each) => each.message);
}

test('the folders of src are the layers that the rule knows', () => {
  // src/main is Maven's: the module descriptor of the jar.
  for (const folder of readdirSync('src').filter((each) => each !== 'main')) {
    expect(complaints(`${folder}/x.js`), folder).toEqual([]);
  }
});

test.each([
  ['lib/a.js', '@/components/b'],
  ['lib/a.js', '@/features/search/b'],
  ['lib/a.js', '@/app/b'],
  ['components/a.js', '@/features/search/b'],
  ['components/a.js', '@/app/b'],
  ['features/weather/components/a.js', '@/app/b'],
  ['features/weather/components/a.js', '@/features/search/b'],
  ['features/weather/components/a.js', '../../search/api/b'],
  ['features/weather/a.js', '@/testing/b'],
  ['app/a.js', '@/testing/b'],
  ['app/a.js', '../../scripts/b'],
  ['app/a.js', '@/helpers/b'],
])('%s must not import %s', (file, name) => {
  expect(complaints(file, name)).toHaveLength(1);
});

test.each([
  ['components/a.js', '@/lib/b'],
  ['features/weather/components/a.js', '../api/b'],
  ['features/weather/components/a.js', '@/components/b'],
  ['features/weather/components/a.js', '@/lib/b'],
  ['features/weather/components/a.js', 'react'],
  ['app/a.js', '@/features/weather/b'],
  ['app/a.js', './styles/base.css'],
])('%s may import %s', (file, name) => {
  expect(complaints(file, name)).toEqual([]);
});

test('a file outside the layers is refused', () => {
  expect(complaints('helpers/a.js')).toEqual(['helpers/a.js is in no layer']);
});

test('exports and dynamic imports are looked at too', () => {
  const linter = new Linter({ cwd: '/project' });
  const found = linter.verify(
    "export * from '@/app/a'; export { b } from '@/app/b'; void import('@/app/c');",
    [
      {
        files: ['**/*.js'],
        plugins: { vane: { rules: { layers: layers(SOURCE) } } },
        rules: { 'vane/layers': 'error' },
      },
    ],
    { filename: join(SOURCE, 'lib/a.js') },
  );
  expect(found).toHaveLength(3);
});
