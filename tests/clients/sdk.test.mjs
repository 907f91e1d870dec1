// @aws-sdk/client-iot, unchanged, against `picket serve` over HTTP and against the shipped wasm
// in-process.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {makeClient, mitigationActions, pages, thingsAndGroups} from './slice.mjs';
import {loadModule, startServer} from './support.mjs';

describe('the JavaScript SDK over HTTP', () => {
    let server;
    let client;
    before(async () => {
        server = await startServer();
        client = makeClient({ endpoint: server.url });
    });
    after(async () => {
        client.destroy();
        assert.deepEqual(await server.stop(), { code: 0, signal: null }, server.errors());
    });
    test('things, groups, membership, and typed errors', () => thingsAndGroups(client));
    test('mitigation actions', () => mitigationActions(client));
    test('paginators see every item once', () => pages(client));
});

describe('the JavaScript SDK in-process', () => {
    let engine;
    let client;
    before(async () => {
        const picket = await loadModule();
        engine = (await picket.loadPicket()).createEngine({ seed: 1 });
        client = makeClient({ requestHandler: picket.createRequestHandler(engine) });
    });
    after(() => engine.dispose());
    test('things, groups, membership, and typed errors', () => thingsAndGroups(client));
    test('mitigation actions', () => mitigationActions(client));
    test('paginators see every item once', () => pages(client));
});

test('the same calls over HTTP and in-process leave the same World', async () => {
    const picket = await loadModule();
    const engine = (await picket.loadPicket()).createEngine({ seed: 7 });
    const server = await startServer('--seed', '7');
    try {
        const clients = [
            makeClient({ endpoint: server.url }),
            makeClient({ requestHandler: picket.createRequestHandler(engine) }),
        ];
        for (const client of clients) {
            await thingsAndGroups(client);
            await mitigationActions(client);
            await pages(client);
            client.destroy();
        }
        assert.equal(engine.worldHash(), await server.worldHash());
    } finally {
        engine.dispose();
        await server.stop();
    }
});
