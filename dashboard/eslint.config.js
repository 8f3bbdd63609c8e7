import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
    { ignores: ['target/', 'node_modules/', 'src/api/generated/', 'test-results/', 'playwright-report/'] },
    js.configs.recommended,
    ...tseslint.configs.strict,
    hooks.configs.flat['recommended-latest'],
    {
        rules: {
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
            '@typescript-eslint/consistent-type-imports': 'error',
            eqeqeq: ['error', 'smart'],
            // Nothing here is compiled by the compiler the rule warns about.
            'react-hooks/incompatible-library': 'off',
            // Words from elsewhere are text and never markup.
            'no-restricted-syntax': [
                'error',
                {
                    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
                    message: 'Text is text: render it as such.',
                },
            ],
        },
    },
    {
        files: ['scripts/**/*.mjs'],
        languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
    },
);
