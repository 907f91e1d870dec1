// .ci/count.mjs: the sum at the end of `make test` must be honest about crashes and empty runs.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const kScript = fileURLToPath(new URL('../../.ci/count.mjs', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'picket-count-'));
after(() => rmSync(scratch, { recursive: true }));

function count(mode, status, text) {
    const file = join(scratch, 'log');
    writeFileSync(file, text);
    const args = [kScript, mode, String(status), file];
    return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
}

const kGood = '[doctest] test cases:  12 |  12 passed |  0 failed | 3 skipped\n';
const kBad = '[doctest] test cases:  12 |  10 passed |  2 failed | 0 skipped\n';

test('count: doctest and tap reports are taken by their cases', () => {
    assert.equal(count('output', 0, kGood), '12 0');
    assert.equal(count('output', 1, kBad), '10 2');
    assert.equal(count('output', 1, '# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n'), '3 2');
});

test('count: a crash is a failure even when every reported case passed', () => {
    assert.equal(count('output', 139, kGood), '12 1');
    assert.equal(count('output', 134, 'assertion failed\n'), '0 1');
});

test('count: a program without a report is one test, an empty report is a failure', () => {
    assert.equal(count('output', 0, 'done\n'), '1 0');
    assert.equal(count('output', 0, '# tests 0\n# pass 0\n# fail 0\n'), '0 1');
});

test("count: ctest's file is summed case by case", () => {
    const xml = `<testsuite><testcase name="a" status="run"><system-out>x &lt;1&gt;
${kGood}</system-out></testcase>
<testcase name="b" status="fail"><failure message=""/><system-out>${kBad}</system-out></testcase>
<testcase name="c" status="run"/><testcase name="d" status="notrun"/></testsuite>`;
    assert.equal(count('junit', 8, xml), '23 3');
    assert.equal(count('junit', 8, ''), '0 1');
});
