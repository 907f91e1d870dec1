// The AWS CLI on PATH (version 1 or 2), unchanged, against `picket serve`.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';

import {kClientEnvironment, run, scratchFolder, startServer} from './support.mjs';

const kRole = 'arn:aws:iam::123456789012:role/mitigation';

describe('the AWS CLI', () => {
    let server;
    let scratch;
    before(async () => {
        server = await startServer('--start', '2026-03-01T12:00:00Z');
        scratch = scratchFolder();
    });
    after(async () => {
        scratch.remove();
        assert.deepEqual(await server.stop(), { code: 0, signal: null }, server.errors());
    });

    const aws = (...args) =>
        run('aws', ['iot', ...args, '--endpoint-url', server.url, '--output', 'json'], {
            env: kClientEnvironment,
        });
    const output = async (...args) => {
        const told = await aws(...args);
        assert.equal(told.code, 0, told.stderr);
        return told.stdout.trim() === '' ? null : JSON.parse(told.stdout);
    };
    const fails = async (name, operation, ...args) => {
        const told = await aws(...args);
        assert.notEqual(told.code, 0, told.stdout);
        assert.match(
            told.stderr,
            new RegExp(`\\(${name}\\) when calling the ${operation} operation`),
        );
    };

    test('create-mitigation-action as the guide writes it, parameters from a file', async () => {
        const file = join(scratch.folder, 'params.json');
        writeFileSync(
            file,
            JSON.stringify({ addThingsToThingGroupParams: { thingGroupNames: ['quarantine'] } }),
        );
        const create = [
            'create-mitigation-action',
            '--action-name',
            'isolate',
            '--role-arn',
            kRole,
        ];
        const made = await output(...create, '--action-params', `file://${file}`);
        assert.match(made.actionArn, /:mitigationaction\/isolate$/);
        assert.match(made.actionId, /^[0-9a-f-]{36}$/);
        const seen = await output('describe-mitigation-action', '--action-name', 'isolate');
        assert.equal(seen.actionType, 'ADD_THINGS_TO_THING_GROUP');
        assert.equal(seen.actionId, made.actionId);
        // Version 1 prints epoch seconds, version 2 ISO 8601; both are that moment of the virtual
        // clock.
        const created = new Date(
            typeof seen.creationDate === 'number' ? seen.creationDate * 1000 : seen.creationDate,
        );
        assert.equal(created.toISOString().slice(0, 16), '2026-03-01T12:00');
        await fails(
            'ResourceAlreadyExistsException',
            'CreateMitigationAction',
            ...create,
            '--action-params',
            'replaceDefaultPolicyVersionParams={templateName=BLANK_POLICY}',
        );
        await output(
            'update-mitigation-action',
            '--action-name',
            'isolate',
            '--action-params',
            'addThingsToThingGroupParams={thingGroupNames=[quarantine,plant]}',
        );
        const listed = await output(
            'list-mitigation-actions',
            '--action-type',
            'ADD_THINGS_TO_THING_GROUP',
        );
        assert.deepEqual(
            listed.actionIdentifiers.map((a) => a.actionName),
            ['isolate'],
        );
        assert.equal(await output('delete-mitigation-action', '--action-name', 'isolate'), null);
        await fails(
            'ResourceNotFoundException',
            'DescribeMitigationAction',
            'describe-mitigation-action',
            '--action-name',
            'isolate',
        );
    });

    test('things, groups, membership and pages', async () => {
        for (const name of ['pump:1', 'pump:2', 'pump:3'])
            await output('create-thing', '--thing-name', name);
        await output('create-thing-group', '--thing-group-name', 'plant');
        await output(
            'add-thing-to-thing-group',
            '--thing-name',
            'pump:2',
            '--thing-group-name',
            'plant',
        );
        const inside = await output('list-things-in-thing-group', '--thing-group-name', 'plant');
        assert.deepEqual(inside.things, ['pump:2']);
        const all = await output('list-things', '--page-size', '2');
        assert.deepEqual(
            all.things.map((t) => t.thingName),
            ['pump:1', 'pump:2', 'pump:3'],
        );
        const first = await output('list-things', '--max-items', '2');
        assert.equal(first.things.length, 2);
        const rest = await output('list-things', '--starting-token', first.NextToken);
        assert.deepEqual(
            rest.things.map((t) => t.thingName),
            ['pump:3'],
        );
        await fails(
            'InvalidRequestException',
            'DescribeThing',
            'describe-thing',
            '--thing-name',
            'a/b',
        );
    });

    test('--cli-input-json takes a documented payload', async () => {
        const file = join(scratch.folder, 'input.json');
        writeFileSync(
            file,
            JSON.stringify({
                thingName: 'from-file',
                attributePayload: { attributes: { a: 'b' } },
            }),
        );
        await output('create-thing', '--cli-input-json', `file://${file}`);
        const seen = await output('describe-thing', '--thing-name', 'from-file');
        assert.deepEqual(
            seen.attributes,
            JSON.parse(readFileSync(file, 'utf8')).attributePayload.attributes,
        );
    });
});
