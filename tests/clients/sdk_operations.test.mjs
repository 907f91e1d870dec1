// Every operation of the table by its command of @aws-sdk/client-iot, over HTTP and in-process: the
// golden cases say what to send and what comes back, so that an operation added to the table is
// called by itself. Paginators walk every list.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';

import {goldenCases} from './golden.mjs';
import {makeClient} from './slice.mjs';
import {describeTable, loadModule, startServer} from './support.mjs';
import {makeTable} from './table.mjs';

const sdk = createRequire(import.meta.url)('@aws-sdk/client-iot');
const table = makeTable(await describeTable());
const cases = goldenCases().filter((golden) => table.operations.has(golden.operation));
// What an engine starts with when nothing else is said: the golden cases expect it.
const kStart = '2026-01-01T00:00:00Z';
const kFresh = {
    seed: 1,
    start: Date.parse(kStart) / 1000,
    region: 'us-east-1',
    account: '123456789012'
};

// A session that can be started anew, and a client whose calls it answers.
async function overHttp() {
    const server = await startServer('--clock', 'manual', '--start', kStart, '--seed', '1');
    return {
        client: makeClient({ endpoint: server.url }),
        reset: () => server.verb('ResetSession', kFresh),
        verb: (operation, input) => server.verb(operation, input),
        async end() {
            assert.deepEqual(await server.stop(), { code: 0, signal: null }, server.errors());
        },
    };
}
async function inProcess() {
    const picket = await loadModule();
    const module = await picket.loadPicket();
    const engine = module.createEngine({ seed: 1, start: new Date(kStart) });
    const verb = (operation, input = {}) => {
        const answer = engine.call(operation, input);
        assert.ok(answer.ok, `${operation}: ${answer.body}`);
        return answer.output;
    };
    return {
        client: makeClient({ requestHandler: picket.createRequestHandler(engine, { stepMs: 0 }) }),
        reset: async () => verb('ResetSession', kFresh),
        verb: async (operation, input) => verb(operation, input),
        end: async () => engine.dispose(),
    };
}

const command = (operation, input) =>
    new sdk[`${operation}Command`](table.withDates(table.operations.get(operation).input, input));

async function setUp(session, golden) {
    await session.reset();
    for (const { operation, input } of golden.setup) {
        if (table.operations.has(operation)) await session.client.send(command(operation, input));
        else await session.verb(operation, input);
    }
}

// What came back, without what the SDK adds and without members that are absent.
function values(output) {
    const { $metadata, ...rest } = output;
    return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}

// Why the SDK cannot send a case as it is written; nothing when it can.
function unsendable(golden) {
    const { input } = table.operations.get(golden.operation);
    if (golden.input === undefined) return 'the case is a text or an HTTP request';
    if (!table.fits(input, golden.input)) return 'the SDK drops or changes members of other types';
    if (golden.bad && table.lacksToken(input, golden.input)) return 'the SDK fills in the token';
    if (table.lacksPayload(input, golden.input)) return 'the SDK sends {} for a missing body';
    return null;
}

async function checkGood(session, golden) {
    const output = await session.client.send(command(golden.operation, golden.input));
    const shape = table.operations.get(golden.operation).output;
    assert.deepEqual(values(output), table.withDates(shape, golden.expect.body ?? {}));
    assert.equal(output.$metadata.httpStatusCode, 200);
}

// True when the service was asked. Labels that are missing or empty never leave the SDK.
async function checkBad(session, golden) {
    const { error: name, status, body } = golden.expect;
    const sent = session.client.send(command(golden.operation, golden.input));
    const error = await sent.then(() => assert.fail(`${name} was expected`), (e) => e);
    if (error.$metadata?.httpStatusCode === undefined) {
        assert.match(error.message, /HTTP label/, error.stack);
        return false;
    }
    assert.equal(error.name, name, error.stack);
    assert.ok(error instanceof sdk[name], `${name} is not typed`);
    assert.equal(error.$metadata.httpStatusCode, status);
    for (const [member, value] of Object.entries(body)) assert.equal(error[member], value);
    return true;
}

async function pagesOf(session, operation, input, pageSize) {
    const pages = [];
    const paginate = sdk[`paginate${operation}`];
    const dated = table.withDates(table.operations.get(operation).input, input);
    for await (const page of paginate({ client: session.client, pageSize }, dated))
        pages.push(values(page));
    return pages;
}

// Pages of one item, where the caller may choose, hold what pages of the usual size hold.
async function checkPages(session, operation) {
    let most = 0;
    for (const golden of cases) {
        if (golden.operation !== operation || golden.bad || unsendable(golden)) continue;
        const { maxResults, pageSize, nextToken, marker, ...input } = golden.input;
        await setUp(session, golden);
        const usual = await pagesOf(session, operation, input, undefined);
        const pages = await pagesOf(session, operation, input, 1);
        for (const member of table.lists(operation)) {
            const joined = (some) => some.flatMap((page) => page[member] ?? []);
            assert.deepEqual(joined(pages), joined(usual), golden.name);
        }
        most = Math.max(most, pages.length);
    }
    assert.ok(most > 1, `add a good case to tests/api/${operation} that needs a second page`);
}

for (const [name, open] of [['over HTTP', overHttp], ['in-process', inProcess]]) {
    describe(`@aws-sdk/client-iot ${name}`, () => {
        let session;
        before(async () => {
            session = await open();
        });
        after(() => session.end());
        for (const operation of table.operations.keys()) {
            test(operation, async (t) => {
                assert.ok(sdk[`${operation}Command`], 'the SDK has no such command');
                const count = { good: 0, bad: 0, unsendable: 0 };
                for (const golden of cases) {
                    if (golden.operation !== operation) continue;
                    if (unsendable(golden)) {
                        count.unsendable += 1;
                        continue;
                    }
                    await t.test(golden.name, async () => {
                        await setUp(session, golden);
                        if (!golden.bad) await checkGood(session, golden);
                        else if (!(await checkBad(session, golden))) return;
                        count[golden.bad ? 'bad' : 'good'] += 1;
                    });
                }
                t.diagnostic(JSON.stringify(count));
                assert.ok(count.good > 0, 'no good case was called');
            });
        }
        for (const operation of table.operations.keys()) {
            if (!sdk[`paginate${operation}`]) continue;
            test(`paginate${operation}`, () => checkPages(session, operation));
        }
    });
}
