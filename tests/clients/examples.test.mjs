// Every example below examples/cli, examples/http and examples/node runs and prints what it
// promises.
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {findCli, findWeb, kClientEnvironment, kRoot, run, startServer} from './support.mjs';

// What each prints, in this order. An example without a line here fails the test below.
const kExpected = {
    'cli/quarantine.sh': [
        /thing\/pump-17/,
        /thinggroup\/quarantine/,
        /mitigationaction\/isolate/,
        /"things": \[\n {8}"pump-17"\n {4}\]/,
    ],
    'cli/dry_run.sh': [/thinggroup\/plant/, /"groupName": "plant"/],
    'cli/check.sh': [
        /:1:28: error: A dash \(U\+2014\) stands for the two hyphens/,
        /picket check ended with 1/,
        /create-thing-group --thing-group-name ThingGroupForDetectMitigationAction/,
        /iot\.create_thing_group\(/,
    ],
    'cli/assess.sh': [
        /"rule": "data-alarm-condition"/,
        /"usdPerMonth": /,
        /"alarmsRaised": 1/,
        /"findings": \[\]/,
    ],
    'cli/import.sh': [
        /2 things, 2 metrics, from 2026-01-12T08:00:00Z to 2026-01-12T08:20:00Z/,
        /10 rows, 17 values kept, 2 refused/,
        /NOT_FINITE: 1\./,
        /NEGATIVE: 1\./,
        /line 9: A count is negative\. There is '-3' in 'aws:num-messages-sent'\./,
        /picket import ended with 1/,
        /"violationEventType": "alarm-cleared"/,
        /"violationEventType": "in-alarm"/,
    ],
    'http/curl.sh': [
        /"thingName":"pump-17"/,
        /"thingName":"pump:18"/,
        /"nextToken"/,
        /"now":\d+/,
        /404/,
        /ResourceNotFoundException/,
    ],
    'http/aws_cli.sh': [
        /thinggroup\/quarantine/,
        /mitigationaction\/isolate/,
        /ADD_THINGS_TO_THING_GROUP/,
        /actionIdentifiers/,
    ],
    'node/quickstart.mjs': [
        /made arn:/,
        /InvalidRequestException at thingName, line 2, column 16/,
        /2026-01-02T00:00:00\.000Z/,
        /again: true/,
    ],
    'node/sdk_in_process.mjs': [
        /ADD_THINGS_TO_THING_GROUP since 2026-01-01T00:00:0\d/,
        /ResourceNotFoundException 404/,
    ],
};
const folders = ['cli', 'http', 'node'];
const found = folders.flatMap(
    (folder) => readdirSync(join(kRoot, 'examples', folder))
                    .filter((name) => /\.(sh|mjs)$/.test(name))
                    .map((name) => `${folder}/${name}`),
);

test('every example has an expectation, and every expectation an example', () => {
    assert.deepEqual(found.sort(), Object.keys(kExpected).sort());
});

for (const name of found) {
    test(name, async () => {
        const server = name.startsWith('http/') ? await startServer() : null;
        const env = {
            ...kClientEnvironment,
            PICKET: findCli(),
            PICKET_WEB: findWeb(),
            SDK_FROM: join(kRoot, 'tests'),
            ENDPOINT: server?.url ?? '',
        };
        try {
            const path = join(kRoot, 'examples', name);
            const told = name.endsWith('.sh') ? await run(path, [], { env }) :
                                                await run(process.execPath, [path], { env });
            assert.equal(told.code, 0, told.stderr);
            let rest = told.stdout;
            for (const pattern of kExpected[name]) {
                const match = rest.match(pattern);
                assert.ok(match, `${pattern} is not in what is left of the output:\n${rest}`);
                rest = rest.slice(match.index + match[0].length);
            }
            if (name === 'cli/dry_run.sh') assert.match(told.stderr, /roleArn, line 3, column 16/);
        } finally {
            await server?.stop();
        }
    });
}
