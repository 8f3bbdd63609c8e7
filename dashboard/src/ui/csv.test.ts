import { expect, it } from 'vitest';
import { csv } from './csv';

it('quotes what would break a row, and leaves a missing value empty', () => {
  expect(
    csv(
      ['name', 'pnl (USD)'],
      [
        ['A "b", c', '-1.50'],
        ['two\nlines', undefined],
      ],
    ),
  ).toBe('name,pnl (USD)\r\n"A ""b"", c",-1.50\r\n"two\nlines",\r\n');
});
