// Draws a day and a week of each archetype: node examples/fleet/draw.mjs PICKET FOLDER
// PICKET is the command line. It plays a scenario that this script writes, and what
// GetSimulatedValues answers in it becomes one SVG per archetype, and shapes.md with figures.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const [picket, folder] = process.argv.slice(2);
if (!folder) {
    console.error('usage: node examples/fleet/draw.mjs PICKET FOLDER');
    process.exit(2);
}
// 2026-01-05 is a Monday. Two metrics each: what such a device is about.
const kMonday = Date.UTC(2026, 0, 5) / 1000;
const kDay = 86400;
const kArchetypes = [
    ['SMART_LIGHT', 'aws:num-messages-sent', 'powerWatts'],
    ['THERMOSTAT', 'aws:num-messages-sent', 'temperatureCelsius'],
    ['CAMERA', 'aws:all-bytes-out', 'aws:num-messages-sent'],
    ['GATEWAY', 'aws:num-messages-sent', 'aws:num-established-tcp-connections'],
    ['INDUSTRIAL_SENSOR', 'aws:num-messages-sent', 'vibrationMillimetersPerSecond'],
    ['ASSET_TRACKER', 'aws:num-messages-sent', 'batteryMillivolts'],
    ['SMART_METER', 'aws:num-messages-sent', 'powerWatts'],
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

function unit(value) {
    for (const [size, letter] of [[1e9, 'G'], [1e6, 'M'], [1e3, 'k']]) {
        if (value >= size) return `${Number((value / size).toPrecision(3))} ${letter}`;
    }
    return String(Number(value.toPrecision(3)));
}

const kWidth = 860;
const kHeight = 110;
const kLeft = 64;
const kColours = ['#2f6fb5', '#c2571a'];

// The lines of a chart break where values are missing.
function path(values, top, high) {
    const x = (i) => kLeft + (i + 0.5) * (kWidth - kLeft - 8) / values.length;
    const y = (value) => top + kHeight - 16 - Math.min(1, value / high) * (kHeight - 34);
    let out = '';
    let drawing = false;
    values.forEach((value, i) => {
        if (value !== null) {
            const alone = values[i - 1] == null && values[i + 1] == null;
            const point = `${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
            out += drawing ? `L${point}` : `M${point}${alone ? 'h1' : ''}`;
        }
        drawing = value !== null;
    });
    return out;
}

function chart(title, columns, top, ticks) {
    const known = columns.flat().filter((value) => value !== null).sort((a, b) => a - b);
    // A few points of a long tail may leave the frame.
    const high = Math.max(1, known[Math.floor((known.length - 1) * 0.998)] ?? 1) * 1.05;
    const inner = kWidth - kLeft - 8;
    const lines = [
        `<text x="${kLeft}" y="${top + 11}" font-weight="600">${title}</text>`,
        `<text x="${kLeft - 6}" y="${top + 26}" text-anchor="end">${unit(high)}</text>`,
        `<text x="${kLeft - 6}" y="${top + kHeight - 14}" text-anchor="end">0</text>`,
        `<path d="M${kLeft} ${top + kHeight - 16}h${inner}" stroke="#999"/>`,
    ];
    ticks.forEach((tick, i) => {
        const x = kLeft + i * inner / ticks.length;
        lines.push(`<path d="M${x.toFixed(1)} ${top + 18}V${top + kHeight - 16}" stroke="#ddd"/>`);
        lines.push(`<text x="${(x + 3).toFixed(1)}" y="${top + kHeight - 4}">${tick}</text>`);
    });
    columns.forEach((values, i) => {
        lines.push(
            `<path d="${path(values, top, high)}" fill="none" stroke="${kColours[i]}"/>`);
    });
    return lines.join('\n');
}

function quantile(sorted, share) {
    return sorted[Math.floor(share * (sorted.length - 1))];
}
function autocorrelation(values, lag) {
    const filled = values.map((value) => value ?? 0);
    const mean = filled.reduce((sum, value) => sum + value, 0) / filled.length;
    let product = 0;
    let square = 0;
    for (let i = 0; i < filled.length; ++i) {
        square += (filled[i] - mean) ** 2;
        if (i + lag < filled.length) product += (filled[i] - mean) * (filled[i + lag] - mean);
    }
    return (square > 0 ? product / square : 0).toFixed(2);
}

const answers = played();
const figures = [];
for (const [archetype, ...metrics] of kArchetypes) {
    const name = archetype.toLowerCase();
    const parts = [];
    metrics.forEach((metric, i) => {
        const mine = answers.splice(0, kDevices.length);
        const week = mine.map((answer) => column(answer, kMonday, kMonday + 7 * kDay));
        const day = mine.map((answer) => column(answer, kMonday + kDay, kMonday + 2 * kDay));
        const hours = ['0 h', '3 h', '6 h', '9 h', '12 h', '15 h', '18 h', '21 h'];
        const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
        parts.push(chart(`${metric}, Tuesday`, day, 2 * i * kHeight, hours));
        parts.push(chart(`${metric}, the week`, week, (2 * i + 1) * kHeight, days));
        const known = week[0].filter((value) => value !== null).sort((a, b) => a - b);
        const zeros = known.filter((value) => value === 0).length;
        figures.push(
            `| ${archetype} | ${metric} | ${unit(quantile(known, 0.5))} | ` +
            `${unit(quantile(known, 0.99))} | ${Math.round(100 * zeros / known.length)} % | ` +
            `${Math.round(100 - 100 * known.length / week[0].length)} % | ` +
            `${[1, 12, 288].map((lag) => autocorrelation(week[0], lag)).join(' / ')} |`);
    });
    const height = parts.length * kHeight;
    const size = `width="${kWidth}" height="${height}"`;
    const lines = [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${kWidth} ${height}"`,
        ' font-family="sans-serif" font-size="10" fill="#222">',
        `<rect ${size} fill="#fff"/>`,
        ...parts,
        '</svg>',
    ];
    writeFileSync(join(folder, `${name}.svg`), lines.join('\n') + '\n');
}
writeFileSync(
    join(folder, 'shapes.md'),
    '# Figures of the drawn week\n\nThe first device of each kind. The last column is how much a ' +
        'value tells of the one five minutes, an hour\nand a day later (autocorrelation).\n\n' +
        '| archetype | metric | median | p99 | zeros | missing | memory |\n' +
        '|---|---|--:|--:|--:|--:|---|\n' + figures.join('\n') + '\n');
