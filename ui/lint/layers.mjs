/**
 * The lint rule of the page's layers (house-style 22): lib and components, then features, then app; one feature never
 * imports another. A file of `src` outside those folders has no layer and is refused.
 */
import { dirname, join, relative, sep } from 'node:path';

/** What each layer may import besides itself; `testing` belongs to tests and helps all of them. */
const MAY_IMPORT = {
  lib: [],
  components: ['lib'],
  features: ['lib', 'components'],
  app: ['lib', 'components', 'features'],
  testing: ['lib', 'components', 'features', 'app'],
};

const isTest = (path) => /\.test\.tsx?$/.test(path);

/** Reads `features/search/api/x.ts` as layer `features` and slice `search`. */
function positionOf(path) {
  const [layer, slice] = path.split(sep);
  return { layer, slice: layer === 'features' ? slice : undefined };
}

function verdict(from, to, test) {
  if (!(to.layer in MAY_IMPORT)) return `${to.layer} is no layer`;
  if (to.layer === 'testing')
    return test || from.layer === 'testing' ? undefined : 'only tests may import testing';
  if (from.layer === to.layer) {
    return from.slice === to.slice ? undefined : `feature ${from.slice} must not import feature ${to.slice}`;
  }
  return MAY_IMPORT[from.layer].includes(to.layer) ? undefined : `${from.layer} must not import ${to.layer}`;
}

/**
 * @param {string} source the absolute path of `src`
 * @returns {import('eslint').Rule.RuleModule}
 */
export function layers(source) {
  return {
    meta: { type: 'problem', schema: [], messages: { refused: '{{reason}}' } },
    create(context) {
      const file = relative(source, context.filename);
      const from = positionOf(file);
      const check = (node) => {
        const name = node.source?.value;
        if (typeof name !== 'string' || !(name.startsWith('.') || name.startsWith('@/'))) return;
        const target = name.startsWith('@/')
          ? name.slice(2).split('/').join(sep)
          : relative(source, join(dirname(context.filename), name));
        const reason = target.startsWith('..')
          ? `${name} lies outside src`
          : verdict(from, positionOf(target), isTest(file));
        if (reason) context.report({ node, messageId: 'refused', data: { reason } });
      };
      return {
        Program(node) {
          if (from.layer in MAY_IMPORT) return;
          context.report({ node, messageId: 'refused', data: { reason: `${file} is in no layer` } });
        },
        ImportDeclaration: check,
        ImportExpression: check,
        ExportNamedDeclaration: check,
        ExportAllDeclaration: check,
      };
    },
  };
}
