import { expect, test } from 'vitest';
import { joined } from './plain';

test('pages of a table are one table with one header', () => {
  expect(joined(['id,pnl\n1,2\n', 'id,pnl\n2,3\n', 'id,pnl\n'])).toBe('id,pnl\n1,2\n2,3\n');
  expect(joined(['id,pnl\n'])).toBe('id,pnl\n');
});
