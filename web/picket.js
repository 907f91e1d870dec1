// Picket for JavaScript: loads the engine in a browser, a worker or Node, and gives its border
// names and types (picket.d.ts). There is no logic here: everything a call means is decided by the
// engine.
import loadModule from './engine.js';

// Loads the WebAssembly module once. `wasm` is the bytes of engine.wasm; without it they are
// fetched from beside this file (Node reads them itself).
export async function loadPicket({wasm} = {}) {
    const bytes = wasm ?? (await readBesideThisFile());
    const module = await loadModule(bytes ? { wasmBinary: bytes } : {});
    return {
        createEngine: (options) => new Engine(module, options),
        playScenario: (scenario) => module.playScenario(scenario),
        describe: (format) => module.describe(format),
    };
}

// Node cannot fetch file addresses. Elsewhere the module fetches by itself, and compiles while it
// does.
async function readBesideThisFile() {
    if (typeof process === 'undefined' || !process.versions?.node) return null;
    const { readFile } = await import('node:fs/promises');
    return readFile(new URL('./engine.wasm', import.meta.url));
}

const kDefaultStart = Date.UTC(2026, 0, 1);

class Engine {
    #handle;

    constructor(module, { seed = 1, start = kDefaultStart } = {}) {
        this.#handle = new module.EngineHandle(seed, Number(start));
    }

    // Runs one operation. `input` is an object or JSON text; the answer is a value also when it is
    // an error.
    call(operation, input = {}, { dryRun = false, changes = false } = {}) {
        const json = typeof input === 'string' ? input : JSON.stringify(input);
        const answer = this.#handle.call(operation, json, dryRun, changes);
        const output = answer.error || answer.body === '' ? null : JSON.parse(answer.body);
        return { ok: !answer.error, output, ...answer };
    }

    // The same over HTTP, without a socket. `body` is text or a Uint8Array.
    request({ method = 'GET', target, headers = {}, body = '' }) {
        return this.#handle.request(
            method,
            target,
            Object.entries(headers).flat().map(String),
            body,
        );
    }

    // Runs the virtual clock up to a moment (Date or epoch milliseconds), at most about `budget`
    // units of work.
    advance(until, budget = Infinity) {
        return this.#handle.advance(Number(until), budget);
    }
    // Goes back to an earlier moment. Null, or the error.
    rewind(moment) {
        return this.#handle.rewind(Number(moment));
    }
    // Replays without one journaled call. Null, or the error.
    undo(entryId) {
        return this.#handle.undo(entryId);
    }
    get now() {
        return new Date(this.#handle.now());
    }
    get nextDue() {
        const due = this.#handle.nextDue();
        return due === null ? null : new Date(due);
    }

    // Without `blocks` the session names its recordings and does not carry them, as for a link.
    save({ blocks = true } = {}) {
        return this.#handle.save(blocks);
    }
    load(session, image = '') {
        return this.#handle.load(session, image);
    }
    // The same in pieces of about `budget` units of work, for hosts that draw between them.
    // stepLoad answers how far it is, from 0 to 1; at 1 endLoad opens the session, unless it was
    // refused.
    beginLoad(session, image = '') {
        this.#handle.beginLoad(session, image);
    }
    stepLoad(budget = 20_000) {
        return this.#handle.stepLoad(budget);
    }
    endLoad() {
        return this.#handle.endLoad();
    }
    image() {
        return this.#handle.image();
    }
    worldHash() {
        return this.#handle.hash();
    }

    // A file of metrics, chunk by chunk (Uint8Array, at most 1 MB each). The mapping goes with the
    // first chunk; after importEnd, AddRecording can name the block.
    importChunk(bytes, mapping = {}) {
        return this.#handle.importChunk(bytes, JSON.stringify(mapping));
    }
    importEnd() {
        const { report, ...answer } = this.#handle.importEnd();
        return { ...answer, report: JSON.parse(report) };
    }
    // The bytes of a block, to be kept by the host, and given back after a reload.
    recording(sha256) {
        return this.#handle.recording(sha256);
    }
    keepRecording(bytes) {
        return this.#handle.keepRecording(bytes);
    }

    // The tables of the World, and rows of one of them.
    tables() {
        return this.#handle.tables();
    }
    rows(table, begin = 0, count = 100) {
        return this.#handle.rows(table, begin, count).map(({ key, value }) => ({
                                                              key: JSON.parse(key),
                                                              value: JSON.parse(value),
                                                          }));
    }

    // What the World takes in memory, and what the way back takes beside it.
    memory() {
        return this.#handle.memory();
    }

    // Frees the engine's memory; JavaScript does not do that by itself.
    dispose() {
        this.#handle.delete();
    }
}

// A `requestHandler` for clients of the AWS SDK: their calls run here, in this process, and nothing
// is sent anywhere. Each request first moves the virtual clock by `stepMs`, so that clients which
// poll see something happen.
export function createRequestHandler(engine, {stepMs = 1000} = {}) {
    return {
        metadata: { handlerProtocol: 'picket' },
        async handle(request) {
            if (stepMs > 0) engine.advance(Number(engine.now) + stepMs);
            const body = await bytesOf(request.body);
            const target = request.path + queryText(request.query);
            const answer = engine.request({
                method: request.method,
                target,
                headers: request.headers,
                body,
            });
            const { status, headers } = answer;
            // The SDK reads bytes everywhere; text only works in browsers.
            return {
                response: {
                    statusCode: status,
                    headers,
                    body: new TextEncoder().encode(answer.body),
                },
            };
        },
        updateHttpClientConfig() {},
        httpHandlerConfigs: () => ({}),
        destroy() {},
    };
}

async function bytesOf(body) {
    if (body === undefined || body === null) return '';
    if (typeof body === 'string' || body instanceof Uint8Array) return body;
    return new Uint8Array(await new Response(body).arrayBuffer());
}

function encoded(text) {
    return encodeURIComponent(text).replace(
        /[!'()*]/g,
        (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    );
}

function queryText(query = {}) {
    const parts = [];
    for (const [name, values] of Object.entries(query ?? {})) {
        for (const value of [values].flat()) {
            parts.push(value === null ? encoded(name) : `${encoded(name)}=${encoded(value)}`);
        }
    }
    return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
