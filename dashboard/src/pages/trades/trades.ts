/** Amounts added up exactly, by their digits; undefined where one of them is missing. */
export function summed(amounts: readonly (number | undefined)[]): string | undefined {
  let places = 0;
  const digits: [bigint, number][] = [];
  for (const amount of amounts) {
    if (amount === undefined) {
      return undefined;
    }
    const [whole = '0', fraction = ''] = plain(amount).split('.');
    digits.push([BigInt(whole + fraction), fraction.length]);
    places = Math.max(places, fraction.length);
  }
  const total = digits.reduce((sum, [value, own]) => sum + value * 10n ** BigInt(places - own), 0n);
  return fixed(total, places);
}

function plain(amount: number): string {
  const text = String(amount);
  return text.includes('e') ? amount.toFixed(12) : text;
}

function fixed(value: bigint, places: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
