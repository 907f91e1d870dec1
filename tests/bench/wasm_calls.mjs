// The same calls in the shipped WebAssembly module and natively, in one run: how many times longer
// a call takes in the tab. The native figures come from picket_bench_call.
//
// node tests/bench/wasm_calls.mjs NATIVE_BENCH_PROGRAM MODULE_FOLDER
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [program, folder] = process.argv.slice(2);
const kThings = 1000;
const kBudget = 4.0;  // API calls, wasm against native

const cases = {
    'create': (i) => ['CreateThing', {
        thingName: `new-${i}`,
        attributePayload: { attributes: { model: 'm1' } },
    }],
    'describe': (i) => ['DescribeThing', { thingName: name(i * 7919) }],
    'update': (i) => ['UpdateThing', {
        thingName: name(i * 7919),
        attributePayload: { attributes: { site: `hall-${i % 9}` } },
    }],
    'list page': () => ['ListThings', { maxResults: 25 }],
    'describe action': () => ['DescribeMitigationAction', { actionName: 'quarantine' }],
};

function name(number) {
    return `thing-${String((number % kThings) + 1).padStart(String(kThings).length, '0')}`;
}

function filled(picket) {
    const engine = picket.createEngine();
    const calls = [
        ['CreateThingGroup', { thingGroupName: 'fleet' }],
        [
            'PopulateFleet', {
                namePrefix: 'thing-',
                count: kThings,
                groupName: 'fleet',
                attributes: { model: 'm1', site: 'hall-7' },
            }
        ],
        [
            'CreateMitigationAction', {
                actionName: 'quarantine',
                roleArn: 'arn:aws:iam::123456789012:role/r',
                actionParams: { addThingsToThingGroupParams: { thingGroupNames: ['fleet'] } },
            }
        ],
        ['AdvanceClock', { seconds: 1 }],
    ];
    for (const [operation, input] of calls) {
        const answer = engine.call(operation, input);
        if (!answer.ok) throw new Error(`${operation}: ${answer.body}`);
    }
    return engine;
}

// Text in, text out, as natively: the handle without the wrapper's JSON.
function wasmNanoseconds(picket, make) {
    const engine = filled(picket);
    let round = 0;
    for (let warm = 0; warm < 500; ++warm) step();
    const start = process.hrtime.bigint();
    const rounds = 5000;
    for (let i = 0; i < rounds; ++i) step();
    return Number(process.hrtime.bigint() - start) / rounds;

    function step() {
        const [operation, input] = make(++round);
        if (engine.call(operation, JSON.stringify(input)).status !== 200) {
            throw new Error(`${operation} failed`);
        }
    }
}

const figures = join(mkdtempSync(join(tmpdir(), 'picket-bench-')), 'native.json');
execFileSync(
    program,
    [
        `--benchmark_filter=/${kThings}$`, `--benchmark_out=${figures}`,
        '--benchmark_out_format=json'
    ],
    { stdio: 'ignore' });
const native = JSON.parse(readFileSync(figures, 'utf8'));
const nativeTime = new Map(native.benchmarks.map((row) => [row.name.split('/')[0], row.cpu_time]));

const { loadPicket } = await import(pathToFileURL(resolve(folder, 'picket.js')).href);
const picket = await loadPicket();
console.log(
    `\nAPI calls, WebAssembly against native (baseline), ${kThings} things; budget ${kBudget}`);
for (const [title, make] of Object.entries(cases)) {
    const inTab = wasmNanoseconds(picket, make);
    const here = nativeTime.get(title);
    const ratio = inTab / here;
    const verdict = ratio > kBudget ? '  over the budget' : '';
    console.log(
        `${title.padEnd(18)} ${(inTab / 1000).toFixed(2).padStart(8)} us ` +
        `${(here / 1000).toFixed(2).padStart(8)} us ${ratio.toFixed(2).padStart(6)} x${verdict}`);
}
