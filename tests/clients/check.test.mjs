// `picket check`: what it prints, what it mends, and how it ends.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {findCli, run, scratchFolder} from './support.mjs';

describe('picket check', () => {
    let scratch;
    const check = (...args) => run(findCli(), ['check', ...args], { cwd: scratch.folder });
    const put = (name, text) => writeFileSync(join(scratch.folder, name), text);
    const get = (name) => readFileSync(join(scratch.folder, name), 'utf8');
    before(() => {
        scratch = scratchFolder();
    });
    after(() => scratch.remove());

    test('a finding: place, line, caret, why; exit code 1', async () => {
        put('thing.json', '{\n  "thingName": "a",\n}\n');
        const told = await check('thing.json');
        assert.equal(told.code, 1);
        const [first, line, caret, why] = told.stdout.split('\n');
        assert.match(first, /^thing\.json:2:19: error: There may be no comma before '\}'\./);
        assert.match(first, /\[json-trailing-comma\] \(fixable\)$/);
        assert.equal(line, '  2 |   "thingName": "a",');
        assert.equal(caret, '    |                   ^');
        assert.match(why, /See RFC 8259/);
    });
    test('nothing wrong: nothing printed, exit code 0; notes alone are no failure', async () => {
        put('good.sh', 'aws iot list-things\n');
        assert.deepEqual(await check('good.sh'), {
            code: 0,
            signal: null,
            stdout: '',
            stderr: '',
        });
        put('note.sh', 'aws iot list-things --page-size 5\n');
        const noted = await check('note.sh');
        assert.equal(noted.code, 0);
        assert.match(noted.stdout, /note: .*\[cli-client-paging\]/);
    });
    test('--fix mends the file, and only what was found', async () => {
        put('page.md', '# A\n\n```sh\n$ aws iot describe-thing --thingName a  \n```\n\ntext  \n');
        const told = await check('--fix', 'page.md');
        assert.equal(told.code, 0, told.stdout);
        assert.equal(
            get('page.md'),
            '# A\n\n```sh\naws iot describe-thing --thing-name a  \n```\n\ntext  \n',
        );
        assert.match(told.stderr, /page\.md: 2 fixed/);
    });
    test('standard input, fixed to standard output', async () => {
        const told = await run(findCli(), ['check', '--fix', '--kind', 'json', '-'], {
            input: '[1,]',
        });
        assert.equal(told.stdout, '[1]');
        assert.equal(told.code, 0);
    });
    test('JSON and SARIF', async () => {
        put('a.json', '{"thingName": "a b", "attributePayload": {},}');
        const json = JSON.parse((await check('--format=json', 'a.json')).stdout);
        assert.equal(json[0].file, 'a.json');
        assert.deepEqual(
            json[0].findings.map((f) => f.code),
            ['shape-name-blank', 'json-trailing-comma'].slice(
                2 - json[0].findings.length,
                ),
        );
        const sarif = JSON.parse((await check('--format=sarif', 'a.json', 'good.sh')).stdout);
        assert.equal(sarif.version, '2.1.0');
        const result = sarif.runs[0].results.at(-1);
        assert.equal(result.ruleId, 'json-trailing-comma');
        assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'a.json');
        assert.equal(
            result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text,
            '',
        );
        assert.ok(sarif.runs[0].tool.driver.rules.every((rule) => rule.fullDescription.text));
    });
    test('--calls says what was recognised and why', async () => {
        const told = await check('--calls', 'good.sh');
        assert.match(
            told.stdout,
            /good\.sh:1: request of ListThings\. The command names the operation\./,
        );
    });
    test('a wrong command line ends with 2', async () => {
        assert.equal((await check('no-such-file.json')).code, 2);
        assert.equal((await check()).code, 2);
        assert.equal((await check('--format=xml', 'good.sh')).code, 2);
    });
});
