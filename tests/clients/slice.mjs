// One story through the slice, told by @aws-sdk/client-iot. It knows nothing of the transport: it
// runs over HTTP and in-process.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const sdk = require('@aws-sdk/client-iot');

export const kRole = 'arn:aws:iam::123456789012:role/mitigation';

export function makeClient(options) {
    return new sdk.IoTClient({
        region: 'us-east-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
        maxAttempts: 1,
        ...options,
    });
}

async function fails(promise, name, status, about) {
    const error = await promise.then(
        () => assert.fail(`${name} was expected`),
        (e) => e,
    );
    assert.equal(error.name, name, error.stack);
    assert.ok(error instanceof sdk[name], `${name} is not typed`);
    assert.equal(error.$metadata.httpStatusCode, status);
    assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
    assert.match(error.message, about);
    return error;
}

async function collected(pages, member) {
    const names = [];
    let count = 0;
    for await (const page of pages) {
        count += 1;
        names.push(...page[member]);
    }
    return { names, count };
}

export async function thingsAndGroups(client) {
    const made = await client.send(
        new sdk.CreateThingCommand({
            thingName: 'pump:1',
            attributePayload: { attributes: { site: 'north' } },
        }),
    );
    assert.equal(made.thingArn, 'arn:aws:iot:us-east-1:123456789012:thing/pump:1');
    assert.match(made.$metadata.requestId, /^[0-9a-f-]{36}$/);
    const again = await client.send(
        new sdk.CreateThingCommand({
            thingName: 'pump:1',
            attributePayload: { attributes: { site: 'north' } },
        }),
    );
    assert.equal(again.thingId, made.thingId, 'the same definition again is the same thing');
    const clash = await fails(
        client.send(new sdk.CreateThingCommand({ thingName: 'pump:1' })),
        'ResourceAlreadyExistsException',
        409,
        /pump:1/,
    );
    assert.equal(clash.resourceArn, made.thingArn);

    // The SDK encodes the colon in the path: %3A must come back as it was.
    const seen = await client.send(new sdk.DescribeThingCommand({ thingName: 'pump:1' }));
    assert.equal(seen.thingName, 'pump:1');
    assert.deepEqual(seen.attributes, { site: 'north' });
    await client.send(
        new sdk.UpdateThingCommand({
            thingName: 'pump:1',
            attributePayload: { attributes: { line: '4' }, merge: true },
        }),
    );
    const changed = await client.send(new sdk.DescribeThingCommand({ thingName: 'pump:1' }));
    assert.deepEqual(changed.attributes, { site: 'north', line: '4' });
    assert.equal(changed.version, 2);
    await fails(
        client.send(
            new sdk.UpdateThingCommand({
                thingName: 'pump:1',
                expectedVersion: 1,
                removeThingType: false,
            }),
            ),
        'VersionConflictException',
        409,
        /version/i,
    );
    await fails(
        client.send(new sdk.DescribeThingCommand({ thingName: 'nobody' })),
        'ResourceNotFoundException',
        404,
        /nobody/,
    );
    // A slash that was encoded stays in its label, so this is a bad name and not another path.
    await fails(
        client.send(new sdk.DescribeThingCommand({ thingName: 'a/b c' })),
        'InvalidRequestException',
        400,
        /thingName/,
    );

    await client.send(new sdk.CreateThingGroupCommand({ thingGroupName: 'plant' }));
    const child = await client.send(
        new sdk.CreateThingGroupCommand({
            thingGroupName: 'quarantine',
            parentGroupName: 'plant',
            thingGroupProperties: { thingGroupDescription: 'No way out' },
        }),
    );
    await client.send(
        new sdk.AddThingToThingGroupCommand({ thingName: 'pump:1', thingGroupName: 'quarantine' }),
    );
    const group = await client.send(
        new sdk.DescribeThingGroupCommand({ thingGroupName: 'quarantine' }),
    );
    assert.equal(group.thingGroupArn, child.thingGroupArn);
    assert.equal(group.thingGroupProperties.thingGroupDescription, 'No way out');
    assert.equal(group.thingGroupMetadata.parentGroupName, 'plant');
    assert.ok(group.thingGroupMetadata.creationDate instanceof Date);
    assert.equal(group.thingGroupMetadata.creationDate.getUTCFullYear(), 2026);
    const inside = await client.send(
        new sdk.ListThingsInThingGroupCommand({ thingGroupName: 'plant', recursive: true }),
    );
    assert.deepEqual(inside.things, ['pump:1']);
    const of = await client.send(new sdk.ListThingGroupsForThingCommand({ thingName: 'pump:1' }));
    assert.deepEqual(
        of.thingGroups.map((g) => g.groupName),
        ['quarantine'],
    );
    await client.send(
        new sdk.RemoveThingFromThingGroupCommand({
            thingName: 'pump:1',
            thingGroupName: 'quarantine',
        }),
    );
    assert.deepEqual(
        (await client.send(new sdk.ListThingsInThingGroupCommand({ thingGroupName: 'quarantine' })))
            .things,
        [],
    );
    await fails(
        client.send(new sdk.DeleteThingGroupCommand({ thingGroupName: 'plant' })),
        'InvalidRequestException',
        400,
        /child/i,
    );
}

export async function mitigationActions(client) {
    const input = {
        actionName: 'isolate',
        roleArn: kRole,
        actionParams: {
            addThingsToThingGroupParams: {
                thingGroupNames: ['quarantine'],
                overrideDynamicGroups: true,
            },
        },
    };
    const made = await client.send(new sdk.CreateMitigationActionCommand(input));
    assert.equal(made.actionArn, 'arn:aws:iot:us-east-1:123456789012:mitigationaction/isolate');
    const seen = await client.send(
        new sdk.DescribeMitigationActionCommand({ actionName: 'isolate' }),
    );
    assert.equal(seen.actionType, 'ADD_THINGS_TO_THING_GROUP');
    assert.equal(seen.actionId, made.actionId);
    assert.deepEqual(seen.actionParams, input.actionParams);
    assert.ok(seen.creationDate instanceof Date && !Number.isNaN(seen.creationDate.getTime()));
    const changed = await client.send(
        new sdk.UpdateMitigationActionCommand({
            actionName: 'isolate',
            actionParams: {
                addThingsToThingGroupParams: { thingGroupNames: ['quarantine', 'plant'] },
            },
        }),
    );
    assert.equal(changed.actionId, made.actionId);
    const after = await client.send(
        new sdk.DescribeMitigationActionCommand({ actionName: 'isolate' }),
    );
    assert.deepEqual(after.actionParams.addThingsToThingGroupParams.thingGroupNames, [
        'quarantine',
        'plant',
    ]);
    assert.ok(after.lastModifiedDate >= seen.lastModifiedDate);
    await fails(
        client.send(new sdk.CreateMitigationActionCommand({...input, actionParams: {} })),
        'InvalidRequestException',
        400,
        /actionParams/,
    );
    await fails(
        client.send(new sdk.DescribeMitigationActionCommand({ actionName: 'nothing' })),
        'ResourceNotFoundException',
        404,
        /nothing/,
    );
    await client.send(
        new sdk.CreateMitigationActionCommand({
            actionName: 'deactivate',
            roleArn: kRole,
            actionParams: { updateDeviceCertificateParams: { action: 'DEACTIVATE' } },
        }),
    );
    const listed = await client.send(
        new sdk.ListMitigationActionsCommand({ actionType: 'UPDATE_DEVICE_CERTIFICATE' }),
    );
    assert.deepEqual(
        listed.actionIdentifiers.map((a) => a.actionName),
        ['deactivate'],
    );
    await client.send(new sdk.DeleteMitigationActionCommand({ actionName: 'deactivate' }));
    await client.send(new sdk.DeleteMitigationActionCommand({ actionName: 'deactivate' }));
    const left = await client.send(new sdk.ListMitigationActionsCommand({}));
    assert.deepEqual(
        left.actionIdentifiers.map((a) => a.actionName),
        ['isolate'],
    );
}

export async function pages(client) {
    const wanted = Array.from({ length: 7 }, (_, i) => `meter-${i}`);
    for (const thingName of wanted) await client.send(new sdk.CreateThingCommand({ thingName }));
    const things = await collected(sdk.paginateListThings({ client, pageSize: 3 }, {}), 'things');
    assert.deepEqual(
        things.names.map((t) => t.thingName),
        [...wanted, 'pump:1'].sort(),
    );
    assert.equal(things.count, 3, '8 things on pages of 3');
    for (let i = 0; i < 4; i += 1) {
        await client.send(
            new sdk.CreateMitigationActionCommand({
                actionName: `notify-${i}`,
                roleArn: kRole,
                actionParams: {
                    publishFindingToSnsParams: {
                        topicArn: 'arn:aws:sns:us-east-1:123456789012:findings',
                    },
                },
            }),
        );
    }
    const actions = await collected(
        sdk.paginateListMitigationActions({ client, pageSize: 2 }, {}),
        'actionIdentifiers',
    );
    assert.deepEqual(
        actions.names.map((a) => a.actionName),
        ['notify-3', 'notify-2', 'notify-1', 'notify-0', 'isolate'],
        'newest first, each once',
    );
    assert.equal(actions.count, 3);
    await fails(
        client.send(new sdk.ListThingsCommand({ nextToken: 'not one of ours' })),
        'InvalidRequestException',
        400,
        /token/i,
    );
}
