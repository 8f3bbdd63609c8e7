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

export function save(content: Blob, file: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  URL.revokeObjectURL(url);
}
