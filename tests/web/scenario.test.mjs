// Example scenarios in the shipped module: the outcome is, byte for byte, the text that the native
// suite compares as well.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, test} from 'node:test';

import {kRoot, loadModule} from '../clients/support.mjs';

const picket = await (await loadModule()).loadPicket();
const folder = `${kRoot}/examples/scenarios`;
const names = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && !name.endsWith('.schema.json'),
);

describe('scenarios', () => {
    test('there are scenarios', () => assert.ok(names.length >= 5));
    for (const name of names) {
        test(name, () => {
            const played = picket.playScenario(readFileSync(`${folder}/${name}`, 'utf8'));
            assert.equal(played.error, null);
            assert.deepEqual(played.failures, []);
            const expected = `${kRoot}/tests/scenarios/${name.replace(/\.json$/, '.expected.txt')}`;
            assert.equal(played.text, readFileSync(expected, 'utf8'));
        });
    }
    test('an expectation that does not hold is a failure, a broken file is an error', () => {
        const call = { operation: 'ListThings', expect: { status: 404 } };
        const wrong = { picketScenario: 1, name: 'wrong', steps: [{ call }] };
        assert.equal(picket.playScenario(JSON.stringify(wrong)).failures.length, 1);
        assert.match(picket.playScenario('{').error.message, /./);
    });
});
