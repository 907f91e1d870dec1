// The same work in the shipped WebAssembly module and natively, in one run: how many times longer
// it takes in the tab. First what the engine does by itself, which has a budget; then calls with
// the border to JavaScript around them.
//
// node tests/bench/wasm_calls.mjs FOLDER_OF_NATIVE_PROGRAMS MODULE_FOLDER
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

import {nanosecondsSince, nativeTimes} from './native.mjs';

const [programs, folder] = process.argv.slice(2);
const kThings = 1000;
const kBudget = 4.0;  // what the engine does by itself, wasm against native

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
    const start = process.cpuUsage();
    const rounds = 5000;
    for (let i = 0; i < rounds; ++i) step();
    return nanosecondsSince(start) / rounds;

    function step() {
        const [operation, input] = make(++round);
        if (engine.call(operation, JSON.stringify(input)).status !== 200) {
            throw new Error(`${operation} failed`);
        }
    }
}

// The best of three runs of one AdvanceClock, in nanoseconds.
function advanceNanoseconds(picket, seconds, calls) {
    let best = Infinity;
    for (let run = 0; run < 3; ++run) {
        const engine = picket.createEngine();
        for (const [operation, input] of calls) engine.call(operation, input);
        const untilTime = Math.round(Date.UTC(2026, 0, 1) / 1000) + seconds;
        const start = process.cpuUsage();
        let answer;
        do {
            answer = engine.call('AdvanceClock', { untilTime });
            if (!answer.ok) throw new Error(`AdvanceClock: ${answer.body}`);
        } while (!answer.output.done);
        best = Math.min(best, nanosecondsSince(start));
    }
    return best;
}

function print(title, inTab, here, budget) {
    const ratio = inTab / here;
    const verdict = ratio > budget ? '  over the budget' : '';
    console.log(
        `${title.padEnd(18)} ${(inTab / 1000).toFixed(2).padStart(12)} us ` +
        `${(here / 1000).toFixed(2).padStart(12)} us ${ratio.toFixed(2).padStart(6)} x${verdict}`);
}

const { loadPicket } = await import(pathToFileURL(resolve(folder, 'picket.js')).href);
const picket = await loadPicket();
console.log(`\nThe engine by itself, WebAssembly against native (baseline); budget ${kBudget}`);
const advance = nativeTimes(programs, 'picket_bench_advance', 'scheduled_calls|populate');
const body = {
    thingName: 'lamp',
    attributePayload: { attributes: { site: 'hall-7' } }
};
const schedule = {
    operation: 'UpdateThing',
    everySeconds: 1,
    times: 5000,
    body
};
const population = {
    namePrefix: 'thing-',
    groupName: 'fleet',
    count: 100_000
};
const scheduled =
    advanceNanoseconds(picket, 5000, [['CreateThing', body], ['ScheduleCall', schedule]]);
const populated = advanceNanoseconds(
    picket, 0, [['CreateThingGroup', { thingGroupName: 'fleet' }], ['PopulateFleet', population]]);
// As watched_gateways of sim_bench.cpp, one day.
const limit = (name, metric, durationSeconds) => ({
    name,
    metric,
    criteria: { comparisonOperator: 'less-than', value: { count: 1e11 }, durationSeconds },
});
const behaviors = [
    limit('a', 'aws:num-messages-sent', 300),
    limit('b', 'aws:num-messages-received', 300),
    limit('c', 'aws:message-byte-size'),
    limit('d', 'aws:all-bytes-out', 300),
    limit('e', 'aws:all-packets-out', 300),
    limit('f', 'aws:num-established-tcp-connections'),
];
const target = 'arn:aws:iot:us-east-1:123456789012:all/registered-things';
const watched = advanceNanoseconds(picket, 86_400, [
    ['CreateSecurityProfile', { securityProfileName: 'p', behaviors }],
    ['AttachSecurityProfile', { securityProfileName: 'p', securityProfileTargetArn: target }],
    ['CreateFleet', { fleetName: 'g', archetype: 'GATEWAY', count: 1000 }],
]);
const day = nativeTimes(programs, 'picket_bench_sim', 'watched_gateways/1$');
print('scheduled_calls', scheduled, advance.get('scheduled_calls'), kBudget);
print('populate', populated, advance.get('populate'), kBudget);
print('watched_day', watched, day.get('watched_gateways'), 2.0);

console.log(`\nCalls from JavaScript, border included, ${kThings} things`);
const native = nativeTimes(programs, 'picket_bench_call', `/${kThings}$`);
for (const [title, make] of Object.entries(cases)) {
    print(title, wasmNanoseconds(picket, make), native.get(title), Infinity);
}
