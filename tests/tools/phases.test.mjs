// How `.ci/test` runs phases and adds them up, on a tree of its own with phases made for it.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

// run({name: script}, ...arguments): what `.ci/test` prints of these phases, and its exit code.
function run(phases, ...choice) {
    const folder = mkdtempSync(join(tmpdir(), 'picket-phases-'));
    folders.push(folder);
    mkdirSync(join(folder, '.ci'));
    mkdirSync(join(folder, 'tests/phases'), { recursive: true });
    for (const file of ['test', 'lib.sh'])
        copyFileSync(join(root, '.ci', file), join(folder, '.ci', file));
    const script = (name, text) =>
        writeFileSync(join(folder, name), `#!/usr/bin/env bash\n${text}\n`, { mode: 0o755 });
    script('.ci/setup', phases.setup ?? 'exit 0');
    for (const [name, text] of Object.entries(phases)) {
        if (name !== 'setup') script(`tests/phases/${name}.sh`, `source .ci/lib.sh\n${text}`);
    }
    const env = {...process.env };
    delete env.PICKET_ROOT;
    delete env.PICKET_RESULTS;
    const ended = spawnSync(join(folder, '.ci/test'), choice, { encoding: 'utf8', env });
    return {
        lines: ended.stdout.trimEnd().split('\n'),
        errors: ended.stderr,
        status: ended.status
    };
}

test('phases: counts of all runners are one sum, the last line', () => {
    const { lines, status } =
        run({ '10-a': 'result one 2 0', '20-b': 'result two 3 0\nresult two 1 0' });
    assert.equal(lines.at(-1), '6 passed, 0 failed');
    assert.equal(status, 0);
});

test('phases: one that fails, or does not finish, fails the run and stops none', () => {
    const { lines, status } =
        run({ '10-a': 'result one 2 1', '20-b': 'exit 7', '30-c': 'result three 1 0' });
    assert.equal(lines.at(-1), '3 passed, 2 failed');
    assert.ok(
        lines.some((line) => /^20-b .*did not finish \(exit code 7\)/.test(line)),
        lines.join('\n'));
    assert.equal(status, 1);
});

test(
    'phases: what goes on behind is waited for and counted, and the others do not wait for it',
    () => {
        const { lines, status } = run({
            '10-slow.behind': 'until [ -e build/go ]; do sleep 0.01; done\nresult slow 1 0\nexit 3',
            '20-quick': 'result quick 1 0\ntouch build/go',
        });
        assert.equal(lines.at(-1), '2 passed, 1 failed');
        assert.ok(
            lines.some((line) => /^10-slow\.behind .*exit code 3/.test(line)), lines.join('\n'));
        assert.equal(status, 1);
    });

test('phases: parts of names choose', () => {
    const { lines } = run({ '10-a': 'result one 1 0', '20-b': 'result two 5 0' }, 'b');
    assert.equal(lines.at(-1), '5 passed, 0 failed');
});

test('phases: no test at all is a failure, and so is a setup that does not finish', () => {
    assert.equal(run({ '10-a': ':' }).lines.at(-1), '0 passed, 1 failed');
    const { lines, errors, status } = run({ 'setup': 'exit 1', '10-a': 'result one 1 0' });
    assert.match(errors, /setup did not finish; nothing was tested/);
    assert.ok(!lines.some((line) => line.includes('passed')));
    assert.equal(status, 1);
});
