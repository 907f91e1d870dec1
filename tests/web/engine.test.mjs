// The shipped module (engine.js, engine.wasm, picket.js) in Node: every golden case gives the same
// bytes as the native suite, runs come to the same World as the command line's, and the border
// keeps its promises. Run it with --disallow-code-generation-from-strings: that is what the page's
// policy does.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';

import {findCli, findWeb, kRoot, loadModule, scratchFolder} from '../clients/support.mjs';

import {goldenCases} from './golden.mjs';

const { loadPicket } = await loadModule();
const picket = await loadPicket();
const cases = goldenCases(`${kRoot}/tests/api`);

function prepared(golden) {
    const engine = picket.createEngine();
    for (const { operation, input } of golden.setup) {
        const answer = engine.call(operation, input);
        assert.ok(answer.ok, `${operation} ${input}: ${answer.body}`);
    }
    return engine;
}

test('code generation from strings is off, as under the policy of the page', () => {
    assert.throws(() => new Function('return 1')(), EvalError);
});

describe('golden cases', () => {
    test('there are cases', () => assert.ok(cases.length > 200, `${cases.length} cases`));
    for (const golden of cases) {
        test(golden.name, () => {
            if (golden.input !== undefined) {
                const engine = prepared(golden);
                const before = engine.worldHash();
                const answer = engine.call(golden.operation, golden.input);
                assert.equal(answer.body, golden.expect.body);
                assert.equal(answer.status, golden.expect.status);
                assert.equal(answer.error?.name ?? '', golden.expect.error);
                if (golden.bad) assert.equal(engine.worldHash(), before);
                engine.dispose();
            }
            if (golden.http) {
                const engine = prepared(golden);
                const before = engine.worldHash();
                const answer = engine.request(golden.http);
                const body = answer.body === '' && golden.input !== undefined ? '{}' : answer.body;
                assert.equal(body, golden.expect.body);
                assert.equal(answer.status, golden.expect.status);
                assert.equal(answer.headers['x-amzn-errortype'] ?? '', golden.expect.error);
                if (golden.bad) assert.equal(engine.worldHash(), before);
                engine.dispose();
            }
        });
    }
});

// Everything the golden cases call, in one engine: some calls fail here, since the account is no
// longer empty.
function longStory() {
    const engine = picket.createEngine({ seed: 42 });
    const driving = /^(Rewind|UndoEntry|LoadSession|ResetSession|PopulateFleet)$/;
    // Fleets send all day: they have scenarios of their own.
    const quiet = (c) => c.operation !== 'CreateFleet';
    for (const { setup, operation, input } of cases) {
        const calls = [...setup, { operation, input }].filter(
            (c) => c.input !== undefined && !driving.test(c.operation) && quiet(c),
        );
        for (const call of calls) engine.call(call.operation, call.input);
        engine.advance(engine.now.getTime() + 61_000);
    }
    return engine;
}

test('a session saved here is the same World on the command line, and the other way round', () => {
    const engine = longStory();
    const { folder, remove } = scratchFolder();
    try {
        assert.ok(engine.rows('things', 0, 1).length > 0);
        const file = join(folder, 'session.json');
        writeFileSync(file, engine.save());
        const told = execFileSync(findCli(), ['play', '--quiet', '--hash', file], {
            encoding: 'utf8',
        });
        assert.match(told, new RegExp(`^World hash: ${engine.worldHash()}$`, 'm'));
        // The native build goes on from there and saves; this build must come to the same end.
        execFileSync(findCli(), [
            'call',
            'CreateThing',
            '{"thingName":"native"}',
            '--advance',
            '1d',
            '--session',
            file,
        ]);
        const opened = picket.createEngine();
        const report = opened.load(readFileSync(file, 'utf8'));
        assert.deepEqual(
            { error: report.error, sameWorld: report.sameWorld },
            { error: null, sameWorld: true },
        );
        assert.ok(opened.call('DescribeThing', { thingName: 'native' }).ok);
        opened.dispose();
    } finally {
        remove();
        engine.dispose();
    }
});

test('save and load, with and without an image, come back to the same World', () => {
    const engine = longStory();
    const session = engine.save();
    const image = engine.image();
    assert.ok(image instanceof Uint8Array && image.length > 1000);
    for (const given of ['', image]) {
        const opened = picket.createEngine({ seed: 9 });
        const report = opened.load(session, given);
        assert.equal(report.error, null);
        assert.equal(report.sameWorld, true);
        assert.equal(report.fromImage, given !== '');
        assert.equal(opened.worldHash(), engine.worldHash());
        assert.equal(opened.now.getTime(), engine.now.getTime());
        assert.equal(opened.save(), session);
        opened.dispose();
    }
    engine.dispose();
});

test('a session opens in pieces, and nothing changes before the last one', () => {
    const engine = longStory();
    const session = engine.save();
    const opened = picket.createEngine({ seed: 9 });
    const before = opened.worldHash();
    assert.match(opened.endLoad().error.message, /Nothing is being opened/);
    opened.beginLoad(session);
    let far = 0;
    let steps = 0;
    for (; far < 1; ++steps) {
        const now = opened.stepLoad(1000);
        assert.ok(now >= far && now <= 1, `${far} and then ${now}`);
        assert.equal(opened.worldHash(), before);
        far = now;
    }
    assert.ok(steps > 3, `${steps} steps`);
    const report = opened.endLoad();
    assert.deepEqual([report.error, report.sameWorld, report.fromImage], [null, true, false]);
    assert.equal(opened.save(), session);
    opened.beginLoad('{');
    while (opened.stepLoad() < 1);
    assert.equal(typeof opened.endLoad().error.message, 'string');
    assert.equal(opened.save(), session);
    const { worldBytes, checkpointBytes, checkpoints } = opened.memory();
    assert.ok(worldBytes > 1000 && checkpointBytes > 1000 && checkpoints > 1);
    engine.dispose();
    opened.dispose();
});

test('a session that cannot be read is an error value, and nothing changes', () => {
    const engine = picket.createEngine();
    engine.call('CreateThing', { thingName: 'a' });
    const before = engine.worldHash();
    for (const text of ['', '{', '{"picketSession":99}', '[]', 'x'.repeat(100_000)]) {
        const report = engine.load(text);
        assert.equal(typeof report.error.message, 'string', text.slice(0, 20));
        assert.equal(engine.worldHash(), before);
    }
    engine.dispose();
});

test('a dry run answers as the call does, tells the changes, and keeps nothing', () => {
    const engine = picket.createEngine();
    const before = engine.worldHash();
    const dry = engine.call('CreateThing', { thingName: 'a' }, { dryRun: true, changes: true });
    assert.equal(engine.worldHash(), before);
    assert.equal(dry.entryId, 0);
    assert.ok(
        dry.changes.some(
            (c) => c.table === 'things' && c.key === 'a' && c.before === '' && c.after !== '',
            ),
    );
    const wet = engine.call('CreateThing', { thingName: 'a' }, { changes: true });
    assert.equal(wet.body, dry.body);
    assert.deepEqual(wet.changes, dry.changes);
    engine.dispose();
});

test('time: advance, rewind and undo', () => {
    const engine = picket.createEngine({ start: new Date('2026-02-03T00:00:00Z') });
    assert.equal(engine.now.toISOString(), '2026-02-03T00:00:00.000Z');
    const empty = engine.worldHash();
    const first = engine.call('CreateThing', { thingName: 'a' });
    const progress = engine.advance(new Date('2026-02-03T01:00:00Z'));
    assert.deepEqual(progress, { now: Date.UTC(2026, 1, 3, 1), done: true, items: 0 });
    engine.call('CreateThing', { thingName: 'b' });
    assert.equal(engine.undo(first.entryId), null);
    assert.equal(
        engine.call('DescribeThing', { thingName: 'a' }).error.name,
        'ResourceNotFoundException',
    );
    assert.ok(engine.call('DescribeThing', { thingName: 'b' }).ok);
    assert.equal(engine.rewind(Date.UTC(2026, 1, 3)), null);
    assert.equal(engine.worldHash(), empty);
    assert.equal(engine.nextDue.toISOString(), '2026-02-03T01:00:00.000Z');
    assert.equal(typeof engine.rewind(Date.UTC(2025, 0, 1)).message, 'string');
    assert.equal(typeof engine.undo(99).message, 'string');
    engine.dispose();
});

test('errors carry the place in the text', () => {
    const engine = picket.createEngine();
    const { ok, output, error } = engine.call('CreateThing', '{\n  "thingName": 5\n}');
    assert.equal(ok, false);
    assert.equal(output, null);
    assert.deepEqual(
        {
            name: error.name,
            status: error.status,
            path: error.path,
            line: error.line,
            column: error.column,
        },
        { name: 'InvalidRequestException', status: 400, path: 'thingName', line: 2, column: 16 },
    );
    engine.dispose();
});

test('text of all planes, NUL and broken UTF-8 survive the border', () => {
    const engine = picket.createEngine();
    const made = engine.call('CreateThingGroup', {
        thingGroupName: 'g',
        tags: [{ Key: 'Zürich', Value: '東京' }],
    });
    assert.ok(made.ok, made.body);
    assert.equal(engine.rows('tags')[0].key.second, 'Zürich');
    assert.equal(engine.rows('tags')[0].value, '東京');
    const emoji = engine.call('CreateThing', { thingName: 'a👍🏽' });
    assert.match(emoji.error.message, /Value 'a👍🏽' at 'thingName'/u);
    const before = engine.worldHash();
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    const broken = engine.request({ method: 'POST', target: '/things/x', body: bytes });
    assert.equal(broken.headers['x-amzn-errortype'], 'InvalidRequestException');
    assert.equal(engine.call('CreateThing', '{"thingName":"a\0b"}').status, 400);
    assert.equal(engine.call('CreateThing', `{"a":${'['.repeat(100_000)}`).status, 400);
    assert.equal(engine.call('CreateThing', '"'.padEnd(10 << 20, 'x')).status, 400);
    assert.equal(engine.worldHash(), before);
    engine.dispose();
});

test('tables and rows are the World, in key order and by place', () => {
    const engine = picket.createEngine();
    for (const thingName of ['c', 'a', 'b']) engine.call('CreateThing', { thingName });
    assert.equal(engine.tables().find((t) => t.name === 'things').size, 3);
    assert.deepEqual(
        engine.rows('things', 1, 5).map((row) => row.key),
        ['b', 'c'],
    );
    assert.equal(engine.rows('things', 0, 1)[0].value.name, 'a');
    assert.deepEqual(engine.rows('no such table'), []);
    assert.deepEqual(engine.rows('things', -1, 5), []);
    assert.deepEqual(
        engine.rows('things', 2, 1e300).map((row) => row.key),
        ['c'],
    );
    engine.dispose();
});

test('engines are apart, and ids follow from the seed', () => {
    const made = [1, 1, 2].map((seed) => {
        const engine = picket.createEngine({ seed });
        const { body } = engine.call('CreateThing', { thingName: 'a' });
        engine.dispose();
        return body;
    });
    assert.equal(made[0], made[1]);
    assert.notEqual(made[0], made[2]);
});

test('documentation and types are what the command line prints', () => {
    for (const format of ['md', 'ts', 'json', 'schema']) {
        const native = execFileSync(findCli(), ['describe', `--format=${format}`], {
            encoding: 'utf8',
            maxBuffer: 1 << 26,
        });
        assert.equal(picket.describe(format), native);
    }
    assert.equal(
        readFileSync(`${findWeb()}/picket.d.ts`, 'utf8'),
        picket.describe('ts'),
        'web/picket.d.ts is stale: make fresh',
    );
});

describe('files of metrics', () => {
    const text = new TextEncoder().encode(
        'time,thing,load\n1767225600,lamp,1\n1767225900,lamp,NaN\n1767226200,lamp,3\n',
    );
    test('come in chunks, and their block can be named, kept and given back', () => {
        const engine = picket.createEngine();
        for (let at = 0; at < text.length; at += 7) {
            const told = engine.importChunk(text.subarray(at, at + 7));
            assert.equal(told.error, null);
        }
        const { error, sha256, report } = engine.importEnd();
        assert.equal(error, null);
        assert.equal(report.values, 2);
        assert.equal(report.refusals[0].reason, 'NOT_FINITE');
        const added = engine.call('AddRecording', { recordingName: 'r', sha256 });
        assert.ok(added.ok, added.body);
        engine.advance(Number(engine.now) + 3_600_000);
        const hash = engine.worldHash();

        const block = engine.recording(sha256);
        const link = engine.save({ blocks: false });
        assert.ok(link.length < engine.save().length);
        const other = picket.createEngine();
        assert.deepEqual(other.load(link).missingRecordings, [sha256]);
        assert.equal(other.recording(sha256), null);
        assert.equal(other.keepRecording(block), null);
        assert.deepEqual(other.load(link).missingRecordings, []);
        assert.equal(other.worldHash(), hash);
        assert.match(other.keepRecording(block.subarray(1)).message, /no recording/);
        engine.dispose();
        other.dispose();
    });
    test('a file or a mapping that is wrong is an answer', () => {
        const engine = picket.createEngine();
        const wrong = engine.importChunk(text, { thingColumn: 7 });
        assert.equal(wrong.error.name, 'InvalidRequestException');
        assert.equal(engine.importChunk(text, { timeColumn: 'when' }).error, null);
        const ended = engine.importEnd();
        assert.match(ended.error.message, /There is no column 'when'/);
        assert.equal(engine.importEnd().error.name, 'InvalidRequestException');
        engine.dispose();
    });
});
