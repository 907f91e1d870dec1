// botocore (what boto3 and the AWS CLI are made of), unchanged, against `picket serve`.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {kClientEnvironment, run, startServer} from './support.mjs';

// Debian's python3-botocore, or any Python on PATH that has it.
async function findPython() {
    for (const python of [process.env.PICKET_PYTHON, '/usr/bin/python3', 'python3'].filter(
             Boolean,
             )) {
        const found = await run(python, ['-c', 'import botocore']).catch(() => ({ code: 1 }));
        if (found.code === 0) return python;
    }
    return null;
}

test('botocore: things, groups, mitigation actions, errors, paginators', async () => {
    const python = await findPython();
    assert.ok(python, 'no Python with botocore (Debian: python3-botocore)');
    const server = await startServer();
    try {
        const script = new URL('./botocore_slice.py', import.meta.url).pathname;
        const told = await run(python, ['-B', script, server.url], { env: kClientEnvironment });
        assert.equal(told.code, 0, told.stderr);
        assert.match(told.stdout, /^things_and_groups\nmitigation_actions\npages\nbotocore /);
    } finally {
        assert.deepEqual(await server.stop(), { code: 0, signal: null }, server.errors());
    }
});
