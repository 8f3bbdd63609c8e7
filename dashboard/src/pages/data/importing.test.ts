import { expect, test } from 'vitest';
import { bodyOf, importOf, type TypedImport } from './importing';

const TYPED: TypedImport = { timeframe: 'M5', symbol: '', zone: '', columns: '', noHeader: false, replace: false };

test('a file of comma separated values goes to the import, plain or gzip', () => {
  expect(importOf('EURUSD M5.csv', TYPED)).toEqual({
    path: '/api/v1/candles/import?timeframe=M5&source=EURUSD_M5',
    type: 'text/csv',
  });
  expect(
    importOf('a.csv.gz', { ...TYPED, timeframe: 'D1', symbol: ' X&Y ', zone: 'America/Bogota', replace: true }),
  ).toEqual({
    path: '/api/v1/candles/import?timeframe=D1&source=a&symbol=X%26Y&zone=America%2FBogota&on_conflict=replace',
    type: 'application/gzip',
  });
});

test('a file that names no columns is told which is which', () => {
  expect(importOf('a.csv', { ...TYPED, columns: ' 1=time,2=open ', noHeader: true })).toEqual({
    path: '/api/v1/candles/import?timeframe=M5&source=a&columns=1%3Dtime%2C2%3Dopen&no_header=true',
    type: 'text/csv',
  });
});

test('a file of JSON is of one symbol', () => {
  expect(importOf('a.json', TYPED)).toEqual({ fault: 'A JSON file takes a symbol' });
  expect(importOf('a.JSON', { ...TYPED, symbol: 'EUR/USD' })).toEqual({
    path: '/api/v1/candles/EUR%2FUSD',
    type: 'application/json',
  });
});

test('a bare list of candles gets the timeframe; all else is left to the service', () => {
  expect(bodyOf('[{"open":1}]', 'H1')).toBe('{"timeframe":"H1","candles":[{"open":1}]}');
  expect(bodyOf('{"candles":[]}', 'H1')).toBe('{"candles":[]}');
  expect(bodyOf('no json', 'H1')).toBe('no json');
});
