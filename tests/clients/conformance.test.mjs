// The operation table against botocore's model of the service: routes, members, constraints and
// declared errors; requests made from the model, valid and with one mistake each; every answer.
// Each botocore on this machine has its turn. The work is done in Python, by the folder
// conformance/; an operation added to the table takes part by itself.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {describeTable, findBotocores, kClientEnvironment, run, startServer} from './support.mjs';

// Random requests per operation. Rows of outcomes.json that none of them needs count as stale.
const kRounds = 30;

const table = JSON.stringify(await describeTable());

async function report({ python }) {
    const server = await startServer('--clock', 'manual');
    try {
        const folder = new URL('./conformance', import.meta.url).pathname;
        const told = await run(python, ['-B', folder, server.url, String(kRounds)], {
            input: table,
            env: kClientEnvironment,
        });
        assert.equal(told.code, 0, told.stderr);
        return JSON.parse(told.stdout);
    } finally {
        assert.deepEqual(await server.stop(), { code: 0, signal: null }, server.errors());
    }
}

// All come to their end before one that failed is thrown, so that no server is left behind.
const ended = await Promise.allSettled((await findBotocores()).map(report));
const reports = ended.map(({ value, reason }) => {
    if (reason) throw reason;
    return value;
});

for (const { botocore, aspects, skipped } of reports) {
    describe(`botocore ${botocore}`, () => {
        for (const [aspect, rows] of Object.entries(aspects)) {
            describe(aspect, () => {
                for (const [name, { checked, problems }] of Object.entries(rows)) {
                    test(name, (t) => {
                        t.diagnostic(`${checked} checked`);
                        assert.deepEqual(problems, []);
                    });
                }
            });
        }
        for (const [place, reason] of Object.entries(skipped)) {
            test(place, { skip: reason }, () => {});
        }
        test('something was compared', () => {
            for (const aspect of ['structure', 'refused', 'valid requests', 'answers'])
                assert.ok(Object.keys(aspects[aspect] ?? {}).length > 40, aspect);
        });
    });
}
