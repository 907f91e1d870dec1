// Reads a week of each measured series that stands beside an archetype, from a folder that holds
// checkouts of the public repositories they were published in. Values are the published ones but
// for the unit that is named; a slot that has none is null.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const kDay = 86400;

// Rows of a CSV file without quotes inside its cells, by the names in its first line.
function rows(file) {
    const cells = (line) => line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''));
    const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    const names = cells(head);
    return lines.map((line) => {
        const values = cells(line);
        return Object.fromEntries(names.map((name, i) => [name, values[i]]));
    });
}

function week(series, all, time, value) {
    const begin = Date.parse(`${series.from}T00:00:00Z`) / 1000;
    const values = new Array(7 * kDay / (60 * series.minutes)).fill(null);
    for (const row of all) {
        const at = Date.parse(row[time].replace(' ', 'T') + 'Z') / 1000;
        const place = Math.floor((at - begin) / (60 * series.minutes));
        if (place >= 0 && place < values.length) values[place] = value(row);
    }
    return values;
}

// NAB: one file per series.
function nab(series, folder) {
    const file = join(folder, 'NAB/data', series.file);
    return week(series, rows(file), 'timestamp', (row) => Number(row.value));
}

// A house in Belgium: energy of ten minutes in Wh, temperatures in degrees.
function house(series, folder) {
    const file = join(folder, 'Appliances-energy-prediction-data', series.file);
    const scale = series.column.startsWith('T') ? 1 : 6;
    return week(series, rows(file), 'date', (row) => scale * Number(row[series.column]));
}

// Application Server Dataset: a pickled numpy array of float32, a row of 19 metrics every five
// minutes, without times. The numbers are the one long byte string in it.
function servers(series, folder) {
    const bytes = readFileSync(join(folder, 'InterFusion/data/processed', series.file));
    const metrics = 19;
    for (let at = 0; at < 400; ++at) {
        const size = bytes.readUInt32LE(at + 1);
        const rest = bytes.length - at - 5 - size;
        if (bytes[at] !== 0x42 || size % (4 * metrics) !== 0 || rest < 0 || rest > 32) continue;
        const first = at + 5 + 4 * (metrics * series.row + series.column);
        return Array.from(
            { length: 7 * 288 }, (_, i) => bytes.readFloatLE(first + 4 * metrics * i));
    }
    throw new Error(`${series.file}: no array of float32 with ${metrics} columns`);
}

// The weeks begin on Mondays, and hold none of the anomalies that NAB labels.
export const kReal = {
    SMART_LIGHT: {
        read: house,
        file: 'energydata_complete.csv',
        column: 'lights',
        from: '2016-02-15',
        minutes: 10,
        title: 'lights of a house in Belgium in W, 2016',
    },
    THERMOSTAT: {
        read: house,
        file: 'energydata_complete.csv',
        column: 'T2',
        from: '2016-02-15',
        minutes: 10,
        title: 'living room of that house in degrees Celsius, 2016',
    },
    CAMERA: {
        read: nab,
        file: 'realAWSCloudwatch/elb_request_count_8c0756.csv',
        from: '2014-04-14',
        minutes: 5,
        title: 'requests of people to a load balancer, 2014',
    },
    GATEWAY: {
        read: servers,
        file: 'omi-1_train.pkl',
        column: 11,
        row: 2016,
        minutes: 5,
        undated: true,
        title: 'a metric of the traffic of an application server (omi-1), scaled',
    },
    INDUSTRIAL_SENSOR: {
        read: nab,
        file: 'realKnownCause/machine_temperature_system_failure.csv',
        from: '2014-01-06',
        minutes: 5,
        title: 'temperature of an industrial machine, 2014',
    },
    ASSET_TRACKER: {
        read: nab,
        file: 'realTraffic/TravelTime_451.csv',
        from: '2015-08-03',
        minutes: 5,
        title: 'travel times that a road reported in s, Twin Cities, 2015',
    },
    SMART_METER: {
        read: house,
        file: 'energydata_complete.csv',
        column: 'Appliances',
        from: '2016-02-15',
        minutes: 10,
        title: 'appliances of that house in W, 2016',
    },
};
