// `picket call` and `picket describe`: what they print where, exit codes, sessions.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {findCli, run, scratchFolder} from './support.mjs';

const picket = (args, options) => run(findCli(), args, options);
let scratch;
const file = (name) => join(scratch.folder, name);
before(() => {
    scratch = scratchFolder();
});
after(() => scratch.remove());

describe('picket call', () => {
    test('the output is JSON on standard output, in the order of the shape', async () => {
        const told = await picket(['call', 'CreateThing', '{"thingName":"a"}']);
        assert.deepEqual({ code: told.code, stderr: told.stderr }, { code: 0, stderr: '' });
        assert.match(
            told.stdout,
            /^\{"thingName":"a","thingArn":"arn:[^"]*:thing\/a","thingId":"[0-9a-f-]+"\}\n$/,
        );
    });
    test('the input may be absent, text, a file or standard input', async () => {
        assert.equal((await picket(['call', 'ListThings'])).stdout, '{"things":[]}\n');
        writeFileSync(file('thing.json'), '{"thingName": "from-file"}\n');
        assert.match(
            (await picket(['call', 'CreateThing', file('thing.json')])).stdout,
            /"from-file"/,
        );
        const piped = await picket(['call', 'CreateThing', '-'], {
            input: '{"thingName": "piped"}',
        });
        assert.match(piped.stdout, /"piped"/);
        const missing = await picket(['call', 'CreateThing', file('no-such-file')]);
        assert.equal(missing.code, 2);
        assert.match(missing.stderr, /cannot read .*no-such-file: No such file/);
    });
    test("an error: the service's form, path, line and column, and exit code 1", async () => {
        const told = await picket(['call', 'CreateThing', '-'], {
            input: '{\n    "thingName": "a b"\n}',
        });
        assert.equal(told.code, 1);
        assert.equal(told.stdout, '');
        const [body, summary, place, line, caret] = told.stderr.split('\n');
        assert.match(JSON.parse(body).message, /thingName/);
        assert.match(summary, /^InvalidRequestException \(HTTP 400\): /);
        assert.equal(place, '  at thingName, line 2, column 18');
        assert.equal(line, '        "thingName": "a b"');
        assert.equal(caret.indexOf('^'), line.indexOf('"a b"'));
    });
    test('text that is not JSON has a place too', async () => {
        const told = await picket(['call', 'CreateThing', '{"thingName": ']);
        assert.equal(told.code, 1);
        assert.match(told.stderr, /line 1, column \d+/);
    });
    test('an unknown operation names close ones, and is a usage error', async () => {
        const told = await picket(['call', 'creatething', '{}']);
        assert.equal(told.code, 2);
        assert.match(
            told.stderr,
            /there is no operation creatething\. Did you mean CreateThing[,?]/,
        );
        assert.doesNotMatch((await picket(['call', 'Zzzzzzzz'])).stderr, /Did you mean/);
    });
    test('a wrong command line is exit code 2, help is 0', async () => {
        for (const args
                 of [[],
                     ['call'],
                     ['nothing'],
                     ['call', 'ListThings', '{}', '--no-such-flag'],
                     ['call', 'ListThings', '--advance', 'soon'],
        ]) {
            const told = await picket(args);
            assert.equal(told.code, 2, args.join(' '));
            assert.equal(told.stdout, '');
            assert.notEqual(told.stderr, '');
        }
        assert.equal((await picket(['call', '--help'])).code, 0);
    });
    test('--pretty lays the output out and changes nothing else', async () => {
        const input = JSON.stringify({
            thingName: 'a',
            attributePayload: { attributes: { k: 'a,b:c' } },
        });
        const session = file('pretty.json');
        await picket(['call', 'CreateThing', input, '--session', session]);
        const plain = await picket(['call', 'ListThings', '--session', session]);
        const pretty = await picket(['call', 'ListThings', '--session', session, '--pretty']);
        assert.equal(pretty.stdout, `${JSON.stringify(JSON.parse(plain.stdout), null, 4)}\n`);
    });
    test('--session carries the account from call to call', async () => {
        const session = file('session.json');
        await picket([
            'call',
            'CreateThing',
            '{"thingName":"kept"}',
            '--session',
            session,
            '--seed',
            '5',
        ]);
        const listed = await picket(['call', 'ListThings', '{}', '--session', session, '--hash']);
        assert.deepEqual(
            JSON.parse(listed.stdout).things.map((t) => t.thingName),
            ['kept'],
        );
        const saved = JSON.parse(readFileSync(session, 'utf8'));
        assert.equal(saved.seed, 5);
        assert.equal(listed.stderr, `World hash: ${saved.worldHash}\n`);
        const other = await picket([
            'call',
            'ListThings',
            '{}',
            '--session',
            session,
            '--seed',
            '6',
        ]);
        assert.equal(other.code, 2);
        assert.match(other.stderr, /--seed/);
    });
    test('a dry run answers as the call would, and saves nothing', async () => {
        const session = file('dry.json');
        const dry = await picket([
            'call',
            'CreateThing',
            '{"thingName":"a"}',
            '--session',
            session,
            '--dry-run',
        ]);
        assert.equal(existsSync(session), false);
        const wet = await picket([
            'call',
            'CreateThing',
            '{"thingName":"a"}',
            '--session',
            session,
        ]);
        assert.equal(dry.stdout, wet.stdout);
        const before = readFileSync(session, 'utf8');
        await picket([
            'call',
            'DeleteThing',
            '{"thingName":"a"}',
            '--session',
            session,
            '--dry-run',
        ]);
        assert.equal(readFileSync(session, 'utf8'), before);
    });
    test('a failed call leaves the session file as it was', async () => {
        const session = file('failed.json');
        await picket(['call', 'CreateThing', '{"thingName":"a"}', '--session', session]);
        const before = readFileSync(session, 'utf8');
        const failed = await picket([
            'call',
            'CreateThing',
            '{"thingName":"?"}',
            '--session',
            session,
            '--advance',
            '1h',
        ]);
        assert.equal(failed.code, 1);
        assert.equal(readFileSync(session, 'utf8'), before);
    });
    test('--advance runs the clock first', async () => {
        for (const [text, seconds] of [
                 ['90', 90],
                 ['2h', 7200],
                 ['1d12h', 129600],
                 ['1500ms', 1.5],
                 ['0', 0],
        ]) {
            const told = await picket(['call', 'DescribeAccount', '{}', '--advance', text]);
            assert.equal(JSON.parse(told.stdout).now, 1767225600 + seconds, told.stderr);
        }
    });
    test('a broken session file is refused and left alone', async () => {
        const session = file('broken.json');
        writeFileSync(session, '{"picketSession": 1, "seed":');
        const told = await picket(['call', 'ListThings', '{}', '--session', session]);
        assert.equal(told.code, 1);
        assert.match(told.stderr, /broken\.json: \w+ \(HTTP 400\)/);
        assert.equal(readFileSync(session, 'utf8'), '{"picketSession": 1, "seed":');
    });
    test('a session that cannot be written is an error', async () => {
        const told = await picket([
            'call',
            'CreateThing',
            '{"thingName":"a"}',
            '--session',
            file('no/such/folder.json'),
        ]);
        assert.equal(told.code, 1);
        assert.match(told.stderr, /cannot write/);
    });
    test('members that the operation does not have are warned about', async () => {
        const told = await picket(['call', 'CreateThing', '{"thingName":"a","thingNam":"b"}']);
        assert.equal(told.code, 0);
        assert.match(told.stderr, /^warning: .*thingNam/);
    });
});

describe('picket describe', () => {
    test('every format prints something of its kind', async () => {
        const [md, ts, json, schema] = await Promise.all(
            ['md', 'ts', 'json', 'schema'].map(
                async (format) => (await picket(['describe', `--format=${format}`])).stdout,
                ),
        );
        assert.match(md, /^\| CreateMitigationAction \| POST \|/m);
        assert.match(ts, /^export interface CreateMitigationActionRequest /m);
        assert.ok(JSON.parse(json).operations.some((o) => o.name === 'CreateMitigationAction'));
        assert.match(JSON.parse(schema).$schema, /json-schema/);
    });
    test('--operation prints one row and the shapes it is made of', async () => {
        const { stdout, code } = await picket([
            'describe',
            '--operation',
            'CreateMitigationAction',
        ]);
        assert.equal(code, 0);
        assert.match(stdout, /^# CreateMitigationAction\n\n\| Operation \|/);
        assert.match(stdout, /^### PublishFindingToSnsParams$/m);
        assert.doesNotMatch(stdout, /CreateThing|DescribeMitigationAction/);
    });
    test('mistakes are usage errors', async () => {
        assert.equal((await picket(['describe', '--format=xml'])).code, 2);
        const unknown = await picket(['describe', '--operation', 'CreateThin']);
        assert.equal(unknown.code, 2);
        assert.match(unknown.stderr, /Did you mean CreateThing\?/);
        assert.equal(
            (await picket(['describe', '--operation', 'CreateThing', '--format=ts'])).code,
            2,
        );
    });
});

describe('picket import', () => {
    const good = 'time,thing,load\n2026-01-01T00:00:00Z,lamp,1\n2026-01-01T00:05:00Z,lamp,2\n';
    test('what is kept, what is refused and why, and exit codes', async () => {
        writeFileSync(file('good.csv'), good);
        writeFileSync(file('bad.csv'), good + '2026-01-01T00:10:00Z,lamp,NaN\n');
        const kept = await picket(['import', file('good.csv'), '--check']);
        assert.deepEqual({ code: kept.code, stderr: kept.stderr }, { code: 0, stderr: '' });
        assert.match(kept.stdout, /^1 thing, 1 metric, from 2026-01-01T00:00:00Z to /);
        assert.match(kept.stdout, /2 rows, 2 values kept, 0 refused/);
        const bad = await picket(['import', file('bad.csv'), '--check']);
        assert.equal(bad.code, 1);
        assert.match(bad.stdout, /NOT_FINITE: 1\. [^\n]*\n  line 4: [^\n]*'NaN' in 'load'/);
        assert.equal((await picket(['import', file('bad.csv')])).code, 0);
        const json = await picket(['import', file('bad.csv'), '--json']);
        assert.equal(JSON.parse(json.stdout).refusals[0].examples[0].line, 4);
        const gone = await picket(['import', file('no-such.csv')]);
        assert.equal(gone.code, 1);
        assert.match(gone.stderr, /cannot read .*no-such\.csv: No such file/);
        assert.equal(gone.stdout, '');
    });
    test('the mapping, from text and from a file, and what is wrong with one', async () => {
        writeFileSync(file('own.csv'), 'when;what;much\n1767225600;lamp;1,5\n');
        const lost = await picket(['import', file('own.csv')]);
        assert.equal(lost.code, 1);
        assert.match(lost.stderr, /No column has the names of things/);
        const mapping =
            '{"thingColumn":"what","timeColumn":"when","metricColumns":{"much":"load"}}';
        writeFileSync(file('mapping.json'), mapping);
        for (const argument of [mapping, file('mapping.json')]) {
            const told = await picket(['import', file('own.csv'), '--mapping', argument]);
            assert.equal(told.code, 0, told.stderr);
            assert.match(told.stdout, /1 row, 1 value kept, 0 refused/);
        }
        const wrong = await picket(['import', file('own.csv'), '--mapping', '{"thing":"what"}']);
        assert.equal(wrong.code, 2);
        assert.match(wrong.stderr, /--mapping: /);
    });
    test('clocks that were ahead: rows later than a moment are refused', async () => {
        writeFileSync(file('ahead.csv'), good + '2199-01-01T00:00:00Z,lamp,3\n');
        assert.match((await picket(['import', file('ahead.csv')])).stdout, /FUTURE: 1\./);
        const told = await picket(['import', file('ahead.csv'), '--latest', '2200-01-01']);
        assert.match(told.stdout, /3 values kept, 0 refused/);
    });
    test('a session takes the recording in, carries its block, and feeds it', async () => {
        writeFileSync(file('good.csv'), good);
        const session = file('recorded.json');
        const told = await picket(['import', file('good.csv'), '--session', session]);
        assert.equal(told.code, 0, told.stderr);
        assert.match(told.stderr, /added to .*recorded\.json as good/);
        const saved = JSON.parse(readFileSync(session, 'utf8'));
        const { sha256 } = saved.journal[0].body;
        assert.deepEqual(Object.keys(saved.attachments), [sha256]);
        const described = await picket([
            'call', 'DescribeRecording', '{"recordingName":"good"}', '--session', session,
            '--advance', '1h',
        ]);
        assert.match(described.stdout, /"state":"FINISHED","values":2,"valuesFed":2/);
        const again = await picket(['import', file('good.csv'), '--session', session]);
        assert.equal(again.code, 1);
        assert.match(again.stderr, /ResourceAlreadyExistsException/);
    });
});
