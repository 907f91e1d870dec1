// web/picket.d.ts under `tsc --strict`: right uses compile, and each marked wrong use does not.
import assert from 'node:assert/strict';
import {copyFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {test} from 'node:test';

import {findWeb, run, scratchFolder} from '../clients/support.mjs';

const kUse = `
import { createRequestHandler, loadPicket } from './picket.js';
import type { CreateThingRequest, Engine } from './picket.js';

export async function use(): Promise<string> {
    const picket = await loadPicket({ wasm: new Uint8Array() });
    const engine: Engine = picket.createEngine({ seed: 1, start: new Date() });
    const attributePayload = { attributes: { b: 'c' } };
    const input: CreateThingRequest = { thingName: 'a', attributePayload };
    const made = engine.call('CreateThing', input, { dryRun: true });
    if (!made.ok) return made.error.name + made.error.line;
    const arn: string | undefined = made.output.thingArn;
    const listed = engine.call('ListMitigationActions');
    const first = listed.ok ? listed.output.actionIdentifiers?.[0]?.actionName : undefined;
    engine.call('CreateMitigationAction', {
        actionName: 'a',
        roleArn: 'r',
        actionParams: { updateDeviceCertificateParams: { action: 'DEACTIVATE' } },
    });
    engine.call('CreateThing', '{"thingName":"text is taken too"}');
    // @ts-expect-error there is no such operation
    engine.call('CreateThin', {});
    // @ts-expect-error thingName is required
    engine.call('CreateThing', {});
    // @ts-expect-error the input may not be left out
    engine.call('CreateThing');
    // @ts-expect-error there is no such member
    engine.call('CreateThing', { thingName: 'a', thingNam: 'b' });
    // @ts-expect-error not one of the kinds
    engine.call('ListMitigationActions', { actionType: 'NOTHING' });
    // @ts-expect-error exactly one member may be there
    engine.call('CreateMitigationAction', { actionName: 'a', roleArn: 'r', actionParams: {} });
    // @ts-expect-error an answer that may be an error has no output yet
    engine.call('DescribeThing', { thingName: 'a' }).output.thingName;
    const image: Uint8Array = engine.image();
    const report = engine.load(engine.save(), image);
    const same: boolean = report.error === null && report.sameWorld;
    const due: Date | null = engine.nextDue;
    const played = picket.playScenario('{}');
    const handler = createRequestHandler(engine, { stepMs: 0 });
    await handler.handle({});
    engine.dispose();
    const told = played.error === null ? played.text : played.error.message;
    return [arn, first, same, due, told].join();
}
`;

test('types: right uses compile under --strict, wrong ones do not', async () => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const { folder, remove } = scratchFolder();
    try {
        copyFileSync(`${findWeb()}/picket.d.ts`, join(folder, 'picket.d.ts'));
        writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
        writeFileSync(join(folder, 'use.ts'), kUse);
        const flags = [
            '--strict',
            '--noEmit',
            '--target',
            'es2022',
            '--module',
            'nodenext',
            '--moduleResolution',
            'nodenext',
            '--noUncheckedIndexedAccess',
            '--exactOptionalPropertyTypes',
            '--lib',
            'es2022,dom',
        ];
        const told = await run(process.execPath, [tsc, ...flags, 'use.ts'], { cwd: folder });
        assert.equal(told.stdout + told.stderr, '');
        assert.equal(told.code, 0);
    } finally {
        remove();
    }
});
