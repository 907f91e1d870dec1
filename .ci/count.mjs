// Counts what test programs report, so that the sum of `make test` is made of test cases.
// count.mjs output STATUS LOG     one program's output  -> "PASSED FAILED"
// count.mjs junit STATUS XML      ctest's JUnit file    -> "PASSED FAILED"
// count.mjs failures LOG          the lines of a log that say what failed
import {existsSync, readFileSync} from 'node:fs';

// Doctest and the tap reporter say how many cases ran; any other program is one test, judged by
// its exit code. A program that fails without a failed case has crashed: that is one failure.
function countOutput(text, ok) {
    let passed = 0;
    let failed = 0;
    let reports = 0;
    for (const line of text.split('\n')) {
        const doctest = line.match(
            /\[doctest\] test cases: +(\d+) \| +(\d+) passed \| +(\d+) failed/,
        );
        if (doctest) {
            reports += 1;
            passed += Number(doctest[2]);
            failed += Number(doctest[3]);
        }
        const tap = line.match(/^# (tests|pass|fail|cancelled) (\d+)$/);
        if (tap) {
            reports += tap[1] === 'tests' ? 1 : 0;
            passed += tap[1] === 'pass' ? Number(tap[2]) : 0;
            failed += tap[1] === 'fail' || tap[1] === 'cancelled' ? Number(tap[2]) : 0;
        }
    }
    if (reports === 0) return ok ? [1, 0] : [0, 1];
    if (!ok && failed === 0) failed = 1;
    if (ok && passed + failed === 0) failed = 1;
    return [passed, failed];
}

function unescapeXml(text) {
    const names = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
    return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => names[name]);
}

function countJunit(xml, ok) {
    let passed = 0;
    let failed = 0;
    const cases = xml.matchAll(/<testcase ([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g);
    for (const [, attributes, body] of cases) {
        const status = attributes.match(/status="(\w+)"/)?.[1];
        if (status === 'disabled' || status === 'notrun') {
            failed += status === 'notrun' ? 1 : 0;
            continue;
        }
        const output = body?.match(/<system-out>([\s\S]*?)<\/system-out>/)?.[1] ?? '';
        const counts = countOutput(unescapeXml(output), status === 'run');
        passed += counts[0];
        failed += counts[1];
    }
    if (!ok && failed === 0) failed = 1;
    return [passed, failed];
}

function failures(text) {
    const telling =
        /ERROR:|FATAL|FAILED|SUMMARY: |runtime error|^not ok|TEST CASE:|\*\*\*(Failed|Exc|Timeout)/;
    const lines = text.split('\n').filter((line) => telling.test(line));
    for (const line of lines.slice(0, 40)) console.log(`    ${line.slice(0, 240)}`);
    if (lines.length > 40) console.log(`    ... and ${lines.length - 40} lines more`);
    if (lines.length === 0) console.log(text.split('\n').slice(-25).join('\n'));
}

const [mode, first, second] = process.argv.slice(2);
if (mode === 'failures') {
    failures(existsSync(first) ? readFileSync(first, 'utf8') : '');
} else {
    const text = existsSync(second) ? readFileSync(second, 'utf8') : '';
    const [passed, failed] = (mode === 'junit' ? countJunit : countOutput)(text, first === '0');
    console.log(`${passed} ${failed}`);
}
