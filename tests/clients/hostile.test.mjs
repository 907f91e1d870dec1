// Bad input and rude callers against `picket serve`: the service's error form, the World as it was,
// and a server that lives on.
import assert from 'node:assert/strict';
import {request} from 'node:http';
import {connect} from 'node:net';
import {after, afterEach, before, beforeEach, describe, test} from 'node:test';

import {startServer} from './support.mjs';

const kThing = '/things/new';

describe('bad requests', () => {
    let server;
    let hash;
    before(async () => {
        server = await startServer('--clock', 'manual');
        await send('POST', '/things/there', {
            body: '{"attributePayload":{"attributes":{"a":"b"}}}',
        });
    });
    beforeEach(async () => {
        hash = await server.worldHash();
    });
    afterEach(async () => {
        assert.ok(server.alive(), server.errors());
        assert.equal(await server.worldHash(), hash, 'the World changed');
        assert.equal((await send('GET', '/things/there')).status, 200);
    });
    after(async () => {
        assert.deepEqual(await server.stop(), { code: 0, signal: null });
        assert.equal(server.errors(), '');
    });

    // node:http lets a test lie about Host, method and length, which fetch does not.
    function send(method, path, { body = '', headers = {}, length = true } = {}) {
        const bytes = Buffer.from(body);
        const sized = length ? { 'content-length': bytes.length, ...headers } : headers;
        return new Promise((done, fail) => {
            const asked = request(
                {
                    port: server.port,
                    host: '127.0.0.1',
                    method,
                    path,
                    headers: sized,
                    agent: false,
                },
                (answer) => {
                    const chunks = [];
                    answer.on('data', (chunk) => chunks.push(chunk));
                    answer.on('end', () => {
                        const text = Buffer.concat(chunks).toString();
                        done({ status: answer.statusCode, headers: answer.headers, text });
                    });
                    answer.on('error', fail);
                },
            );
            asked.on('error', fail);
            asked.end(bytes);
        });
    }

    function assertRefused(answer, status, name, about = /./) {
        assert.equal(answer.status, status, answer.text);
        assert.equal(answer.headers['x-amzn-errortype'], name);
        assert.match(answer.headers['x-amzn-requestid'], /^[0-9a-f-]{36}$/);
        assert.match(answer.headers['content-type'], /^application\/json/);
        assert.match(JSON.parse(answer.text).message, about);
    }

    const kBodies = {
        'truncated JSON': '{"attributePayload":{"attributes":{"a":',
        'no JSON at all': 'attributePayload=1',
        'an array': '[1,2]',
        'a number where text belongs': '{"thingTypeName":7}',
        'text where an object belongs': '{"attributePayload":"x"}',
        'nesting 100,000 deep': `{"attributePayload":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        'nesting 100,000 deep and never closed': '{"a":'.repeat(100_000),
        'invalid UTF-8': Buffer.from([
            ...Buffer.from('{"thingTypeName":"'),
            0xc3,
            0x28,
            0xff,
            ...Buffer.from('"}'),
        ]),
        'an unpaired surrogate': '{"thingTypeName":"\\ud800"}',
        'a NUL byte': Buffer.from('{"thingTypeName":"a\0b"}'),
        'duplicate keys': '{"thingTypeName":"a","thingTypeName":"b"}',
        'a string of 10 MB': `{"thingTypeName":"${'x'.repeat(10 << 20)}"}`,
        '10 MB of opening brackets': '['.repeat(10 << 20),
        'a number beyond all range': '{"attributePayload":1e999999}',
    };
    for (const [what, body] of Object.entries(kBodies)) {
        test(`${what} is InvalidRequestException`, async () => {
            assertRefused(await send('POST', kThing, { body }), 400, 'InvalidRequestException');
        });
    }
    test('numbers out of range in the query', async () => {
        for (const value of ['0', '251', '-1', '99999999999999999999', '1e3', 'x', '']) {
            assertRefused(
                await send('GET', `/things?maxResults=${value}`),
                400,
                'InvalidRequestException',
                /maxResults/,
            );
        }
    });
    test('broken and hostile percent-encoding', async () => {
        for (const name
                 of ['%',
                     '%4',
                     '%zz',
                     '%ff%fe',
                     '%00',
                     '%0d%0aX-Evil:%201',
                     'a%2Fb',
                     '..%2f..%2fetc%2fpasswd',
        ]) {
            assertRefused(await send('POST', `/things/${name}`), 400, 'InvalidRequestException');
        }
    });
    test('the place of a mistake is told in headers', async () => {
        const answer = await send('POST', kThing, { body: '{\n  "thingTypeName": 7\n}' });
        assertRefused(answer, 400, 'InvalidRequestException');
        assert.equal(answer.headers['x-picket-line'], '2');
        assert.equal(answer.headers['x-picket-path'], 'thingTypeName');
    });
    test('an unknown operation is 404', async () => {
        assertRefused(await send('GET', '/no/such/path'), 404, 'UnknownOperationException');
        assertRefused(
            await send('POST', '/_picket/NoSuchVerb', { body: '{}' }),
            404,
            'UnknownOperationException',
        );
    });
    test('a wrong method is 405, also one that nobody knows', async () => {
        for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE']) {
            assertRefused(await send(method, '/things'), 405, 'MethodNotAllowedException');
        }
    });
    test('HEAD answers as GET does, without a body', async () => {
        const answer = await send('HEAD', '/things/there');
        assert.equal(answer.status, 200);
        assert.equal(answer.text, '');
        assert.ok(Number(answer.headers['content-length']) > 50);
    });
    test('a foreign Host is refused, whatever the path', async () => {
        for (const host
                 of ['evil.example',
                     'evil.example:80',
                     '127.0.0.1.evil.example',
                     'localhost.evil.example',
                     '10.0.0.1',
                     '::1',
        ]) {
            assertRefused(
                await send('POST', kThing, { headers: { host } }),
                403,
                'AccessDeniedException',
                /Host/,
            );
            assertRefused(
                await send('GET', '/', { headers: { host } }),
                403,
                'AccessDeniedException',
                /Host/,
            );
        }
        for (const host
                 of ['localhost',
                     `LOCALHOST:${server.port}`,
                     '127.1.2.3:1',
                     '[::1]:80',
                     'demo.localhost',
        ]) {
            assert.equal(
                (await send('GET', '/things/there', { headers: { host } })).status,
                200,
                host,
            );
        }
    });
    test('a foreign Origin is refused, one of this machine may read', async () => {
        for (const origin
                 of ['https://evil.example',
                     'null',
                     'http://localhost.evil.example',
                     'file://',
                     'http://127.0.0.1@evil.example',
        ]) {
            const answer = await send('POST', kThing, { headers: { origin } });
            assertRefused(answer, 403, 'AccessDeniedException', /Origin/);
            assert.equal(answer.headers['access-control-allow-origin'], undefined);
            assertRefused(
                await send('OPTIONS', kThing, { headers: { origin } }),
                403,
                'AccessDeniedException',
            );
        }
        assertRefused(
            await send('GET', '/things', {
                headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
            }),
            403,
            'AccessDeniedException',
            /Sec-Fetch/,
        );
        const origin = 'http://localhost:5173';
        const preflight = await send('OPTIONS', kThing, {
            headers: { origin, 'access-control-request-method': 'PATCH' },
        });
        assert.equal(preflight.status, 204);
        assert.equal(preflight.headers['access-control-allow-origin'], origin);
        assert.match(preflight.headers['access-control-allow-methods'], /PATCH/);
        for (const name
                 of ['authorization',
                     'x-amz-date',
                     'amz-sdk-request',
                     'content-type',
                     'x-amz-user-agent',
        ]) {
            assert.match(
                preflight.headers['access-control-allow-headers'],
                new RegExp(`(^|, )${name}(,|$)`),
            );
        }
        const read = await send('GET', '/things/there', { headers: { origin } });
        assert.equal(read.headers['access-control-allow-origin'], origin);
        assert.match(read.headers['access-control-expose-headers'], /x-amzn-errortype/);
    });
    test('a body over 16 MB is 413, with and without a length', async () => {
        const body = Buffer.alloc((16 << 20) + 1, 0x20);
        assertRefused(await send('POST', kThing, { body }), 413, 'RequestEntityTooLargeException');
        const chunked = await send('POST', kThing, {
            body,
            length: false,
            headers: { 'transfer-encoding': 'chunked' },
        });
        assertRefused(chunked, 413, 'RequestEntityTooLargeException');
    });
    test('a body without length and end is refused at 16 MB, not collected', async () => {
        const socket = connect(server.port, '127.0.0.1');
        socket.on('error', () => {});
        const answer = new Promise((done) => socket.once('data', (data) => done(String(data))));
        const head = 'POST /things/new HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked';
        socket.write(`${head}\r\n\r\n`);
        const chunk = Buffer.alloc(1 << 20, 0x20);
        for (let i = 0; i < 17; i += 1) {
            socket.write('100000\r\n');
            socket.write(chunk);
            socket.write('\r\n');
        }
        assert.match(await answer, /^HTTP\/1\.1 413 [\s\S]*RequestEntityTooLargeException/);
        socket.destroy();
    });
    test('an address over 8 kB and a header over 8 kB are refused', async () => {
        assertRefused(
            await send('GET', `/things/${'x'.repeat(9000)}`),
            414,
            'InvalidRequestException',
        );
        assertRefused(
            await send('GET', '/things', { headers: { 'x-long': 'y'.repeat(12_000) } }),
            400,
            'InvalidRequestException',
        );
    });
    test('what is not HTTP gets an error, not silence', async () => {
        for (const text
                 of ['hello\r\n\r\n',
                     'GET\r\n\r\n',
                     'GET / HTTP/9.9\r\n\r\n',
                     '\u0000\u0001\u0002\r\n\r\n',
        ]) {
            const { socket, answer } = await opened(text);
            assert.match(answer, /^HTTP\/1\.1 4\d\d [\s\S]*x-amzn-errortype: /i);
            socket.destroy();
        }
    });
    test('connections that are aborted in the middle', async () => {
        const parts = [
            '',
            'POST',
            'POST /things/new HT',
            'POST /things/new HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"a"',
        ];
        for (const part of [...parts, ...parts, ...parts]) {
            const socket = connect(server.port, '127.0.0.1');
            socket.on('error', () => {});
            await new Promise((done) => socket.write(part || ' ', done));
            socket.resetAndDestroy();
        }
    });
    test('slow connections do not hold up others', async () => {
        const sockets = Array.from({ length: 30 }, () => {
            const socket = connect(server.port, '127.0.0.1');
            socket.on('error', () => {});
            socket.write(
                'POST /things/new HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{',
            );
            return socket;
        });
        for (let i = 0; i < 20; i += 1)
            assert.equal((await send('GET', '/things/there')).status, 200);
        for (const socket of sockets) socket.destroy();
    });
    test('100 connections at once: each is answered, by the service or with 503', async () => {
        const answers = await Promise.all(
            Array.from(
                { length: 100 },
                () => send('POST', kThing, { body: '{"thingTypeName":"missing"' }),
                ),
        );
        for (const answer of answers) {
            if (answer.status === 503)
                assertRefused(answer, 503, 'ServiceUnavailableException', /64/);
            else assertRefused(answer, 400, 'InvalidRequestException');
        }
        assert.ok(answers.some((answer) => answer.status === 400));
    });
    test('no Host and an empty Host are refused', async () => {
        for (const header of ['', 'Host: \r\n', 'Host: evil.example\r\n']) {
            const { socket, answer } = await opened(`GET /things/there HTTP/1.1\r\n${header}\r\n`);
            assert.match(answer, /^HTTP\/1\.1 403 [\s\S]*AccessDeniedException/);
            socket.destroy();
        }
    });
    test('the 65th connection that stays open is told 503, and the others work', async () => {
        const open = [];
        const read = 'GET /things/there HTTP/1.1\r\nHost: localhost\r\n\r\n';
        let late = null;
        while (late === null && open.length < 100) {
            const { socket, answer } = await opened(read);
            if (answer.startsWith('HTTP/1.1 200 ')) open.push(socket);
            else late = { socket, answer };
        }
        // The test's own idle connections of before count as well.
        assert.ok(open.length <= 64 && open.length >= 56, `${open.length} connections were served`);
        assert.match(
            late.answer,
            /^HTTP\/1\.1 503 [\s\S]*Connection: close[\s\S]*ServiceUnavailableException/,
        );
        late.socket.destroy();
        for (const socket of open) {
            const answer = new Promise(
                (done) => socket.once('data', (bytes) => done(bytes.toString())),
            );
            socket.write(read);
            assert.match(await answer, /^HTTP\/1\.1 200 /);
            socket.destroy();
        }
        while ((await send('GET', '/things/there')).status === 503)
            await new Promise((done) => setTimeout(done, 50));
    });

    async function opened(text) {
        const socket = connect(server.port, '127.0.0.1');
        socket.on('error', () => {});
        socket.write(text);
        const answer = await new Promise(
            (done) => socket.once('data', (bytes) => done(bytes.toString())),
        );
        return { socket, answer };
    }
});
