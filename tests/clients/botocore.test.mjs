// botocore (what boto3 and the AWS CLI are made of), unchanged, against `picket serve`.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {findBotocores, kClientEnvironment, run, startServer} from './support.mjs';

test('botocore: things, groups, mitigation actions, errors, paginators', async () => {
    const [{ python }] = await findBotocores();
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
