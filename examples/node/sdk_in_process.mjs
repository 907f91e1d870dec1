// The official AWS SDK with Picket inside the same process: no server, no network, no credentials
// that matter. Needs @aws-sdk/client-iot where this file can find it, or SDK_FROM: a folder whose
// node_modules has it.
import {createRequire} from 'node:module';

const { IoTClient, CreateMitigationActionCommand, DescribeMitigationActionCommand } = createRequire(
    `${process.env.SDK_FROM ?? import.meta.dirname}/`,
    )('@aws-sdk/client-iot');
const folder = process.env.PICKET_WEB ?? new URL('../../build/web/web', import.meta.url).pathname;
const { createRequestHandler, loadPicket } = await import(`file://${folder}/picket.js`);

const engine = (await loadPicket()).createEngine();
const iot = new IoTClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: createRequestHandler(engine),
});

await iot.send(
    new CreateMitigationActionCommand({
        actionName: 'isolate',
        roleArn: 'arn:aws:iam::123456789012:role/mitigation',
        actionParams: { addThingsToThingGroupParams: { thingGroupNames: ['quarantine'] } },
    }),
);
const seen = await iot.send(new DescribeMitigationActionCommand({ actionName: 'isolate' }));
console.log(seen.actionType, 'since', seen.creationDate.toISOString());

try {
    await iot.send(new DescribeMitigationActionCommand({ actionName: 'nothing' }));
} catch (error) {
    console.log(error.name, error.$metadata.httpStatusCode);
}
