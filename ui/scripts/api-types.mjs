/**
 * Generates `src/lib/api/schema.gen.ts` from the OpenAPI document. The file is never committed, so it cannot drift
 * from the document; it is written only when its content changes, so that a build that is up to date stays so.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import openapi, { astToString } from 'openapi-typescript';

export const document = new URL(
  '../../adapters-rest/src/main/resources/dev/vane/adapters/rest/openapi.yaml',
  import.meta.url,
);
const target = new URL('../src/lib/api/schema.gen.ts', import.meta.url);

const mark = `// openapi.yaml sha256 ${createHash('sha256').update(readFileSync(document)).digest('hex')}\n`;
if (!existsSync(target) || !readFileSync(target, 'utf8').startsWith(mark)) {
  const nodes = await openapi(document, { alphabetize: false });
  writeFileSync(target, mark + astToString(nodes));
}
