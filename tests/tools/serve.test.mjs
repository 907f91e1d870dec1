// web/serve.mjs as a static host: types, policy, what it refuses, and how it starts and stops.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {gunzipSync} from 'node:zlib';

import {kPolicy, locate, serve} from '../../web/serve.mjs';

const kScript = fileURLToPath(new URL('../../web/serve.mjs', import.meta.url));
let scratch;
let folder;
let server;

before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'picket-serve-'));
    folder = join(scratch, 'site');
    await mkdir(join(folder, 'sub'), { recursive: true });
    await writeFile(join(folder, 'index.html'), '<!doctype html>front');
    await writeFile(join(folder, 'sub', 'index.html'), '<!doctype html>below');
    await writeFile(join(folder, 'engine.wasm'), Buffer.alloc(4096, 1));
    await writeFile(join(folder, 'engine.js'), 'export default 1;');
    await writeFile(join(scratch, 'secret.txt'), 'secret');
    await writeFile(join(scratch, 'site-beside'), 'secret');
    await symlink(join(scratch, 'secret.txt'), join(folder, 'link.txt'));
    server = await serve(folder, { port: 0 });
});

after(async () => {
    server.close();
    server.closeAllConnections();
    await rm(scratch, { recursive: true });
});

// node:http sends the path as it is; fetch() would resolve ".." before sending.
function ask(path, { method = 'GET', headers = {} } = {}) {
    const { port } = server.address();
    return new Promise((done, fail) => {
        const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
            const parts = [];
            response.on('data', (part) => parts.push(part));
            response.on('end', () => {
                const { statusCode: status, headers: got } = response;
                done({ status, headers: got, body: Buffer.concat(parts) });
            });
        });
        sent.on('error', fail).end();
    });
}

test('serve: files have the types browsers insist on, and the policy', async () => {
    const page = await ask('/');
    assert.equal(page.status, 200);
    assert.equal(page.body.toString(), '<!doctype html>front');
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(page.headers['content-security-policy'], kPolicy);
    assert.equal((await ask('/engine.wasm')).headers['content-type'], 'application/wasm');
    assert.match((await ask('/engine.js')).headers['content-type'], /^text\/javascript/);
});

test('serve: folders redirect to their page, on this host', async () => {
    assert.equal((await ask('/sub/')).body.toString(), '<!doctype html>below');
    assert.equal((await ask('/sub?x=1')).headers.location, '/sub/?x=1');
    assert.equal((await ask('//sub')).headers.location, '/sub/');
});

test('serve: nothing outside the folder is reachable', async () => {
    const paths = [
        ...['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/sub/../../secret.txt'],
        ...['/../site-beside', '/link.txt', '/%00', '/%ff', '/..%5csecret.txt'],
    ];
    for (const path of paths) {
        const got = await ask(path);
        assert.equal(got.status, 404, path);
        assert.ok(!got.body.includes('secret'), path);
    }
    assert.equal(locate('/site', '/a/../b'), '/site/b');
    assert.equal(locate('/site', '/../site-beside'), null);
});

test('serve: only GET and HEAD, and only for this machine', async () => {
    const posted = await ask('/', { method: 'POST' });
    assert.equal(posted.status, 405);
    assert.equal(posted.headers.allow, 'GET, HEAD');
    const head = await ask('/engine.wasm', { method: 'HEAD' });
    assert.equal(head.headers['content-length'], '4096');
    assert.equal(head.body.length, 0);
    assert.equal((await ask('/', { headers: { Host: 'example.org' } })).status, 403);
});

test('serve: gzip when accepted; unchanged files are not sent twice', async () => {
    const zipped = await ask('/engine.wasm', { headers: { 'Accept-Encoding': 'br, gzip' } });
    assert.equal(zipped.headers['content-encoding'], 'gzip');
    assert.deepEqual(gunzipSync(zipped.body), Buffer.alloc(4096, 1));
    const refusing = { headers: { 'Accept-Encoding': 'gzip;q=0' } };
    const plain = await ask('/engine.wasm', refusing);
    assert.equal(plain.headers['content-encoding'], undefined);
    const again = await ask('/', { headers: { 'If-None-Match': (await ask('/')).headers.etag } });
    assert.equal(again.status, 304);
});

test('serve: a busy port is said, the next free one is taken, a signal stops it', async () => {
    const { port } = server.address();
    const child = spawn(process.execPath, [kScript, folder, '--port', String(port)]);
    let printed = '';
    const ended = new Promise((done) => child.on('exit', (code) => done(code)));
    const address = await new Promise((done) => {
        child.stdout.on('data', (text) => {
            printed += text;
            const found = printed.match(/http:\/\/127\.0\.0\.1:\d+\//);
            if (found) done(found[0]);
        });
    });
    assert.ok(printed.includes(`port ${port} is busy`));
    assert.equal((await fetch(address)).status, 200);
    child.kill('SIGINT');
    assert.equal(await ended, 0);
});

test('serve: a folder without a page is an error, not an empty site', async () => {
    const child = spawn(process.execPath, [kScript, scratch, '--port', '0']);
    let printed = '';
    child.stderr.on('data', (text) => (printed += text));
    assert.equal(await new Promise((done) => child.on('close', done)), 1);
    assert.match(printed, /holds no built playground/);
});
