import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist', 'node_modules'] },
  js.configs.recommended,
  ts.configs.recommended,
  hooks.configs.flat['recommended-latest'],
  a11y.flatConfigs.strict,
  {
    rules: {
      // The compiler says so already, and knows those that are there to be left out.
      '@typescript-eslint/no-unused-vars': 'off',
      'no-undef': 'off',
      // A table that a phone lays out as a list is none to some browsers, unless its parts say what they are.
      'jsx-a11y/no-redundant-roles': ['error', { thead: ['rowgroup'], tbody: ['rowgroup'] }],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', { td: ['cell'] }],
    },
  },
  {
    files: ['src/**'],
    rules: {
      // A look-up by what comes from outside is a Map's: an object has `constructor` and `__proto__` from the start.
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='in'][left.type!='Literal']", message: 'Ask a Set or a Map.' },
        {
          selector: "CallExpression[callee.object.name='Object'][callee.property.name='fromEntries']",
          message: 'Make a Map.',
        },
      ],
    },
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
);
