// Detect and time travel in the shipped WebAssembly module: how many datapoints a second go through
// simulation, ingest and evaluation, next to the native engine in the same run; and for a month of
// a watched fleet, what a jump, a reload and a link cost in time and memory.
//
// node tests/bench/wasm_travel.mjs FOLDER_OF_NATIVE_PROGRAMS MODULE_FOLDER
import {readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

import {nanosecondsSince, nativeTimes} from './native.mjs';

const [programs, folder] = process.argv.slice(2);
const kHour = 3_600_000;
const kDay = 24 * kHour;
const kStart = Date.UTC(2026, 0, 1);
const kDevices = 1000;
const kSlotsPerDay = 288;
const kFrameUnits = 20_000;  // what the playground works off at once
const kJumps = 60;

const target = 'arn:aws:iot:us-east-1:123456789012:all/';
const { loadPicket } = await import(pathToFileURL(resolve(folder, 'picket.js')).href);
const picket = await loadPicket();

function must(engine, operation, input) {
    const answer = engine.call(operation, input);
    if (!answer.ok) throw new Error(`${operation}: ${answer.body}`);
    return answer.output;
}

function watched(behaviors, things, archetype) {
    const engine = picket.createEngine();
    must(engine, 'CreateSecurityProfile', { securityProfileName: 'p', behaviors });
    must(engine, 'AttachSecurityProfile', {
        securityProfileName: 'p',
        securityProfileTargetArn: target + things,
    });
    must(engine, 'CreateFleet', { fleetName: 'g', archetype, count: kDevices });
    return engine;
}

// The rows of ten_rules.h, so that both engines judge by the same rules.
function tenRules() {
    const here = dirname(fileURLToPath(import.meta.url));
    const text = readFileSync(join(here, 'ten_rules.h'), 'utf8');
    const row = /\{"([a-z-]+)", (\d+), (-?\d+), "(\w*)", (\d+), (\d+)\}/g;
    const rules = [...text.matchAll(row)].map(
        ([, comparisonOperator, duration, value, statistic, toAlarm, toClear], i) => ({
            name: `b${i}`,
            metric: 'aws:num-messages-sent',
            criteria: {
                comparisonOperator,
                durationSeconds: Number(duration),
                consecutiveDatapointsToAlarm: Number(toAlarm),
                consecutiveDatapointsToClear: Number(toClear),
                ...(statistic ? { statisticalThreshold: { statistic } } :
                                { value: { count: Number(value) } }),
            },
        }));
    if (rules.length !== 10) throw new Error('the rules of ten_rules.h do not read');
    return rules;
}

// As watched_gateways of sim_bench.cpp.
function gatewayRules() {
    const limit = (name, metric, count, durationSeconds) => ({
        name,
        metric,
        criteria: { comparisonOperator: 'less-than', value: { count }, durationSeconds },
    });
    return [
        limit('a', 'aws:num-messages-sent', 100_000, 300),
        limit('b', 'aws:num-messages-received', 100_000, 300),
        limit('c', 'aws:message-byte-size', 100_000),
        limit('d', 'aws:all-bytes-out', 100_000_000_000, 300),
        limit('e', 'aws:all-packets-out', 1_000_000_000, 300),
        limit('f', 'aws:num-established-tcp-connections', 100_000),
    ];
}

function mega(bytes) {
    return `${(bytes / (1 << 20)).toFixed(1)} MB`;
}
function print(title, ...figures) {
    console.log(`${title.padEnd(34)} ${figures.join('   ')}`);
}
function memory(title, engine) {
    const { worldBytes, checkpointBytes, checkpoints } = engine.memory();
    print(title, `World ${mega(worldBytes)}`,
          `${checkpoints} checkpoints ${mega(checkpointBytes)} (at most 256 MB)`,
          `process ${mega(process.memoryUsage().rss)}`);
}

function speed(days) {
    const engine = watched(tenRules(), 'things', 'INDUSTRIAL_SENSOR');
    const start = process.cpuUsage();
    engine.advance(kStart + days * kDay);
    const tab = nanosecondsSince(start);
    const native = nativeTimes(programs, 'picket_bench_sim', `^watched_days/${kDevices}/${days}$`);
    const here = native.get('watched_days');
    const datapoints = kSlotsPerDay * days * kDevices * 10;
    const rate = (nanoseconds) => `${(datapoints / nanoseconds * 1e3).toFixed(2)} M/s`;
    print(`${kDevices} devices, ${days} days, 10 rules`, `${rate(tab)} (at least 2.5)`,
          `native ${rate(here)}`, `${(tab / here).toFixed(2)} times as long`);
    memory('', engine);
    engine.dispose();
}

// A whole month in steps of three hours, as somebody who watches would go.
function visited(engine, days) {
    const hashes = new Map();
    let spent = 0;
    for (let hours = 3; hours <= 24 * days; hours += 3) {
        const before = process.cpuUsage();
        engine.advance(kStart + hours * kHour);
        spent += nanosecondsSince(before);
        if (hours % 51 === 0) hashes.set(kStart + hours * kHour, engine.worldHash());
    }
    const values = kSlotsPerDay * days * kDevices * 6;
    print(`${kDevices} devices, 6 metrics, ${days} days`, `${(spent / 1e9).toFixed(1)} s`,
          `${(values / spent * 1e3).toFixed(2)} M datapoints/s`);
    return hashes;
}

// What a person sees first: the clock and a page of alarms. Then a chart over what is retained.
function firstPicture(engine) {
    must(engine, 'ListActiveViolations', { maxResults: 50 });
}
function wholePicture(engine, thingName, now) {
    let nextToken;
    let values = 0;
    do {
        const page = must(engine, 'ListMetricValues', {
            thingName,
            metricName: 'aws:all-bytes-out',
            startTime: new Date(Math.max(kStart, now - 14 * kDay)).toISOString(),
            endTime: new Date(now).toISOString(),
            maxResults: 250,
            nextToken,
        });
        nextToken = page.nextToken;
        values += page.metricDatumList.length;
    } while (nextToken);
    if (now > kStart + kDay && values < 200) throw new Error(`only ${values} values`);
}

function jumpTo(engine, moment) {
    if (moment < Number(engine.now)) {
        const problem = engine.rewind(moment);
        if (problem) throw new Error(problem.message);
    } else {
        const { done } = engine.advance(moment);
        if (!done) throw new Error('the jump did not arrive');
    }
}

function jumps(engine, thing, hashes, days) {
    const first = [], whole = [];
    let random = 1;
    const known = [...hashes.keys()];
    for (let i = 0; i < kJumps; ++i) {
        random = (random * 48271) % 2147483647;
        // To where it was looked at, and to any other moment.
        const moment = i % 2 === 0 ? known[random % known.length] :
                                     kStart + (random % (days * 1440)) * 60_000;
        const start = process.cpuUsage();
        jumpTo(engine, moment);
        firstPicture(engine);
        first.push(nanosecondsSince(start) / 1e6);
        wholePicture(engine, thing, moment);
        whole.push(nanosecondsSince(start) / 1e6);
        const hash = hashes.get(moment);
        if (hash && hash !== engine.worldHash()) throw new Error(`another World at ${moment}`);
    }
    const spread = (times) => {
        times.sort((a, b) => a - b);
        return `median ${times[times.length >> 1].toFixed(0)} ms, longest ` +
            `${times.at(-1).toFixed(0)} ms`;
    };
    print(`${kJumps} jumps, first picture`, spread(first), '(at most 100 ms)');
    print(`${kJumps} jumps, complete`, spread(whole), '(at most 500 ms)');
}

function reload(engine) {
    const start = process.cpuUsage();
    const session = engine.save();
    const image = engine.image();
    const saved = nanosecondsSince(start) / 1e6;
    print('save', `session ${session.length} bytes`, `image ${mega(image.length)}`,
          `${saved.toFixed(0)} ms`);
    const other = picket.createEngine();
    const begin = process.cpuUsage();
    const report = other.load(session, image);
    firstPicture(other);
    const took = nanosecondsSince(begin) / 1e6;
    if (!report.fromImage || !report.sameWorld) throw new Error('the image did not open');
    print('reload from the image', `${took.toFixed(0)} ms (at most 2000 ms)`);
    other.dispose();
    return session;
}

function link(session) {
    const engine = picket.createEngine();
    const start = process.cpuUsage();
    engine.beginLoad(session);
    let longest = 0;
    let steps = 0;
    for (let done = 0; done < 1; ++steps) {
        const before = process.cpuUsage();
        done = engine.stepLoad(kFrameUnits);
        longest = Math.max(longest, nanosecondsSince(before) / 1e6);
    }
    const report = engine.endLoad();
    if (!report.sameWorld) throw new Error('the link gave another World');
    print('recompute from a link', `${(nanosecondsSince(start) / 1e9).toFixed(1)} s`,
          `${steps} steps with progress, the longest ${longest.toFixed(0)} ms`);
    engine.dispose();
}

// Somebody's own data, in files of ten days: one has at most 20 million values.
function addFile(engine, number) {
    const metrics = gatewayRules().map(({ metric }) => metric);
    const mapping = {}, encoder = new TextEncoder();
    let text = `time,thing,${metrics.join(',')}\n`, random = 1, bytes = 0;
    const next = (most) => (random = random * 48271 % 2147483647) % most;
    for (let slot = 0; slot < 10 * kSlotsPerDay; ++slot) {
        const time = kStart + number * 10 * kDay + (slot + 1) * 300_000;
        for (let i = 0; i < kDevices; ++i)
            text += `${time},g-${1000 + i},${next(60)},${next(60)},${next(900)},${next(90000)},` +
                `${next(900)},${next(9)}\n`;
        if (slot % 10 !== 9) continue;
        const chunk = encoder.encode(text);
        bytes += chunk.length;
        engine.importChunk(chunk, mapping);
        text = '';
    }
    const { sha256, report } = engine.importEnd();
    must(engine, 'AddRecording', {
        recordingName: `r${number}`,
        sha256,
        firstRowTime: (kStart + number * 10 * kDay) / 1000 + 300,
    });
    return { bytes, values: report.values };
}
function imported(days) {
    const engine = picket.createEngine();
    must(engine, 'CreateSecurityProfile', {
        securityProfileName: 'p',
        behaviors: gatewayRules(),
    });
    must(engine, 'AttachSecurityProfile', {
        securityProfileName: 'p',
        securityProfileTargetArn: `${target}things`,
    });
    let values = 0, bytes = 0;
    for (let number = 0; number < days / 10; ++number) {
        const file = addFile(engine, number);
        values += file.values;
        bytes += file.bytes;
    }
    print('files', mega(bytes), `${(values / 1e6).toFixed(1)} M values`);
    const hashes = visited(engine, days);
    memory('memory', engine);
    jumps(engine, 'g-1007', hashes, days);
    engine.dispose();
}

console.log('\nDetect in WebAssembly, one core');
if (!process.env.SKIP_SPEED) speed(14);

const kDays = 30;
console.log('\nTime travel in WebAssembly');
const engine = watched(gatewayRules(), 'registered-things', 'GATEWAY');
const hashes = visited(engine, kDays);
memory('memory', engine);
jumps(engine, 'g-0007', hashes, kDays);
engine.advance(kStart + kDays * kDay);
memory('memory after the jumps', engine);
link(reload(engine));
engine.dispose();

console.log('\nData of one\'s own in WebAssembly');
imported(kDays);
