import type { components } from '@/api/generated/signals-api';

export type Notification = components['schemas']['NotificationEntry'];
export type Thresholds = components['schemas']['NotificationThresholds'];

/** What makes something a notification, a sentence for each topic that is told of. */
export function inWords(thresholds: Thresholds): string[] {
  return (thresholds.topics ?? []).map((topic) => {
    switch (topic) {
      case 'LIMIT_NEAR':
        return `An account has used ${whole(thresholds.limit_use_percent)} % of a limit`;
      case 'BREACH':
        return 'An account passed a limit';
      case 'TRADING_STATE':
        return 'A trading state was changed';
      case 'STOP_FAILED':
        return 'A stop of trading failed';
      case 'FEED_LATE':
        return `A feed fails, or misses ${whole(thresholds.feed_bars_missing)} bars`;
      case 'CONTROLLER_OFFLINE':
        return 'A strategy controller that was online does not answer';
      case 'JOB_FAILED':
        return 'A backfill or backtest failed';
      case 'CYCLE_FAILED':
        return 'A cycle failed';
      default:
        return String(topic).toLowerCase().replaceAll('_', ' ');
    }
  });
}

function whole(value: number | undefined): string {
  return value === undefined ? '–' : String(value);
}
