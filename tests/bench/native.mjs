// Times of the native benchmarks and of this process, for benchmarks of the module.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

// CPU time of each benchmark in nanoseconds, by the first part of its name.
export function nativeTimes(programs, program, filter) {
    const figures = join(mkdtempSync(join(tmpdir(), 'picket-bench-')), 'native.json');
    const flags = [
        `--benchmark_filter=${filter}`, `--benchmark_out=${figures}`, '--benchmark_out_format=json'
    ];
    execFileSync(join(programs, program), flags, { stdio: 'ignore' });
    const scale = { ns: 1, us: 1e3, ms: 1e6 };
    const rows = JSON.parse(readFileSync(figures, 'utf8')).benchmarks;
    return new Map(
        rows.map((row) => [row.name.split('/')[0], row.cpu_time * scale[row.time_unit]]));
}

// CPU time, as the native figures are: other work on the machine does not count.
export function nanosecondsSince(start) {
    const used = process.cpuUsage(start);
    return (used.user + used.system) * 1000;
}
