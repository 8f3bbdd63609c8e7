/** A code of a service in words: DAILY_RETURNS as daily returns. */
export function words(code: string | undefined): string {
  return (code ?? 'not known').toLowerCase().replaceAll('_', ' ');
}
