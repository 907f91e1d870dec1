// `picket serve` as a process: ports, clocks, sessions, the page, and how it ends.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {connect} from 'node:net';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {findCli, run, scratchFolder, startServer} from './support.mjs';

let scratch;
before(() => {
    scratch = scratchFolder();
});
after(() => scratch.remove());

async function withServer(args, story) {
    const server = await startServer(...args);
    try {
        await story(server);
    } finally {
        assert.deepEqual(await server.stop(), { code: 0, signal: null }, server.errors());
    }
}

// A path exactly as it is written: fetch would tidy it up.
function raw(server, path, method = 'GET') {
    return new Promise((done, fail) => {
        const asked = request(
            { host: '127.0.0.1', port: server.port, path, method, agent: false },
            (answer) => {
                let text = '';
                answer.setEncoding('latin1').on('data', (chunk) => (text += chunk));
                answer.on(
                    'end',
                    () => done({ status: answer.statusCode, headers: answer.headers, text }),
                );
            },
        );
        asked.on('error', fail).end();
    });
}

const now = async (server) => (await server.verb('DescribeAccount')).now;

describe('ports', () => {
    test(
        'a busy port is said, and the next free one taken',
        () => withServer([], async (first) => {
            await withServer(['--port', String(first.port)], async (second) => {
                assert.ok(second.port > first.port);
                assert.match(
                    second.errors(),
                    new RegExp(`port ${first.port} is busy; using ${second.port}`),
                );
                assert.equal((await fetch(`${second.url}/things`)).status, 200);
            });
            const strict = await run(findCli(), [
                'serve',
                '--port',
                String(first.port),
                '--strict-port',
            ]);
            assert.equal(strict.code, 1);
            assert.match(
                strict.stderr,
                new RegExp(`cannot listen on 127.0.0.1:${first.port}: Address already in use`),
            );
        }));
    test('an address of another machine cannot be listened on', async () => {
        const told = await run(findCli(), ['serve', '--port', '0', '--host', '192.0.2.1']);
        assert.equal(told.code, 1);
        assert.match(told.stderr, /cannot listen on 192\.0\.2\.1/);
    });
    test('mistakes on the command line are exit code 2', async () => {
        for (const args
                 of [['--port', '70000'],
                     ['--clock', 'fast'],
                     ['--clock', 'step:-1'],
                     ['--clock', 'rate:x'],
                     ['--start', 'tomorrow'],
        ]) {
            assert.equal((await run(findCli(), ['serve', ...args])).code, 2, args.join(' '));
        }
        assert.notEqual(
            (await run(findCli(), ['serve', '--port', '0', '--site', '/no/such/folder'])).code,
            0,
        );
    });
    test(
        'localhost is taken as well as an address',
        () => withServer(['--host', 'localhost'], async (server) => {
            assert.match(server.url, /^http:\/\/localhost:/);
            assert.equal((await fetch(`${server.url}/things`)).status, 200);
        }));
});

describe('clocks', () => {
    test(
        'step: each request of a client moves the clock; looking does not',
        () => withServer(
            ['--clock', 'step:90', '--start', '2026-05-01T00:00:00Z'], async (server) => {
                const start = Date.parse('2026-05-01T00:00:00Z') / 1000;
                assert.equal(await now(server), start);
                for (let i = 0; i < 3; i += 1) await fetch(`${server.url}/things`);
                assert.equal(await now(server), start + 270);
                const made = await fetch(`${server.url}/thing-groups/g`, { method: 'POST' });
                assert.equal(made.status, 200);
                const seen = await (await fetch(`${server.url}/thing-groups/g`)).json();
                assert.equal(
                    seen.thingGroupMetadata.creationDate,
                    start + 360,
                    'the clock moves before the request runs',
                );
            }));
    test('step is the default, by one second', () => withServer([], async (server) => {
                                                   await fetch(`${server.url}/things`);
                                                   assert.equal(await now(server), 1767225601);
                                               }));
    test(
        'manual: only AdvanceClock moves it',
        () => withServer(['--clock', 'manual'], async (server) => {
            await fetch(`${server.url}/things`);
            assert.equal(await now(server), 1767225600);
            await server.verb('AdvanceClock', { seconds: 60 });
            assert.equal(await now(server), 1767225660);
        }));
    test(
        'rate: it follows the wall clock, so many times as fast',
        () => withServer(['--clock', 'rate:100000'], async (server) => {
            const first = await now(server);
            await new Promise((done) => setTimeout(done, 100));
            const second = await now(server);
            assert.ok(second - first >= 100 * 100, `${second - first} virtual seconds in 0.1 s`);
        }));
    test(
        '--start now is the moment of the wall clock',
        () => withServer(['--start', 'now', '--clock', 'manual'], async (server) => {
            assert.ok(Math.abs((await now(server)) - Date.now() / 1000) < 120);
        }));
});

test('a session is opened at the start and saved at the end', async () => {
    const session = join(scratch.folder, 'session.json');
    let hash;
    await withServer(['--session', session, '--seed', '3'], async (server) => {
        await fetch(`${server.url}/things/kept`, { method: 'POST', body: '{}' });
        hash = await server.worldHash();
    });
    const saved = JSON.parse(readFileSync(session, 'utf8'));
    assert.equal(saved.worldHash, hash);
    assert.equal(saved.seed, 3);
    await withServer(['--session', session, '--clock', 'manual'], async (server) => {
        assert.equal(await server.worldHash(), hash);
        assert.equal((await fetch(`${server.url}/things/kept`)).status, 200);
    });
});

test('request ids are UUIDs that follow from seed and order', async () => {
    const ids = [];
    for (const seed of ['1', '1', '2']) {
        await withServer(['--seed', seed], async (server) => {
            const both = [
                await fetch(`${server.url}/things`),
                await fetch(`${server.url}/nothing`),
            ];
            ids.push(both.map((answer) => answer.headers.get('x-amzn-requestid')));
        });
    }
    assert.match(
        ids[0][0],
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    assert.notEqual(ids[0][0], ids[0][1]);
    assert.deepEqual(ids[0], ids[1]);
    assert.notEqual(ids[0][0], ids[2][0]);
});

test(
    'it ends at once although connections are open and silent',
    () => withServer([], async (server) => {
        const socket = connect(server.port, '127.0.0.1');
        socket.on('error', () => {});
        socket.write('GET /things HTTP/1.1\r\nHost: localhost\r\n\r\n');
        await new Promise((done) => socket.once('data', done));
    }));

describe('the page', () => {
    let site;
    before(() => {
        site = join(scratch.folder, 'site');
        mkdirSync(join(site, 'sub'), { recursive: true });
        writeFileSync(join(scratch.folder, 'secret.txt'), 'secret');
        writeFileSync(join(site, 'index.html'), '<!doctype html>page');
        writeFileSync(join(site, 'app.js'), 'export {}');
        writeFileSync(join(site, 'app.wasm'), '\0asm');
        writeFileSync(join(site, 'sub', 'index.html'), 'sub');
        writeFileSync(join(site, 'a b.txt'), 'space');
        symlinkSync(join(scratch.folder, 'secret.txt'), join(site, 'link.txt'));
    });
    test(
        'files have their types, folders their index, and the endpoint stays',
        () => withServer(['--site', site], async (server) => {
            const got = async (path) => {
                const answer = await fetch(server.url + path);
                return [answer.status, answer.headers.get('content-type'), await answer.text()];
            };
            assert.deepEqual(await got('/'), [
                200,
                'text/html; charset=utf-8',
                '<!doctype html>page',
            ]);
            assert.deepEqual(await got('/sub/'), [200, 'text/html; charset=utf-8', 'sub']);
            assert.deepEqual(await got('/app.js?v=1'), [
                200,
                'text/javascript; charset=utf-8',
                'export {}',
            ]);
            assert.deepEqual(await got('/app.wasm'), [200, 'application/wasm', '\0asm']);
            assert.deepEqual(await got('/a%20b.txt'), [200, 'text/plain; charset=utf-8', 'space']);
            assert.deepEqual(await got('/things'), [200, 'application/json', '{"things":[]}']);
            const head = await raw(server, '/app.js', 'HEAD');
            assert.deepEqual(
                [head.status, head.headers['content-length'], head.text],
                [200, '9', ''],
            );
            assert.equal((await raw(server, '/app.js', 'POST')).status, 404);
        }));
    test(
        'nothing outside the folder is ever given',
        () => withServer(['--site', site], async (server) => {
            const paths = [
                '/../secret.txt',
                '/%2e%2e/secret.txt',
                '/..%2fsecret.txt',
                '/sub/../../secret.txt',
                '//secret.txt',
                '/..%5csecret.txt',
                '/link.txt',
                '/%00',
                '/index.html%00.txt',
                `/${scratch.folder}/secret.txt`,
                '/sub',
                '/%zz',
            ];
            for (const path of paths) {
                const answer = await raw(server, path);
                assert.ok(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status}`);
                assert.doesNotMatch(answer.text, /secret$|^secret/, path);
            }
        }));
    test('a foreign page may not read it', () => withServer(['--site', site], async (server) => {
                                               const answer =
                                                   await fetch(`${server.url}/index.html`, {
                                                       headers: { origin: 'https://evil.example' },
                                                   });
                                               assert.equal(answer.status, 403);
                                           }));
});

describe('request rates', () => {
    const status = async (server, path) => (await fetch(server.url + path)).status;
    test(
        'beyond the quota of a second the service\'s ThrottlingException answers',
        () => withServer(['--clock', 'manual'], async (server) => {
            for (let i = 0; i < 30; ++i) assert.equal(await status(server, '/things'), 200);
            await server.verb('PutSetting', { name: 'requestRateLimits', value: 'on' });
            for (let i = 0; i < 10; ++i) assert.equal(await status(server, '/things'), 200);
            const refused = await fetch(`${server.url}/things`);
            assert.equal(refused.status, 400);
            assert.equal(refused.headers.get('x-amzn-errortype'), 'ThrottlingException');
            assert.match(
                (await refused.json()).message,
                /ListThings takes 10 requests per second, and 10 at once\. Try again at .*\.100Z/,
            );
            assert.equal(await status(server, '/thing-groups'), 200);
            await server.verb('AdvanceClock', { seconds: 1 });
            for (let i = 0; i < 10; ++i) assert.equal(await status(server, '/things'), 200);
            assert.equal(await status(server, '/things'), 400);
            await server.verb('PutSetting', { name: 'requestRateLimits', value: 'off' });
            assert.equal(await status(server, '/things'), 200);
        }));
});
