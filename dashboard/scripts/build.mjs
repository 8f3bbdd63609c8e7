// What Maven runs: packages, API types, checks, tests, bundle. Nothing of it is done twice for the same inputs.
//
// Without packages (no network, no registry) it says so and succeeds: the gateway then tells how to build the dashboard.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));
const out = join(here, 'target/classes/dashboard');
const stamps = join(here, 'target/stamps');
const withChecks = !process.argv.includes('--skip-tests');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
    leave(`Node ${process.versions.node} is too old, it takes 20.19 or newer`);
}

const packages = await digest([join(here, 'package.json'), join(here, 'package-lock.json'), join(here, '.npmrc')]);
const inputs = await digest(await sources());

if (!(await isStamped(join(here, 'node_modules/.suite-packages'), packages))) {
    const code = await run('npm', ['ci', '--no-progress', '--loglevel=error']);
    if (code !== 0) {
        await rm(out, { recursive: true, force: true });
        if (!(await inStep())) {
            fail('package.json and package-lock.json do not agree; run npm install in dashboard/');
        }
        leave('its packages cannot be had (npm ci failed)');
    }
    await stamp(join(here, 'node_modules/.suite-packages'), packages);
}

const built = join(stamps, 'built');
const checked = join(stamps, 'checked');
const isBuilt = (await isStamped(built, inputs)) && existsSync(join(out, 'index.html'));
const isChecked = !withChecks || (await isStamped(checked, inputs));
if (isBuilt && isChecked) {
    process.exit(0);
}
await must('node', ['scripts/generate-api.mjs'], true);
if (!isChecked) {
    // Each of them uses one processor for the most part.
    const results = await Promise.all([
        bin('typescript/bin/tsc', ['--noEmit']),
        bin('eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
    ]);
    if (results.some((code) => code !== 0)) {
        fail('the checks failed; the messages above say why');
    }
    await mustBin('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']);
    await mustBin('vitest/vitest.mjs', ['run', '--reporter=dot']);
    await stamp(checked, inputs);
}
if (!isBuilt) {
    await mustBin('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
    await stamp(built, inputs);
}

/** Every file the result depends on. */
async function sources() {
    const found = [];
    for (const folder of ['src', 'public', 'scripts', 'e2e']) {
        found.push(...(await files(join(here, folder))));
    }
    for (const name of await readdir(here, { withFileTypes: true })) {
        if (name.isFile()) {
            found.push(join(here, name.name));
        }
    }
    found.push(...(await files(join(here, '../docs/openapi'))));
    return found.filter((file) => !file.includes('/src/api/generated/')).sort();
}

async function files(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function digest(paths) {
    const hash = createHash('sha256').update(process.versions.node);
    for (const path of paths) {
        hash.update(relative(here, path))
            .update('\0')
            .update(await readFile(path))
            .update('\0');
    }
    return hash.digest('hex');
}

async function isStamped(file, value) {
    return existsSync(file) && (await readFile(file, 'utf8')) === value;
}

async function stamp(file, value) {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, value);
}

/** Whether the lock file has what package.json asks for. */
async function inStep() {
    const wanted = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));
    const locked = JSON.parse(await readFile(join(here, 'package-lock.json'), 'utf8')).packages[''];
    return ['dependencies', 'devDependencies'].every(
        (kind) => JSON.stringify(sorted(wanted[kind])) === JSON.stringify(sorted(locked[kind])),
    );
}

function sorted(versions) {
    return Object.entries(versions ?? {}).sort(([a], [b]) => a.localeCompare(b));
}

function bin(path, args) {
    return run(process.execPath, [join('node_modules', path), ...args]);
}

async function mustBin(path, args) {
    if ((await bin(path, args)) !== 0) {
        fail(`${path.split('/')[0]} failed; the messages above say why`);
    }
}

async function must(command, args, quiet) {
    if ((await run(command, args, quiet)) !== 0) {
        fail(`${[command, ...args].join(' ')} failed`);
    }
}

/** Runs a program to its end, five minutes at most, and returns its exit code. */
function run(command, args, quiet = false) {
    return new Promise((resolve) => {
        const child = spawn(command, args, {
            cwd: here,
            stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
            timeout: 300_000,
            env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', CI: '1', NO_COLOR: '1' },
        });
        child.on('error', () => resolve(1));
        child.on('exit', (code) => resolve(code ?? 1));
    });
}

function leave(reason) {
    console.error(`dashboard: ${reason}, so the dashboard is not built; the gateway says how to build it.`);
    process.exit(0);
}

function fail(reason) {
    console.error(`dashboard: ${reason}.`);
    process.exit(1);
}
