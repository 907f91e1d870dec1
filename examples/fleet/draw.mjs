// Draws a day and a week of each archetype beside a measured series of a like kind:
// node examples/fleet/draw.mjs PICKET FOLDER [CHECKOUTS]
// PICKET is the command line. It plays a scenario that this script writes, and what
// GetSimulatedValues answers in it becomes one SVG per archetype, and shapes.md with figures.
// CHECKOUTS is a folder with the repositories that README.md names; without it what was measured is
// taken over from the drawings and figures that lie beside this script.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {chart, figures, kHeight, kWidth, together} from './chart.mjs';
import {kReal} from './real.mjs';

const [picket, folder, checkouts] = process.argv.slice(2);
if (!folder) {
    console.error('usage: node examples/fleet/draw.mjs PICKET FOLDER [CHECKOUTS]');
    process.exit(2);
}
// 2026-01-05 is a Monday. Two metrics each: the one that stands beside a measured
// series, and another.
const kMonday = Date.UTC(2026, 0, 5) / 1000;
const kDay = 86400;
const kArchetypes = [
    ['SMART_LIGHT', 'powerWatts', 'aws:num-messages-sent'],
    ['THERMOSTAT', 'temperatureCelsius', 'aws:num-messages-sent'],
    ['CAMERA', 'aws:all-bytes-out', 'aws:num-messages-sent'],
    ['GATEWAY', 'aws:num-messages-sent', 'aws:num-established-tcp-connections'],
    ['INDUSTRIAL_SENSOR', 'vibrationMillimetersPerSecond', 'aws:num-messages-sent'],
    ['ASSET_TRACKER', 'aws:num-messages-sent', 'batteryMillivolts'],
    ['SMART_METER', 'powerWatts', 'aws:num-messages-sent'],
];
const kDevices = [1, 2];  // of one site, unless it has only one

function scenario() {
    const steps = [];
    const call = (operation, input) => steps.push({ call: { operation, input } });
    for (const [archetype] of kArchetypes) {
        call('CreateFleet', { fleetName: archetype.toLowerCase(), archetype, count: 20 });
    }
    steps.push({ advance: { seconds: 12 * kDay } });
    for (const [archetype, ...metrics] of kArchetypes) {
        for (const metricName of metrics) {
            for (const device of kDevices) {
                call('GetSimulatedValues', {
                    thingName: `${archetype.toLowerCase()}-${String(device).padStart(2, '0')}`,
                    metricName,
                    startTime: kMonday,
                    endTime: kMonday + 7 * kDay,
                });
            }
        }
    }
    return { picketScenario: 1, name: 'Drawn fleets', steps };
}

// What each call of the scenario answered.
function played() {
    const scratch = mkdtempSync(join(tmpdir(), 'picket-fleet-'));
    try {
        const file = join(scratch, 'fleets.json');
        writeFileSync(file, JSON.stringify(scenario()));
        execFileSync(picket, ['play', '--quiet', '--record', file], { stdio: 'ignore' });
        return JSON.parse(readFileSync(file, 'utf8'))
            .steps.filter((step) => step.call?.operation === 'GetSimulatedValues')
            .map((step) => step.call.expect.output);
    } finally {
        rmSync(scratch, { recursive: true });
    }
}

// A value per slot, null where there is none.
function column(answer, begin, end) {
    const values = new Array((end - begin) / 300).fill(null);
    for (const datum of answer.metricDatumList) {
        const place = (datum.timestamp - begin) / 300 - 1;
        if (place >= 0 && place < values.length) {
            values[place] = datum.value.count ?? datum.value.number;
        }
    }
    return values;
}

const kHours = ['0 h', '3 h', '6 h', '9 h', '12 h', '15 h', '18 h', '21 h'];
const kDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const tuesday = (week) => week.slice(week.length / 7, 2 * week.length / 7);

// What was measured: its two charts, and its row of the table.
function measuredNow(real) {
    const values = real.read(real, checkouts);
    const days = real.undated ? kDays.map((_, i) => `day ${i + 1}`) : kDays;
    const hours = real.undated ? kHours.map((hour) => `+ ${hour}`) : kHours;
    const charts = [
        chart(`Measured: ${real.title}, a day`, [tuesday(values)], kWidth, 0, hours),
        chart('Measured: a week', [values], kWidth, kHeight, days),
    ];
    return [charts.join('\n'), figures(values, real.minutes)];
}
const beside = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
function measuredBefore(real, name) {
    const [, charts] = /<g id="measured">\n([^]*)\n<\/g>/.exec(beside(`${name}.svg`));
    const row = beside('shapes.md').split('\n').find((line) => line.includes(`*${real.title}*`));
    return [charts, row.split('* | ')[1].slice(0, -2)];
}

// Above, day and week of the first metric beside what was measured; below, the other metric.
function drawing(metrics, weeks, measured) {
    const [first, other] = weeks;
    const width = 2 * kWidth, height = 3 * kHeight;
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"`,
        ' font-family="sans-serif" font-size="10" fill="#222">',
        `<rect width="${width}" height="${height}" fill="#fff"/>`,
        chart(`Simulated: ${metrics[0]}, Tuesday`, first.map(tuesday), 0, 0, kHours),
        chart('Simulated: the week', first, 0, kHeight, kDays),
        chart(`Simulated: ${metrics[1]}, Tuesday`, other.map(tuesday), 0, 2 * kHeight, kHours),
        chart('Simulated: the week', other, kWidth, 2 * kHeight, kDays),
        `<g id="measured">\n${measured}\n</g>`,
        '</svg>',
    ].join('\n') +
        '\n';
}

const answers = played();
const table = [];
for (const [archetype, ...metrics] of kArchetypes) {
    const weeks = metrics.map(
        () => answers.splice(0, kDevices.length)
                  .map((answer) => column(answer, kMonday, kMonday + 7 * kDay)));
    const real = kReal[archetype];
    const name = archetype.toLowerCase();
    const [measured, told] = checkouts ? measuredNow(real) : measuredBefore(real, name);
    writeFileSync(join(folder, `${name}.svg`), drawing(metrics, weeks, measured));
    const row = (series, cells) => table.push(`| ${archetype} | ${series} | ${cells} |`);
    row(metrics[0], figures(together(weeks[0][0], real.minutes / 5), real.minutes));
    row(`*${real.title}*`, told);
    row(metrics[1], figures(weeks[1][0], 5));
}
writeFileSync(
    join(folder, 'shapes.md'),
    '# Figures of the drawn weeks\n\nThe first device of each kind, and in italics the measured ' +
        'series beside it (README.md says whose they are).\nWhat is measured every ten minutes ' +
        'is compared with means of ten minutes. The last column is how much a value\ntells of ' +
        'the next one, and of those an hour and a day later (autocorrelation over the slots ' +
        'that have values).\n\n' +
        '| archetype | series | every | median | p99 | p99 / p50 | zeros | missing | memory |\n' +
        '|---|---|--:|--:|--:|--:|--:|--:|---|\n' + table.join('\n') + '\n');
