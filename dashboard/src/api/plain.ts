import { send } from './clients';

/** GET of a path no description is generated for; who calls it says what it expects and reads it with care. */
export async function getPlain<T>(service: string, path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(service, new Request(new URL(path, location.origin), { signal }));
  return (await response.json()) as T;
}

/** Has the browser save what a path answers, with the token the path needs. */
export async function download(service: string, path: string, file: string, type = 'text/csv'): Promise<void> {
  const response = await send(service, new Request(new URL(path, location.origin), { headers: { Accept: type } }));
  save(await response.blob(), file);
}

/** Has the browser save a whole list that is told in pages, each of which names the next in a header. */
export async function downloadAll(service: string, path: string, query: URLSearchParams, file: string): Promise<void> {
  const pages: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const asked = new URLSearchParams(query);
    if (cursor !== '') {
      asked.set('cursor', cursor);
    }
    const url = new URL(`${path}?${asked}`, location.origin);
    const response: Response = await send(service, new Request(url, { headers: { Accept: 'text/csv' } }));
    pages.push(await response.text());
    cursor = response.headers.get('Next-Cursor');
  }
  save(new Blob([joined(pages)], { type: 'text/csv' }), file);
}

/** Tables with the same header as one. */
export function joined(pages: readonly string[]): string {
  return pages.map((page, place) => (place === 0 ? page : page.slice(page.indexOf('\n') + 1))).join('');
}

export function save(content: Blob, file: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  URL.revokeObjectURL(url);
}
