// Serves a built playground from a folder, the way any static host does; it has no dependencies.
// node serve.mjs FOLDER [--port N] [--host ADDRESS]
// A busy port is said and the next free one taken. The address is printed once the server answers.
import {createReadStream, promises as files} from 'node:fs';
import {createServer, get} from 'node:http';
import {extname, join, resolve, sep} from 'node:path';
import {pathToFileURL} from 'node:url';
import {createGzip} from 'node:zlib';

const kTypes = new Map([
    ['.html', 'text/html; charset=utf-8'],
    ['.js', 'text/javascript; charset=utf-8'],
    ['.mjs', 'text/javascript; charset=utf-8'],
    ['.css', 'text/css; charset=utf-8'],
    ['.json', 'application/json; charset=utf-8'],
    ['.map', 'application/json; charset=utf-8'],
    ['.ts', 'text/plain; charset=utf-8'],
    ['.txt', 'text/plain; charset=utf-8'],
    ['.md', 'text/plain; charset=utf-8'],
    ['.wasm', 'application/wasm'],
    ['.svg', 'image/svg+xml'],
    ['.png', 'image/png'],
    ['.ico', 'image/x-icon'],
    ['.ttf', 'font/ttf'],
    ['.otf', 'font/otf'],
    ['.woff2', 'font/woff2'],
    ['.webmanifest', 'application/manifest+json'],
]);
const kCompressible = /^(text\/|application\/(json|wasm|manifest)|image\/svg|font\/(ttf|otf))/;
const kPortsTried = 50;

// The strictest policy the playground runs under; a static host that sends none is fine too.
export const kPolicy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
    "img-src 'self' blob: data:; connect-src 'self'";

// The file a request target names, or null when it is malformed or points outside the folder.
export function locate(folder, target) {
    let path;
    try {
        path = decodeURIComponent(target.split(/[?#]/, 1)[0]);
    } catch {
        return null;
    }
    if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return null;
    const file = resolve(join(folder, path));
    return file === folder || file.startsWith(folder + sep) ? file : null;
}

async function describe(folder, target) {
    const file = locate(folder, target);
    if (!file) return null;
    try {
        // A link inside the folder must not lead out of it either.
        const real = await files.realpath(file);
        if (real !== folder && !real.startsWith(folder + sep)) return null;
        const stat = await files.stat(real);
        return { file: real, stat };
    } catch {
        return null;
    }
}

function refuse(response, status, text) {
    response.writeHead(status, {
        'Content-Type': 'text/plain; charset=utf-8',
        'X-Content-Type-Options': 'nosniff',
        ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
    });
    response.end(`${text}\n`);
}

async function answer(folder, request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
        return refuse(response, 405, 'Only GET and HEAD.');
    }
    let found = await describe(folder, request.url);
    if (found?.stat.isDirectory()) {
        const [path, query] = request.url.split(/(?=\?)/, 2);
        if (!path.endsWith('/')) {
            // Collapsed slashes keep the redirect on this host ("//elsewhere" is another one).
            const location = `${path.replace(/^\/+/, '/')}/${query ?? ''}`;
            response.writeHead(301, { Location: location });
            return response.end();
        }
        found = await describe(folder, `${path}index.html`);
    }
    if (!found?.stat.isFile()) return refuse(response, 404, 'Not found.');

    const type = kTypes.get(extname(found.file).toLowerCase()) ?? 'application/octet-stream';
    const zipped = kCompressible.test(type) && acceptsGzip(request.headers['accept-encoding']);
    const tag = `W/"${found.stat.size}-${Math.round(found.stat.mtimeMs)}"`;
    const headers = {
        'Content-Type': type,
        'Content-Security-Policy': kPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-cache',
        ETag: tag,
        Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === tag) {
        response.writeHead(304, headers);
        return response.end();
    }
    if (zipped) headers['Content-Encoding'] = 'gzip';
    else headers['Content-Length'] = found.stat.size;
    response.writeHead(200, headers);
    if (request.method === 'HEAD') return response.end();
    const stream = createReadStream(found.file);
    stream.on('error', () => response.destroy());
    response.on('close', () => stream.destroy());
    if (zipped) stream.pipe(createGzip({ level: 6 })).pipe(response);
    else stream.pipe(response);
}

function acceptsGzip(header = '') {
    const accepted = /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/;
    return header.split(',').some((part) => accepted.test(part));
}

// Loopback is reachable from any web page: only requests that name a loopback host are answered.
function isLoopback(header = '') {
    return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(header);
}

// Listens on the first free port from `port` on (0: any) and resolves to the http.Server.
export async function serve(folder, {port = 8080, host = '127.0.0.1', onBusy = () => {}} = {}) {
    const root = await files.realpath(folder);
    const guarded = isLoopback(host);
    const server = createServer((request, response) => {
        if (guarded && !isLoopback(request.headers.host)) {
            return refuse(response, 403, 'Only for this machine.');
        }
        answer(root, request, response).catch(() => response.destroy());
    });
    for (let candidate = port;; candidate += 1) {
        const error = await new Promise((done) => {
            server.once('error', done);
            server.listen(candidate, host, () => {
                server.removeListener('error', done);
                done(null);
            });
        });
        if (!error) return server;
        const last = candidate >= Math.min(port + kPortsTried, 65535);
        if (error.code !== 'EADDRINUSE' || last) throw error;
        onBusy(candidate);
    }
}

function firstAnswer(address) {
    return new Promise((done, fail) => {
        get(address, (response) => {
            response.resume();
            if (response.statusCode === 200) done();
            else fail(new Error(`${address} answers ${response.statusCode}`));
        }).on('error', fail);
    });
}

function parse(args) {
    const options = { folder: null, port: 8080, host: '127.0.0.1' };
    for (let i = 0; i < args.length; i += 1) {
        if (args[i] === '--port') options.port = Number(args[(i += 1)]);
        else if (args[i] === '--host') options.host = args[(i += 1)];
        else if (!args[i].startsWith('--') && options.folder === null) options.folder = args[i];
        else return null;
    }
    const { folder, port, host } = options;
    const isPort = Number.isInteger(port) && port >= 0 && port <= 65535;
    return folder !== null && isPort && host ? options : null;
}

async function main() {
    const options = parse(process.argv.slice(2));
    if (!options) {
        console.error('usage: node serve.mjs FOLDER [--port N] [--host ADDRESS]');
        process.exitCode = 2;
        return;
    }
    let server;
    const stop = () => {
        console.log('\nstopped');
        server?.close();
        server?.closeAllConnections();
    };
    try {
        await files.access(join(options.folder, 'index.html'));
        server = await serve(options.folder, {
            ...options,
            onBusy: (port) => console.log(`port ${port} is busy, trying ${port + 1}`),
        });
        process.once('SIGINT', stop);
        process.once('SIGTERM', stop);
        const { port } = server.address();
        const host = options.host.includes(':') ? `[${options.host}]` : options.host;
        const address = `http://${host}:${port}/`;
        await firstAnswer(address);
        console.log(`Picket is at ${address}  (Ctrl+C stops it)`);
    } catch (error) {
        const missing = error.code === 'ENOENT';
        console.error(missing ? `${options.folder} holds no built playground` : error.message);
        server?.close();
        process.exitCode = 1;
    }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
