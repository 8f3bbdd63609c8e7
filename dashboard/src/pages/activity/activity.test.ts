import { describe, expect, it } from 'vitest';
import { faultOf, matches, placeOf, queryOf, type Activity, type ActivityFilter } from './activity';

const ALL: ActivityFilter = { kind: 'all', account: '', symbol: '', strategy: '', trace: '', from: '', to: '' };
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const FILL: Activity = {
  activity_id: 7,
  at: '2026-03-02T23:59:59Z',
  kind: 'FILL',
  summary: 'Bought 0.4 lots of EURUSD at 1.1',
  account_id: 'main',
  symbol: 'EURUSD',
  strategy: 'ENSEMBLE',
  subject: 'a1',
  trace_id: TRACE,
};

describe('the filter of activity', () => {
  it('asks for what was chosen, whole days by their begin and their end', () => {
    expect(queryOf(ALL)).toEqual({});
    expect(
      queryOf({ ...ALL, kind: 'FILL', symbol: 'EURUSD', trace: TRACE, from: '2026-03-01', to: '2026-03-02' }),
    ).toEqual({
      kind: 'FILL',
      symbol: 'EURUSD',
      trace_id: TRACE,
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-03-03T00:00:00.000Z',
    });
  });

  it('asks for nothing that cannot be, and says so', () => {
    const filter = { ...ALL, trace: '0af7', from: 'soon' };
    expect(queryOf(filter)).toEqual({});
    expect(faultOf(filter)).toContain('32');
    expect(faultOf({ ...ALL, from: '2026-03-02', to: '2026-03-01' })).toContain('after');
    expect(faultOf(ALL)).toBeUndefined();
  });

  it('takes in what happens just as the service would', () => {
    expect(matches(ALL, FILL)).toBe(true);
    expect(matches({ ...ALL, kind: 'FILL', account: 'main', to: '2026-03-02' }, FILL)).toBe(true);
    expect(matches({ ...ALL, kind: 'ORDER' }, FILL)).toBe(false);
    expect(matches({ ...ALL, account: 'other' }, FILL)).toBe(false);
    expect(matches({ ...ALL, to: '2026-03-01' }, FILL)).toBe(false);
    expect(matches({ ...ALL, from: '2026-03-03' }, FILL)).toBe(false);
  });
});

describe('a line', () => {
  it('leads to its decision, order, cycle, job or approval', () => {
    expect(placeOf(FILL)).toBe('/positions?account=main&orders=all&order=a1');
    expect(placeOf({ kind: 'FILL', account_id: 'portfolio-7', subject: 'c1' })).toBe('/cycles?cycle=c1');
    expect(placeOf({ kind: 'DECISION', account_id: 'main', subject: 'd1' })).toBe('/decide?account=main&decision=d1');
    expect(placeOf({ kind: 'DECISION', subject: 'd1' })).toBe('/decide?decision=d1');
    expect(placeOf({ kind: 'CYCLE', account_id: 'portfolio-7', subject: 'c1' })).toBe('/cycles?cycle=c1');
    expect(placeOf({ kind: 'JOB', subject: '12' })).toBe('/data?job=12');
    expect(placeOf({ kind: 'APPROVAL', subject: 'p1' })).toBe('/approvals?approval=p1');
  });

  it('leads to the page that is about it where it has nothing of its own', () => {
    expect(placeOf({ kind: 'BREACH', account_id: 'main' })).toBe('/risk?account=main');
    expect(placeOf({ kind: 'TRADING_STATE' })).toBe('/risk');
    expect(placeOf({ kind: 'STOP', subject: 's1' })).toBe('/risk');
    expect(placeOf({ kind: 'STOP', account_id: 'main', subject: 's1' })).toBe('/risk?account=main');
    expect(placeOf({ kind: 'STRATEGY', strategy: 'hold-aapl' })).toBe('/lifecycle?strategy=hold-aapl');
    expect(placeOf({ kind: 'PORTFOLIO', account_id: 'portfolio-7' })).toBe('/cycles?portfolio=7');
    expect(placeOf({ kind: 'SOMETHING_OF_NEXT_YEAR' as 'FILL' })).toBeUndefined();
  });
});
