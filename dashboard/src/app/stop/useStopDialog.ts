import { flag, useUrlState } from '@/url/useUrlState';

/** Whether the dialog that stops trading is open; in the address, so that everything that opens it means the same. */
export function useStopDialog(): [boolean, (open: boolean) => void] {
  return useUrlState('stop', flag, false);
}
