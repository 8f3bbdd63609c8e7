// Writes the types of every service's API from docs/openapi, so that a changed field breaks the type check and not a page.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const descriptions = new URL('../../docs/openapi/', import.meta.url);
const target = new URL('../src/api/generated/', import.meta.url);

/** The controllers of strategies have one API; one description stands for all. */
const STRATEGY = /^strategy-(.*)-service$/;

await mkdir(target, { recursive: true });
const names = (await readdir(descriptions)).filter((name) => name.endsWith('.json')).sort();
let strategyWritten = false;
for (const file of names) {
    const service = file.replace('.json', '');
    let name = service.replace('-service', '');
    if (STRATEGY.test(service)) {
        if (strategyWritten) {
            continue;
        }
        strategyWritten = true;
        name = 'strategy';
    }
    const description = JSON.parse(await readFile(new URL(file, descriptions), 'utf8'));
    const types = astToString(await openapiTS(description));
    await writeFile(new URL(`${name}.ts`, target), `/* Generated from docs/openapi/${file}. */\n${types}`);
}
console.log(`API types in ${fileURLToPath(target)}`);
