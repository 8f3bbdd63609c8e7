import { describe, expect, it } from 'vitest';
import { inWords } from './notification';

describe('thresholds', () => {
  it('are told with their figures, only those that are set', () => {
    expect(inWords({ topics: ['LIMIT_NEAR', 'FEED_LATE'], limit_use_percent: 80, feed_bars_missing: 3 })).toEqual([
      'An account has used 80 % of a limit',
      'A feed fails, or misses 3 bars',
    ]);
  });

  it('are told by their code where this version knows no sentence, and are none where nothing is set', () => {
    expect(inWords({ topics: ['MOON_FULL' as 'BREACH'] })).toEqual(['moon full']);
    expect(inWords({})).toEqual([]);
  });
});
