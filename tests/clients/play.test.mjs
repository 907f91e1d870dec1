// `picket play` as its users run it: what it prints, what it writes, and its exit codes.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';

import {findCli, kRoot, run, scratchFolder} from './support.mjs';

const cli = findCli();
const { folder, remove } = scratchFolder();
after(remove);

const examples = `${kRoot}/examples/scenarios`;
const names = readdirSync(examples).filter(
    (name) => name.endsWith('.json') && !name.endsWith('.schema.json'),
);
const play = (...args) => run(cli, ['play', ...args]);

function written(name, value) {
    const path = join(folder, name);
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    return path;
}

const createThing = (thingName, expect) => ({
    call: { operation: 'CreateThing', input: { thingName }, expect },
});
const scenario = (steps, rest = {}) => ({ picketScenario: 1, name: 'test <&>', steps, ...rest });
const good = written('good.json', scenario([createThing('a')]));
const wrong = createThing('a', { output: { thingName: 'b' } });
const bad = written('bad.json', scenario([wrong, createThing('c')]));

describe('picket play', () => {
    for (const name of names) {
        test(`${name}: the outcome is the committed text`, async () => {
            const { code, stdout, stderr } = await play('--chronicle', join(examples, name));
            const expected = `${kRoot}/tests/scenarios/${name.replace(/json$/, 'expected.txt')}`;
            assert.equal(stdout, readFileSync(expected, 'utf8'));
            assert.equal(code, 0);
            assert.doesNotMatch(stderr, /\x1b/, 'no progress bar where there is no terminal');
        });
    }

    test('tells the story: notes, events and answers', async () => {
        const { code, stdout } = await play(join(examples, 'quarantine-group.json'));
        assert.equal(code, 0);
        assert.match(stdout, /^What to see: /m);
        assert.match(stdout, /^2026-01-01T00:00:00Z {2}thing\.created {2}pump-17 {2}/m);
        assert.match(stdout, /^-> CreateThing: 200 \{"thingName":"pump-17"/m);
        assert.match(stdout, /passed \(11 steps, 2026-01-01T01:00:00Z\)\n$/);
    });

    test('an expectation that fails: place, readable diff, exit code 1', async () => {
        const { code, stdout, stderr } = await play('--quiet', bad);
        assert.equal(code, 1);
        assert.equal(stdout, `${bad}: 1 expectations failed (2 steps, 2026-01-01T00:00:00Z)\n`);
        assert.equal(
            stderr,
            `${bad}: step 1, line 5, column 5: CreateThing: the output differs.\n` +
                '      {\n    -   "thingName": "b"\n    +   "thingName": "a"\n      }\n',
        );
    });

    test('a broken file: place and exit code 2; a missing one too', async () => {
        const text = '{"picketScenario": 1, "name": "x",\n "stepps": [], "steps": []}';
        const broken = written('broken.json', text);
        const { code, stderr } = await play(broken);
        assert.equal(code, 2);
        assert.match(stderr, /line 2, column 12/);
        assert.match(stderr, /'stepps' is not a member of Scenario/);
        assert.equal((await play(join(folder, 'missing.json'))).code, 2);
        assert.equal((await play()).code, 2);
        assert.equal((await play(good, '--until', 'soon')).code, 2);
    });

    test('several files: each verdict, and the worst exit code', async () => {
        const both = await play('--quiet', good, bad);
        assert.equal(both.code, 1);
        assert.equal(both.stdout.trim().split('\n').length, 2);
        const missing = await play('--quiet', join(folder, 'missing.json'), good);
        assert.equal(missing.code, 2);
        assert.match(missing.stdout, /good\.json: passed/);
    });

    test('--junit writes a report that holds what XML must not', async () => {
        const xml = join(folder, 'report.xml');
        const missing = join(folder, 'missing.json');
        const { code } = await play('--quiet', '--junit', xml, good, bad, missing);
        assert.equal(code, 2);
        const report = readFileSync(xml, 'utf8');
        assert.match(
            report, /<testsuite name="test &lt;&amp;&gt;" tests="3" failures="1" errors="0">/);
        assert.match(report, /<failure message="CreateThing: the output differs">/);
        assert.match(report, /tests="1" failures="0" errors="1"/);
        assert.equal(report.match(/<testsuite /g).length, 3);
        assert.equal(report.match(/<testcase /g).length, 2 + 3 + 1);
    });

    test('--record fills in expectations, which then hold, and changes nothing else', async () => {
        const path = written('record.json', scenario([createThing('a'), { note: 'between' }]));
        const before = JSON.parse(readFileSync(path, 'utf8'));
        assert.equal((await play('--record', path)).code, 0);
        const text = readFileSync(path, 'utf8');
        const after = JSON.parse(text);
        assert.equal(after.steps[0].call.expect.output.thingName, 'a');
        assert.match(after.expect.worldHash, /^[0-9a-f]{32}$/);
        delete after.steps[0].call.expect;
        delete after.expect;
        assert.deepEqual(after, before);
        assert.equal((await play('--quiet', path)).code, 0);
        assert.equal((await play('--record', path)).stdout, `${path}: unchanged\n`);
        assert.equal(readFileSync(path, 'utf8'), text);
    });

    test('--session saves the end, and a session plays back to its hash', async () => {
        const session = join(folder, 'session.json');
        const saved = await play('--quiet', '--hash', '--session', session, good);
        const hash = saved.stdout.match(/^World hash: (.*)$/m)[1];
        const replay = await play('--quiet', '--hash', session);
        assert.equal(replay.code, 0);
        assert.match(replay.stdout, new RegExp(`^World hash: ${hash}$`, 'm'));
        const other = readFileSync(session, 'utf8').replace(hash, '0'.repeat(32));
        const altered = written('altered.json', other);
        const { code, stderr } = await play('--quiet', altered);
        assert.equal(code, 1);
        assert.match(stderr, new RegExp(`- ${'0'.repeat(32)}\n.*\\+ ${hash}`));
        assert.equal((await play('--session', session, good, bad)).code, 2);
    });

    test('--seed gives other ids, --until another end', async () => {
        const hash = async (...args) =>
            (await play('--quiet', '--hash', ...args, good)).stdout.split('\n')[0];
        assert.notEqual(await hash('--seed', '2'), await hash());
        assert.equal(await hash('--seed', '1'), await hash());
        const { stdout } = await play('--quiet', '--until', '2026-01-03T00:00:00Z', good);
        assert.match(stdout, /2026-01-03T00:00:00Z\)/);
    });

    test('a scenario comes by standard input too', async () => {
        const input = readFileSync(good, 'utf8');
        const { code, stdout } = await run(cli, ['play', '--quiet', '-'], { input });
        assert.equal(code, 0);
        assert.match(stdout, /^-: passed/);
    });
});
