// Mistakes that other emulators of the service shipped, each as a test over the whole table. Their
// own tests had passed: they called handlers, and not what a client calls.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';

import {goldenCases} from './golden.mjs';
import {makeClient} from './slice.mjs';
import {kRoot, loadModule, startServer} from './support.mjs';
import {makeTable} from './table.mjs';

const sdk = createRequire(import.meta.url)('@aws-sdk/client-iot');
const { createRequestHandler, loadPicket } = await loadModule();
const picket = await loadPicket();
const described = JSON.parse(picket.describe('json'));
const table = makeTable(described);
const cases =
    goldenCases().filter((golden) => golden.input && table.operations.has(golden.operation));
const goodCases = cases.filter((golden) => !golden.bad);
const excuses = JSON.parse(readFileSync(`${kRoot}/tests/clients/without_effect.json`, 'utf8'));

const inputMembers = (operation) =>
    [...table.members(table.operations.get(operation).input).values(),
];
const pick = (object, names) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));

// Runs `story` on an engine that a case's setup has prepared.
function onEngine(golden, story) {
    const engine = picket.createEngine();
    try {
        for (const { operation, input } of golden.setup) {
            const answer = engine.call(operation, input);
            assert.ok(answer.ok, `${operation}: ${answer.body}`);
        }
        return story(engine);
    } finally {
        engine.dispose();
    }
}

describe('routes', () => {
    let server;
    before(async () => {
        server = await startServer();
    });
    after(async () => {
        assert.deepEqual(await server.stop(), { code: 0, signal: null }, server.errors());
    });

    // Whole families were unreachable: "/mitigationactions/", "/security-profiles", and POST where
    // the service has GET.
    test('a real SDK reaches every operation', async () => {
        for (const [operation, { method, input }] of table.operations) {
            const golden = goodCases.find((one) => one.operation === operation);
            let seen;
            const handler = {
                metadata: {},
                handle: async (request) => {
                    seen = request;
                    const target = request.path + queryText(request.query);
                    const answer = await fetch(server.url + target, {
                        method: request.method,
                        body: request.body,
                    });
                    await answer.text();
                    throw Object.assign(new Error('seen'), { answer });
                },
            };
            const client = makeClient({ requestHandler: handler });
            const command = new sdk[`${operation}Command`](table.withDates(input, golden.input));
            const { answer } = await client.send(command).catch((error) => error);
            assert.equal(seen.method, method, operation);
            const error = answer.headers.get('x-amzn-errortype') ?? '';
            assert.doesNotMatch(error, /UnknownOperation|MethodNotAllowed/, operation);
        }
    });

    // PutVerificationStateOnViolation was PATCH, and POST at the service.
    test('a path answers with the methods of the service alone', async () => {
        const rows = [...table.operations.values()].map(
            ({ method, uri }) => ({
                method,
                path: uri.replace(/\{[^}]+\}/g, 'x'),
                fits: new RegExp(`^${uri.replace(/\{[^}]+\}/g, '[^/]+')}$`),
            }));
        for (const path of new Set(rows.map((row) => row.path))) {
            const known = rows.filter(({ fits }) => fits.test(path)).map(({ method }) => method);
            for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE']) {
                if (known.includes(method)) continue;
                const answer = await fetch(server.url + path, { method });
                assert.equal(answer.status, 405, `${method} ${path}`);
            }
        }
    });
});

function queryText(query) {
    const pairs = Object.entries(query ?? {}).map((pair) => pair.map(encodeURIComponent).join('='));
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

describe('times', () => {
    test('in bodies are numbers, never text', () => {
        let count = 0;
        for (const golden of goodCases) {
            const { body } =
                onEngine(golden, (engine) => engine.call(golden.operation, golden.input));
            const { output } = table.operations.get(golden.operation);
            table.visit(output, JSON.parse(body), (leaf, type) => {
                if (type.kind !== 'time') return;
                assert.equal(typeof leaf, 'number', `${golden.operation}/${golden.name}`);
                count += 1;
            });
        }
        assert.ok(count > 20, `${count} times`);
    });

    // ISO 8601 was read as a float, came to 0, and so filtered nothing. SDKs send ISO 8601 there.
    const timed = [...table.operations.keys()].flatMap(
        (operation) => inputMembers(operation)
                           .filter((member) => member.in === 'query' && member.type.kind === 'time')
                           .map((member) => ({ operation, member })),
    );
    const skip = timed.length === 0 && 'no operation of the table has a time in its query';
    test('in queries are read in both forms, and refused in any other', { skip }, () => {
        for (const { operation, member } of timed) {
            const golden = goodCases.find(
                (one) => one.operation === operation && one.input[member.name] !== undefined,
            );
            assert.ok(golden, `no good case of ${operation} sends ${member.name}`);
            onEngine(golden, (engine) => {
                const seconds = golden.input[member.name];
                const iso = new Date(seconds * 1000).toISOString();
                const ask = (value) => {
                    const { target, body } =
                        asRequest(operation, {...golden.input, [member.name]: value });
                    const { method } = table.operations.get(operation);
                    return engine.request({ method, target, body });
                };
                const answer = ask(iso);
                assert.equal(answer.status, 200, answer.body);
                for (const same of [iso.replace('.000', ''), String(seconds)])
                    assert.equal(ask(same).body, answer.body, `${operation} ${same}`);
                for (const wrong of ['yesterday', '2026-13-01T00:00:00Z', '']) {
                    const refused = ask(wrong);
                    assert.equal(refused.status, 400, `${operation} ${wrong}`);
                    assert.match(refused.body, new RegExp(member.name));
                }
            });
        }
    });
});

function asRequest(operation, input) {
    const query = {};
    const body = {};
    let target = table.operations.get(operation).uri;
    for (const member of inputMembers(operation)) {
        const value = input[member.name];
        if (value === undefined) continue;
        const name = member.wireName ?? member.name;
        if (member.in === 'uri') target = target.replace(`{${name}}`, encodeURIComponent(value));
        else if (member.in === 'query') query[name] = String(value);
        else body[name] = value;
    }
    const text = Object.keys(body).length === 0 ? '' : JSON.stringify(body);
    return { target: target + queryText(query), body: text };
}

// `actions` for `actionsDefinition`, `executionStartTime` for `executionStartDate`,
// `validationMessages` for `validationErrors`.
describe('answers', () => {
    test('hold no member that the SDK does not know', async () => {
        for (const golden of goodCases) {
            const engine = picket.createEngine();
            for (const { operation, input } of golden.setup) engine.call(operation, input);
            const handler = createRequestHandler(engine, { stepMs: 0 });
            let body;
            const client = makeClient({
                requestHandler: {
                    ...handler,
                    handle: async (request) => {
                        const { response } = await handler.handle(request);
                        body = new TextDecoder().decode(response.body);
                        return { response };
                    },
                },
            });
            const { input, output } = table.operations.get(golden.operation);
            const command = new sdk[`${golden.operation}Command`](
                table.withDates(input, golden.input),
            );
            const { $metadata, ...seen } = await client.send(command);
            const sent = table.withDates(output, body === '' ? {} : JSON.parse(body));
            assert.deepEqual(
                Object.keys(seen).filter((k) => seen[k] !== undefined).sort(),
                Object.keys(sent).sort(), `${golden.operation}/${golden.name}`);
            for (const name of Object.keys(sent)) assert.deepEqual(seen[name], sent[name]);
            engine.dispose();
        }
    });
});

// What a description says that an update of one member ("behaviors", "deleteBehaviors") may not
// change by the way.
function lasting(operation, output, changed) {
    const members = table.members(table.operations.get(operation).output);
    const may = (name) => name === 'version' || name.endsWith('Metadata') ||
        members.get(name).type.kind === 'time' ||
        changed.toLowerCase().endsWith(name.toLowerCase());
    return Object.fromEntries(Object.entries(output).filter(([name]) => !may(name)));
}

describe('updates', () => {
    // UpdateAccountAuditConfiguration forgot the checks that the request did not name.
    const updates = [...table.operations.keys()].filter(
        (name) => name.startsWith('Update') && table.operations.has(describes(name)),
    );
    test('there are updates', () => assert.ok(updates.length > 4));
    for (const operation of updates) {
        test(`${operation} keeps what a request leaves out`, () => {
            const required = inputMembers(operation).filter((m) => m.required).map((m) => m.name);
            let kept = 0;
            for (const golden of goodCases.filter((one) => one.operation === operation)) {
                onEngine(golden, (engine) => {
                    assert.ok(engine.call(operation, golden.input).ok);
                    const asked = pick(
                        golden.input,
                        inputMembers(describes(operation)).map((m) => m.name),
                    );
                    const look = (changed) => {
                        const { output } = engine.call(describes(operation), asked);
                        return lasting(describes(operation), output, changed);
                    };
                    const optional = Object.keys(golden.input).filter((n) => !required.includes(n));
                    for (const changed of ['', ...optional]) {
                        const before = look(changed);
                        const input = pick(golden.input, [...required, changed]);
                        if (!engine.call(operation, input).ok) continue;
                        assert.deepEqual(look(changed), before, JSON.stringify(input));
                        kept += Object.keys(before).length;
                    }
                });
            }
            assert.ok(kept > 0, 'no update with fewer members was accepted');
        });
    }
});

function describes(update) {
    return update.replace('Update', 'Describe');
}

describe('client request tokens', () => {
    for (const operation of table.operations.keys()) {
        const token = inputMembers(operation).find((m) => m.idempotencyToken)?.name;
        if (!token) continue;
        test(`${operation}: the same call again is the same call, another token is another`, () => {
            const golden = goodCases.find((one) => one.operation === operation);
            onEngine(golden, (engine) => {
                const first = engine.call(operation, golden.input);
                const hash = engine.tables();
                const again = engine.call(operation, golden.input);
                assert.equal(again.body, first.body);
                assert.equal(again.status, 200);
                const rows = (tables) =>
                    tables.filter((t) => !['chronicle', 'due'].includes(t.name)).map((t) => t.rows);
                assert.deepEqual(rows(engine.tables()), rows(hash), 'nothing is made twice');
                const other = engine.call(operation, {...golden.input, [token]: 'another-token' });
                assert.notEqual(other.body, first.body);
            });
        });
    }
});

// `ascendingOrder`, `maxResults`, `listSuppressedAlerts` were read and not applied. Every optional
// member of every request must have a golden case that comes out differently without it.
describe('parameters', () => {
    const outcome = (golden, input) => onEngine(golden, (engine) => {
        const { status, body } = engine.call(golden.operation, input);
        return JSON.stringify([status, body, engine.worldHash()]);
    });
    const matters = (golden, name) => {
        if (golden.input[name] === undefined) return false;
        const { [name]: mine, ...without } = golden.input;
        return outcome(golden, golden.input) !== outcome(golden, without);
    };
    for (const operation of table.operations.keys()) {
        const optional = inputMembers(operation).filter((m) => !m.required).map((m) => m.name);
        if (optional.length === 0) continue;
        test(`${operation}: ${optional.join(', ')}`, () => {
            const own = cases.filter((golden) => golden.operation === operation);
            const idle = optional.filter((name) => !own.some((golden) => matters(golden, name)));
            assert.deepEqual(
                idle, Object.keys(excuses[operation] ?? {}),
                'members without effect in any case, and those that have a reason');
        });
    }
    test('reasons are given for operations of the table', () => {
        for (const [operation, reasons] of Object.entries(excuses)) {
            assert.ok(table.operations.has(operation), operation);
            for (const reason of Object.values(reasons)) assert.ok(reason.length > 20, operation);
        }
    });
});
