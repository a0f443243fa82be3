import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync, Visitor } from 'vite';
import { expect, it } from 'vitest';

const client = fileURLToPath(new URL('../../../client', import.meta.url));
/** Attributes that people read or hear. */
const TOLD = [
  'label',
  'title',
  'placeholder',
  'alt',
  'hint',
  'error',
  'text',
  'aria-label',
  'summary',
  'line',
];
const hasWords = (text: string) => /\p{L}/u.test(text);

/** Texts that an expression may become. */
function textsOf(expression: ESTree.Expression | ESTree.JSXEmptyExpression): string[] {
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? [expression.value] : [];
    case 'TemplateLiteral':
      return [expression.quasis.map(({ value }) => value.raw).join('…')];
    case 'ConditionalExpression':
      return [...textsOf(expression.consequent), ...textsOf(expression.alternate)];
    case 'LogicalExpression':
      return textsOf(expression.right);
    default:
      return [];
  }
}

/** Words that stand in a TSX file itself instead of in the catalogue. */
function literalTexts(name: string, source: string): string[] {
  const found: string[] = [];
  const visitChildren = ({ children }: { children: ESTree.JSXChild[] }) => {
    for (const child of children) {
      if (child.type === 'JSXText') found.push(child.value.trim());
      if (child.type === 'JSXExpressionContainer') found.push(...textsOf(child.expression));
    }
  };
  const visitor = new Visitor({
    JSXElement: visitChildren,
    JSXFragment: visitChildren,
    JSXAttribute({ name: attribute, value }) {
      if (attribute.type !== 'JSXIdentifier' || !TOLD.includes(attribute.name) || !value) return;
      if (value.type === 'Literal') found.push(...textsOf(value));
      if (value.type === 'JSXExpressionContainer') found.push(...textsOf(value.expression));
    },
  });
  visitor.visit(parseSync(name, source).program);
  return found.filter(hasWords);
}

it('finds words between tags, in expressions and in attributes that are read or heard', () => {
  const source = `export const A = () => (
    <p aria-label="A sign" class="b" id={\`\${id}-hint\`}>
      Words {\`of \${1} kind\`} {t.x} 12:00 {ok ? 'Yes' : t.no} {ok && 'Perhaps'} <b label={'Also'} />
    </p>
  );`;
  expect(literalTexts('a.tsx', source).sort()).toEqual(
    ['A sign', 'Words', 'of … kind', 'Yes', 'Perhaps', 'Also'].sort(),
  );
});

it('every text of the client stands in the catalogue', async () => {
  const found: string[] = [];
  let files = 0;
  for await (const file of glob('**/*.tsx', { cwd: client })) {
    files += 1;
    const source = readFileSync(`${client}/${file}`, 'utf8');
    for (const text of literalTexts(file, source)) found.push(`${file}: ${text}`);
  }
  expect(files).toBeGreaterThan(40);
  expect(found).toEqual([]);
});
