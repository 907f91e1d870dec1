// What the client tests share: a `picket serve` of their own on a free port, and questions to it.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {createInterface} from 'node:readline';

export const kRoot = resolve(
    import.meta.dirname ?? new URL('.', import.meta.url).pathname,
    '../..',
);

// The command line: PICKET_CLI, or what one of the presets built.
export function findCli() {
    const places = [
        process.env.PICKET_CLI,
        ...['asan', 'dev', 'clang', 'release'].map((p) => `${kRoot}/build/${p}/picket`),
    ];
    const found = places.find((place) => place && existsSync(place));
    if (!found) throw new Error('no picket command: set PICKET_CLI, or build a preset');
    return resolve(found);
}

// The built web module's folder: PICKET_WEB, or the web preset's.
export function findWeb() {
    const places = [process.env.PICKET_WEB, `${kRoot}/build/web/web`];
    const found = places.find((place) => place && existsSync(join(place, 'engine.wasm')));
    if (!found) throw new Error('no web module: set PICKET_WEB, or build the web preset');
    return resolve(found);
}

export async function loadModule() {
    return import(`file://${findWeb()}/picket.js`);
}

export function scratchFolder() {
    const folder = mkdtempSync(join(tmpdir(), 'picket-test-'));
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// Runs a command to its end. Never throws for an exit code: tests look at it.
export function run(command, args, {input = '', env = {}, cwd = kRoot} = {}) {
    return new Promise((done, fail) => {
        const child = spawn(command, args, { cwd, env: {...process.env, ...env } });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
        child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
        child.on('error', fail);
        child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
        child.stdin.on('error', () => {});
        child.stdin.end(input);
    });
}

// Every Python that has botocore, one per version of it: PICKET_PYTHON's, Debian's
// python3-botocore, and that of the Python on PATH, which is often newer.
export async function findBotocores() {
    const found = new Map();
    for (const python of [process.env.PICKET_PYTHON, '/usr/bin/python3', 'python3']) {
        if (!python) continue;
        const print = 'import botocore; print(botocore.__version__)';
        const told = await run(python, ['-c', print]).catch(() => ({ code: 1 }));
        const version = told.code === 0 ? told.stdout.trim() : '';
        if (version && !found.has(version)) found.set(version, python);
    }
    if (found.size === 0) throw new Error('no Python with botocore (Debian: python3-botocore)');
    return [...found].map(([version, python]) => ({ version, python }));
}

// The operation table and its shapes as data.
export async function describeTable() {
    const told = await run(findCli(), ['describe', '--format=json']);
    if (told.code !== 0) throw new Error(told.stderr);
    return JSON.parse(told.stdout);
}

// Starts `picket serve` on a free port, and resolves when it says that it answers.
export async function startServer(...extra) {
    const port = extra.includes('--port') ? [] : ['--port', '0'];
    const child = spawn(findCli(), ['serve', ...port, ...extra], {
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    const ended = new Promise(
        (done) => child.on('close', (code, signal) => done({ code, signal })),
    );
    const url = await new Promise((done, fail) => {
        ended.then(() => fail(new Error(`picket serve ended: ${stderr}`)));
        createInterface({ input: child.stdout }).on('line', (line) => {
            const match = line.match(/^picket is serving on (http:\/\/\S+)$/);
            if (match) done(match[1]);
        });
    });
    return {
        url,
        port: Number(new URL(url).port),
        errors: () => stderr,
        alive: () => child.exitCode === null && child.signalCode === null,
        // Ends it as Ctrl+C does, and tells how it ended.
        async stop() {
            child.kill('SIGINT');
            return ended;
        },
        // One of Picket's own verbs, or a message as a device publishes it; fails the test when the
        // answer is an error.
        async verb(operation, input = {}) {
            const message = operation === 'Publish';
            const path = message ? `topics/${encodeURIComponent(input.topic)}`
                                 : `_picket/${operation}`;
            const response = await fetch(`${url}/${path}`, {
                method: 'POST',
                body: JSON.stringify(message ? input.payload : input),
            });
            const text = await response.text();
            if (response.status !== 200)
                throw new Error(`${operation}: ${response.status} ${text}`);
            return text === '' ? null : JSON.parse(text);
        },
        async worldHash() {
            return (await this.verb('SaveSession')).session.worldHash;
        },
    };
}

// Credentials are never checked, but clients refuse to work without any. Nothing of the user's own
// set-up takes part.
export const kClientEnvironment = {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    AWS_CLI_AUTO_PROMPT: 'off',
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
};
