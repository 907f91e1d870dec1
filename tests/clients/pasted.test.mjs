// What WriteCall writes is run as it stands, by the tools it is for, against `picket serve`: the
// AWS CLI and curl in a shell, boto3 in Python, the JavaScript SDK in Node. One story in every
// tool, and all must leave the same account behind.
import assert from 'node:assert/strict';
import {symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {findCli, kClientEnvironment, kRoot, run, scratchFolder, startServer} from './support.mjs';

const kRole = 'arn:aws:iam::123456789012:role/mitigation';

// Names and texts that a shell, Python or JavaScript would stumble over.
const kStory = [
    ['CreateThing', { thingName: 'pump:1', attributePayload: { attributes: { site: 'a,b' } } }],
    [
        'CreateThingGroup',
        {
            thingGroupName: 'quarantine',
            thingGroupProperties: {
                thingGroupDescription: `it's "so" \\ $HOME \`id\`, #1; *`,
                attributePayload: { attributes: { k: '-v' } },
            },
            tags: [{ Key: 'team', Value: "it's" }],
        },
    ],
    ['AddThingToThingGroup', { thingName: 'pump:1', thingGroupName: 'quarantine' }],
    [
        'CreateMitigationAction',
        {
            actionName: 'isolate',
            roleArn: kRole,
            actionParams: {
                addThingsToThingGroupParams: {
                    thingGroupNames: ['quarantine'],
                    overrideDynamicGroups: false,
                },
            },
        },
    ],
    [
        'CreateDimension',
        {
            name: 'topics',
            type: 'TOPIC_FILTER',
            stringValues: ['plant/+/a', '$aws/#'],
            clientRequestToken: 'token-1',
        },
    ],
    [
        'CreateSecurityProfile',
        {
            securityProfileName: 'sensors',
            behaviors: [
                {
                    name: 'few-messages',
                    metric: 'aws:num-messages-sent',
                    criteria: {
                        comparisonOperator: 'less-than',
                        value: { count: 5 },
                        durationSeconds: 300,
                    },
                    suppressAlerts: true,
                },
            ],
        },
    ],
    ['ListThingGroups', { recursive: true, maxResults: 5 }],
    ['DescribeThingGroup', { thingGroupName: 'quarantine' }],
];

// A Python that has boto3: Debian's python3-boto3, or any on PATH.
async function findPython() {
    for (const python of [process.env.PICKET_PYTHON, '/usr/bin/python3', 'python3'].filter(
             Boolean,
             )) {
        const found = await run(python, ['-c', 'import boto3']).catch(() => ({ code: 1 }));
        if (found.code === 0) return python;
    }
    return null;
}

describe('calls as pasted', () => {
    let scratch;
    const worlds = new Map();
    before(() => {
        scratch = scratchFolder();
        symlinkSync(join(kRoot, 'tests/node_modules'), join(scratch.folder, 'node_modules'));
    });
    after(() => scratch.remove());

    // Tells the story with one tool, and keeps what the account is then.
    async function tell(format, runText) {
        const server = await startServer('--clock', 'manual');
        try {
            for (const [operation, input] of kStory) {
                const { text } = await server.verb('WriteCall', {
                    operation,
                    input,
                    format,
                    endpoint: server.url,
                });
                const told = await runText(text);
                assert.equal(told.code, 0, `${text}\n${told.stdout}${told.stderr}`);
                assert.doesNotMatch(told.stdout, /Exception|"message":/, text);
            }
            const group = await server.verb('ListJournal', { maxResults: 50 });
            worlds.set(format, group.entries.map(({ operation, body }) => ({ operation, body })));
        } finally {
            await server.stop();
        }
    }
    const shell = (text) => run('sh', ['-c', text], { env: kClientEnvironment });

    test('aws', () => tell('aws', shell));
    test('curl', () => tell('curl', shell));
    test('boto3', async () => {
        const python = await findPython();
        assert.ok(python, 'no Python with boto3 (Debian: python3-boto3)');
        const file = join(scratch.folder, 'call.py');
        await tell('boto3', (text) => {
            writeFileSync(file, text);
            return run(python, ['-B', file], { env: kClientEnvironment });
        });
    });
    test('javascript', async () => {
        const file = join(scratch.folder, 'call.mjs');
        await tell('javascript', (text) => {
            writeFileSync(file, text);
            const env = { ...kClientEnvironment, AWS_REGION: 'us-east-1' };
            return run(process.execPath, [file], { env });
        });
    });
    test('picket', async () => {
        const session = join(scratch.folder, 'session.json');
        for (const [operation, input] of kStory) {
            const request = JSON.stringify({ operation, input, format: 'picket' });
            const written = await run(findCli(), ['call', 'WriteCall', request]);
            assert.equal(written.code, 0, written.stderr);
            const command = JSON.parse(written.stdout).text.trim();
            const told = await run('sh', [
                '-c',
                `picket() { "${findCli()}" "$@" --session "${session}"; }; ${command}`,
            ]);
            assert.equal(told.code, 0, `${command}\n${told.stderr}`);
        }
    });
    test('every tool did the same', () => {
        assert.equal(worlds.size, 4);
        for (const [format, entries] of worlds)
            assert.deepEqual(entries, worlds.get('aws'), format);
        assert.equal(worlds.get('aws').length, 6);
    });
});
